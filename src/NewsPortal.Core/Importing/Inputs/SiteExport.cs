using NewsPortal.Core.Importing.Ghost;
using NewsPortal.Core.Importing.WordPress;

namespace NewsPortal.Core.Importing.Inputs;

/// <summary>
/// The export of a whole site by another program: known by what it holds, because its name ends like that of any other file.
/// One met in a folder that is none of these is passed over; one that was named is refused with a reason.
/// </summary>
internal static class SiteExport
{
    private const int Head = 64 * 1024;

    private enum Kind
    {
        None,
        WordPress,
        Ghost,
    }

    /// <summary>True where a file's name allows it to be one.</summary>
    public static bool MayBe(string extension) => extension is ".xml" or ".json";

    /// <summary>True where a file in a folder is one.</summary>
    public static bool IsOne(string path)
    {
        if (!MayBe(InputLimits.ExtensionOf(path))) return false;
        try
        {
            return KindOf(path) != Kind.None;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The posts of a file.</summary>
    public static IEnumerable<InputItem> Read(string path, string relative, PictureFinder pictures)
    {
        try
        {
            switch (KindOf(path))
            {
                case Kind.WordPress: return WxrInput.Read(() => File.OpenRead(path), path, relative, pictures, File.GetLastWriteTimeUtc(path));
                case Kind.Ghost when new FileInfo(path).Length is > InputLimits.LargestJson and var length:
                    return [InputItem.Refused(path, $"it has {length / 1024 / 1024:N0} MB, at most {InputLimits.LargestJson / 1024 / 1024} MB of JSON are read")];
                case Kind.Ghost: return GhostInput.Read(File.ReadAllBytes(path), path, relative, pictures, File.GetLastWriteTimeUtc(path));
                default: return [InputItem.Refused(path, NotOne(path))];
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [InputItem.Refused(path, $"it cannot be read: {error.Message}")];
        }
    }

    /// <summary>The posts of a file of an archive; none where it is no export.</summary>
    public static IEnumerable<InputItem> Items(byte[] bytes, string path, string relative, PictureFinder pictures, DateTime? modified) => KindOf(bytes.AsSpan(0, Math.Min(bytes.Length, Head)), InputLimits.ExtensionOf(path)) switch
    {
        Kind.WordPress => WxrInput.Read(() => new MemoryStream(bytes), path, relative, pictures, modified),
        Kind.Ghost => GhostInput.Read(bytes, path, relative, pictures, modified),
        _ => [],
    };

    private static Kind KindOf(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[Head];
        var read = stream.ReadAtLeast(head, Head, throwOnEndOfStream: false);
        return KindOf(head.AsSpan(0, read), InputLimits.ExtensionOf(path));
    }

    private static Kind KindOf(ReadOnlySpan<byte> head, string extension)
    {
        if (extension == ".json") return GhostTables.LooksLikeOne(head) ? Kind.Ghost : Kind.None;
        return head.IndexOf("http://wordpress.org/export/"u8) >= 0 && head.IndexOf("<rss"u8) >= 0 ? Kind.WordPress : Kind.None;
    }

    private static string NotOne(string path) => InputLimits.ExtensionOf(path) == ".xml"
        ? "this XML is no export of WordPress (Tools, Export), and no other is read"
        : $"this JSON is no export of Ghost (Settings, Export); articles of your own are read as JSON Lines, one object a line: name it .jsonl. {InputLimits.ReadableNames}";
}
