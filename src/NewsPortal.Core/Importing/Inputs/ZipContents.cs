using System.IO.Compression;

namespace NewsPortal.Core.Importing.Inputs;

/// <summary>The files of an archive by name, within limits.</summary>
internal sealed class ZipContents
{
    private const int UnixLink = 0xA000;
    private const int UnixFile = 0x8000;
    private const int UnixKind = 0xF000;

    private readonly SortedDictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> problems = new(StringComparer.Ordinal);
    private readonly List<string> repeated = [];
    private long unpacked;

    public ZipContents(ZipArchive archive)
    {
        foreach (var (entry, written) in archive.Entries.Zip(RawNames.Read([.. archive.Entries.Select(entry => entry.FullName)])))
        {
            var name = written.Replace('\\', '/');
            if (name.EndsWith('/') || IsHidden(name)) continue;
            if (!entries.TryAdd(name, entry)) repeated.Add(name);
            else if (Problem(entry, name) is { } problem) problems[name] = problem;
        }
    }

    public IEnumerable<string> Names => entries.Keys;

    /// <summary>Names that stood again after the first file of the name, which is the one that is read.</summary>
    public IReadOnlyList<string> Repeated => repeated;

    public string? ProblemOf(string name) => problems.GetValueOrDefault(name);

    public bool Has(string name) => entries.ContainsKey(name) && !problems.ContainsKey(name);

    /// <summary>Why an archive is refused as a whole; null where it is not.</summary>
    public static string? ProblemOf(ZipArchive archive)
    {
        var count = archive.Entries.Count;
        if (count > InputLimits.MostEntries) return $"the archive holds {count:N0} entries, at most {InputLimits.MostEntries:N0} are read: divide it";
        var total = archive.Entries.Sum(entry => Math.Max(0, entry.Length));
        return total > InputLimits.LargestUnpacked
            ? $"the archive would unpack to {total / 1024 / 1024:N0} MB, at most {InputLimits.LargestUnpacked / 1024 / 1024:N0} MB are read: divide it"
            : null;
    }

    /// <summary>Everything that a damaged archive makes the library throw.</summary>
    public static bool IsDamage(Exception error) => error is IOException or InvalidDataException or UnauthorizedAccessException
        or NotSupportedException or ArgumentException or InvalidOperationException or OverflowException or IndexOutOfRangeException;

    /// <summary>A file's bytes, counted while they come.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="reason">Why it is refused; null where it is not.</param>
    public byte[]? Bytes(string name, out string? reason)
    {
        var entry = entries[name];
        reason = null;
        try
        {
            using var stream = entry.Open();
            var bytes = InputReader.ReadLimited(stream, entry.Length);
            unpacked += bytes?.Length ?? InputLimits.LargestFile;
            if (bytes is null) reason = InputReader.TooLarge(null);
            else if (bytes.Length > 1024 * 1024 && bytes.Length / InputLimits.LargestRatio > entry.CompressedLength) reason = Bomb;
            else if (bytes.Length != entry.Length) reason = "the archive is damaged: the file has another length than it states";
            else if (Crc32.Of(bytes) != entry.Crc32) reason = "the archive is damaged: the file's checksum is wrong";
            else if (unpacked > InputLimits.LargestUnpacked) reason = "the archive unpacks to more than is read: divide it";
            return reason is null ? bytes : null;
        }
        catch (Exception error) when (IsDamage(error))
        {
            reason = $"it cannot be unpacked: {error.Message}";
            return null;
        }
    }

    private const string Bomb = "it unpacks to more than 200 times its size, which no text does";

    private static string? Problem(ZipArchiveEntry entry, string name)
    {
        if (name.Any(IsControl)) return "its name holds control characters";
        if (name.StartsWith('/') || name.Split('/').Any(part => part is ".." or "." or "") || name.Contains(':', StringComparison.Ordinal))
            return "its name leads out of the archive, or is no path";
        var kind = (entry.ExternalAttributes >> 16) & UnixKind;
        if (kind == UnixLink) return "it is a link";
        if (kind is not (0 or UnixFile)) return "it is not an ordinary file";
        if (entry.IsEncrypted) return "it is encrypted: pack it without a password";
        if (entry.Length > InputLimits.LargestFile) return InputReader.TooLarge(entry.Length);
        return entry.Length > 1024 * 1024 && entry.Length / InputLimits.LargestRatio > entry.CompressedLength ? Bomb : null;
    }

    // Hidden files, the shadow files that macOS packs beside every file, and those that Word keeps beside an open document.
    private static bool IsHidden(string name) => name.Split('/').Any(part => part is ['.', not '.', ..] or "__MACOSX" || part.StartsWith("~$", StringComparison.Ordinal));

    /// <summary>True for characters that break or turn round the line that a name is shown on.</summary>
    public static bool IsControl(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
