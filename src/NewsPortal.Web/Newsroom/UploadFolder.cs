namespace NewsPortal.Web.Newsroom;

/// <summary>Files that an editor sent, in a folder of their own for as long as they are imported.</summary>
internal sealed class UploadFolder : IDisposable
{
    private const string Prefix = "newsportal-upload-";
    private const int DeepestPath = 8;
    private const int LongestPart = 120;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory(Prefix);

    /// <summary>Where they are.</summary>
    public string Path => _folder.FullName;

    /// <summary>How many were put in.</summary>
    public int Count { get; private set; }

    /// <summary>Puts a file in.</summary>
    /// <param name="name">Its name, or its path below the folder that was chosen.</param>
    /// <param name="write">Writes it.</param>
    public async Task AddAsync(string name, Func<Stream, Task> write)
    {
        var file = System.IO.Path.Combine([Path, .. PartsOf(name)]);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        await using var stream = new FileStream(file, FileMode.Create, FileAccess.Write);
        await write(stream);
        Count++;
    }

    /// <summary>A file as whoever sent it knows it: where it lay here for a while is nobody's business.</summary>
    /// <param name="path">How the report of the import names it.</param>
    public static string NameOf(string path) =>
        path.IndexOf(Prefix, StringComparison.Ordinal) is >= 0 and var at && path.IndexOf(System.IO.Path.DirectorySeparatorChar, at) is >= 0 and var end ? path[(end + 1)..] : path;

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    // What a browser calls a path is only a name: nothing in it leads out of the folder.
    internal static string[] PartsOf(string name)
    {
        var parts = name.Split('/', '\\').Select(p => new string([.. p.Where(c => !char.IsControl(c) && c is not (':' or '*' or '?' or '"' or '<' or '>' or '|'))]).Trim())
            .Where(p => p.Length > 0 && p.Trim('.').Length > 0).Select(p => p.TrimStart('.')).Select(Shortened).TakeLast(DeepestPath).ToArray();
        return parts.Length > 0 ? parts : ["file"];
    }

    private static string Shortened(string part)
    {
        if (part.Length <= LongestPart)
        {
            return part;
        }

        var extension = System.IO.Path.GetExtension(part);
        extension = extension.Length > 10 ? string.Empty : extension;
        return part[..(LongestPart - extension.Length)] + extension;
    }
}
