namespace NewsPortal.Core.Importing.Inputs;

/// <summary>What is read at most. Each number protects memory or time; none is near what a newsroom has.</summary>
public static class InputLimits
{
    /// <summary>Bytes of one file, of one entry of an archive or of one line of a JSON Lines file.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    /// <summary>Bytes of an archive.</summary>
    public const long LargestArchive = 512L * 1024 * 1024;

    /// <summary>Entries of an archive.</summary>
    public const int MostEntries = 20_000;

    /// <summary>Bytes that an archive may unpack to in all.</summary>
    public const long LargestUnpacked = 1024L * 1024 * 1024;

    /// <summary>Bytes of a Ghost export, which is one JSON object and is held in memory while its posts are read. A WordPress export may have any size.</summary>
    public const int LargestJson = 256 * 1024 * 1024;

    /// <summary>How many times its packed size an entry may unpack to. Text reaches 20, a bomb a thousand.</summary>
    public const int LargestRatio = 200;

    /// <summary>Bytes that the parts of a Word file may unpack to in all. Its pictures are packed already; its text is a fraction.</summary>
    public const long LargestDocument = 128L * 1024 * 1024;

    internal static readonly HashSet<string> Readable = new(StringComparer.Ordinal)
    {
        ".md", ".markdown", ".txt", ".html", ".htm", ".xhtml", ".jsonl", ".zip", ".docx", ".docm", ".doc",
    };

    internal const string ReadableNames = ".md, .txt, .html, .docx, .jsonl, .zip and exports of WordPress (.xml) and Ghost (.json) are read";

    internal static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
