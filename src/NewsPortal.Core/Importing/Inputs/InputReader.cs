using System.IO.Compression;

namespace NewsPortal.Core.Importing.Inputs;

/// <summary>
/// Finds what there is to import below the paths that an operator names, in an order that never changes: files, folders
/// with all below them, archives, rows of JSON Lines. Nothing is unpacked to disk, and one bad input never ends the run.
/// </summary>
public static class InputReader
{
    /// <summary>Reads one input after another; only one is in memory at a time.</summary>
    /// <param name="paths">Files, folders and archives.</param>
    /// <param name="unpackGzip">True to unpack <c>name.html.gz</c> before it is read.</param>
    /// <param name="only">Of folders, the files to read; null for all. They keep their path below the folder.</param>
    public static IEnumerable<InputItem> Read(IEnumerable<string> paths, bool unpackGzip = false, Predicate<string>? only = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths)
            foreach (var item in Read(path, unpackGzip, only)) yield return item;
    }

    /// <summary>Reads rows of JSON Lines that are in memory.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="name">What they are called.</param>
    public static IEnumerable<InputItem> ReadRows(byte[] rows, string name) => JsonLinesInput.Rows(new MemoryStream(rows), name, name, PictureFinder.None, null);

    private static IEnumerable<InputItem> Read(string path, bool unpackGzip, Predicate<string>? only)
    {
        if (Directory.Exists(path)) return Folder(path, unpackGzip, only);
        if (only is not null && !only(path)) return [];
        if (!File.Exists(path)) return [InputItem.Refused(path, "there is no such file or folder")];
        var root = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return One(path, root, Path.GetFileName(path), unpackGzip);
    }

    private static IEnumerable<InputItem> Folder(string folder, bool unpackGzip, Predicate<string>? only)
    {
        foreach (var path in FolderWalk.Files(folder))
        {
            if (only is not null && !only(path)) continue;
            var name = unpackGzip && path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
            if (!InputLimits.Readable.Contains(InputLimits.ExtensionOf(name)) && !SiteExport.IsOne(path)) continue;
            var relative = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            foreach (var item in One(path, folder, relative, unpackGzip)) yield return item;
        }
    }

    private static IEnumerable<InputItem> One(string path, string root, string relative, bool unpackGzip)
    {
        var extension = InputLimits.ExtensionOf(path);
        if (extension == ".zip") return ZipInput.Read(path, relative);
        var pictures = PictureFinder.OnDisk(root);
        if (SiteExport.MayBe(extension)) return SiteExport.Read(path, relative, pictures);
        if (extension == ".jsonl") return JsonLinesInput.Read(path, relative, pictures);
        return [Whole(path, relative, extension, pictures, unpackGzip)];
    }

    private static InputItem Whole(string path, string relative, string extension, PictureFinder pictures, bool unpackGzip)
    {
        var packed = unpackGzip && extension == ".gz";
        var inner = packed ? InputLimits.ExtensionOf(path[..^3]) : extension;
        if (!InputLimits.Readable.Contains(inner) || inner is ".zip" or ".jsonl" && packed)
            return InputItem.Refused(path, $"files of the type \"{inner}\" are not read: {InputLimits.ReadableNames}");
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > InputLimits.LargestFile) return InputItem.Refused(path, TooLarge(stream.Length));
            using var unpacked = packed ? new GZipStream(stream, CompressionMode.Decompress) : null;
            if (ReadLimited((Stream?)unpacked ?? stream, packed ? 64 * 1024 : stream.Length) is not { } bytes) return InputItem.Refused(path, TooLarge(null));
            if (bytes.Length == 0) return InputItem.Refused(path, "the file is empty");
            var name = packed ? relative[..^3] : relative;
            return new InputItem(path, new SourceFile(path, name, bytes, inner, File.GetLastWriteTimeUtc(path)), null, pictures);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return InputItem.Refused(path, $"it cannot be read: {error.Message}");
        }
    }

    /// <summary>All bytes of a stream; null where there are more than a file may have.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">How many bytes it is said to have: memory is taken for these at once, and for more only where more come.</param>
    internal static byte[]? ReadLimited(Stream stream, long expected = 0)
    {
        using var memory = new MemoryStream((int)Math.Clamp(expected, 0, InputLimits.LargestFile));
        var buffer = new byte[(int)Math.Clamp(expected + 1, 512, 64 * 1024)];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            if (memory.Length + read > InputLimits.LargestFile) return null;
            memory.Write(buffer, 0, read);
        }

        return memory.Length == memory.Capacity ? memory.GetBuffer() : memory.ToArray();
    }

    internal static string TooLarge(long? length) => length is null
        ? $"it is larger than {InputLimits.LargestFile / 1024 / 1024} MB"
        : $"it has {length / 1024 / 1024:N0} MB, at most {InputLimits.LargestFile / 1024 / 1024} MB are read";
}
