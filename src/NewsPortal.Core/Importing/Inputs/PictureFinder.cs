using NewsPortal.Core.Importing.Html;
using NewsPortal.Core.Importing.WordFiles;

namespace NewsPortal.Core.Importing.Inputs;

/// <summary>
/// Finds the pictures that an article refers to by a relative address: in it, beside it on disk or in its archive. It reads
/// nothing above the imported root and never opens a connection.
/// </summary>
public sealed class PictureFinder
{
    private readonly Func<string, byte[]?> read;

    private PictureFinder(Func<string, byte[]?> read) => this.read = read;

    /// <summary>Finds nothing.</summary>
    public static PictureFinder None { get; } = new(_ => null);

    /// <summary>Finds pictures below a folder.</summary>
    /// <param name="root">The imported root.</param>
    public static PictureFinder OnDisk(string root) => new(path => FromDisk(Path.GetFullPath(root), path));

    /// <summary>Finds pictures in an archive.</summary>
    /// <param name="archive">The archive's path.</param>
    /// <param name="below">The path that <see cref="SourceFile.RelativePath"/> puts before an entry's name, with its slash; empty where the archive is the root.</param>
    public static PictureFinder InArchive(string archive, string below) => new(path => FromArchive(archive, below, path));

    /// <summary>The bytes of a picture.</summary>
    /// <param name="article">The file that refers to it.</param>
    /// <param name="address">The address as written, percent-encoded or not.</param>
    /// <returns>Null where it is missing, larger than a file may be, or not a relative address below the root.</returns>
    public byte[]? Find(SourceFile article, string address)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(address);
        var end = address.AsSpan().IndexOfAny("?#");
        var plain = end < 0 ? address : address[..end];
        if (article.Extension is ".docx" or ".docm" or ".doc" && WordContainer.Part(article.Bytes, plain) is { } own) return own;
        if (DataPictures.Find(article.Bytes.Span, plain) is { } inPage) return inPage;
        if (OldPlaces(article.Extension, plain) is { } places) return places.Select(place => At(article, place)).FirstOrDefault(found => found is not null);
        return At(article, plain);
    }

    // Of a site that was moved here whole, its folder of pictures lies beside the export or at the root.
    private static IEnumerable<string>? OldPlaces(string extension, string address) => extension switch
    {
        WordPress.WxrInput.Extension => WordPress.WxrPictures.Candidates(address),
        Ghost.GhostInput.Extension => Ghost.GhostPictures.Candidates(address),
        _ => null,
    };

    private byte[]? At(SourceFile article, string plain)
    {
        if (Join(article.RelativePath, plain) is { } asWritten && read(asWritten) is { } found) return found;
        return Join(article.RelativePath, Uri.UnescapeDataString(plain)) is { } decoded ? read(decoded) : null;
    }

    /// <summary>The path below the root that an address means; null where it leaves the root or is no relative path.</summary>
    internal static string? Join(string articlePath, string address)
    {
        var path = address.Replace('\\', '/');
        if (path.Length is 0 or > 1000 || path.StartsWith("//", StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.Any(char.IsControl)) return null;
        var folder = articlePath.LastIndexOf('/') is > 0 and var slash ? articlePath[..slash] : string.Empty;
        var parts = new List<string>();
        foreach (var part in (path[0] == '/' ? path : folder + "/" + path).Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }

        return parts.Count == 0 || parts.Exists(part => part.StartsWith('.')) ? null : string.Join('/', parts);
    }

    private static byte[]? FromDisk(string root, string path)
    {
        var full = Path.GetFullPath(Path.Combine(root, path));
        if (!full.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return null;
        try
        {
            var file = new FileInfo(full);
            if (!file.Exists || file.Length > InputLimits.LargestFile || LeadsOut(root, file)) return null;
            return File.ReadAllBytes(full);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    // A link below the root may point above it.
    private static bool LeadsOut(string root, FileInfo file)
    {
        if (file.LinkTarget is not null) return true;
        for (var folder = file.Directory; folder is not null && folder.FullName.Length > root.Length; folder = folder.Parent)
            if (folder.LinkTarget is not null) return true;
        return false;
    }

    private static byte[]? FromArchive(string archive, string below, string path)
    {
        if (!path.StartsWith(below, StringComparison.Ordinal)) return null;
        using var zip = ZipInput.Open(archive, out _);
        if (zip is null) return null;
        var contents = new ZipContents(zip);
        var name = path[below.Length..];
        return contents.Has(name) ? contents.Bytes(name, out _) : null;
    }
}
