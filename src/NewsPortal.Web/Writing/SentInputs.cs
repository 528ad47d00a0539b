using System.Security.Cryptography;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;

namespace NewsPortal.Web.Writing;

/// <summary>What a program sent, as inputs of the importer: one article, rows of JSON Lines, or a zip with pictures.</summary>
internal sealed class SentInputs : IDisposable
{
    private const string Prefix = "newsportal-sent-";
    private const string ArchiveName = "sent.zip";

    private readonly string? _archive;

    private SentInputs(IEnumerable<InputItem> items, string? archive) => (Items, _archive) = (items, archive);

    /// <summary>The inputs.</summary>
    public IEnumerable<InputItem> Items { get; }

    /// <summary>Media types that are read, and the type of file that each is.</summary>
    public static IReadOnlyDictionary<string, string> MediaTypes { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["application/json"] = ".jsonl",
        ["application/x-ndjson"] = ".jsonl",
        ["application/jsonl"] = ".jsonl",
        ["text/markdown"] = ".md",
        ["text/html"] = ".html",
        ["text/plain"] = ".txt",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/zip"] = ".zip",
    };

    /// <summary>An input as the sender knows it: where an archive lay here for a while is nobody's business.</summary>
    /// <param name="path">How the report of the import names it.</param>
    public static string NameOf(string path)
    {
        var at = path.Contains(Prefix, StringComparison.Ordinal) ? path.IndexOf(ArchiveName, StringComparison.Ordinal) : -1;
        if (at < 0)
        {
            return path;
        }

        var inside = path[(at + ArchiveName.Length)..].TrimStart('/');
        return inside.Length > 0 ? inside : ArchiveName;
    }

    /// <summary>Reads a request's body.</summary>
    /// <param name="body">The body, its length bounded by the server.</param>
    /// <param name="mediaType">Its media type, one of <see cref="MediaTypes"/>.</param>
    /// <param name="path">What the input is called; null makes a name of its content.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SentInputs> ReadAsync(Stream body, string mediaType, string? path, CancellationToken cancellationToken)
    {
        var extension = MediaTypes[mediaType];
        if (extension == ".zip")
        {
            return await ArchiveAsync(body, cancellationToken);
        }

        using var buffer = new MemoryStream();
        await body.CopyToAsync(buffer, cancellationToken);
        var bytes = buffer.ToArray();
        var name = path ?? Convert.ToHexStringLower(SHA256.HashData(bytes))[..16] + extension;
        if (extension == ".jsonl" && !mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return new SentInputs(InputReader.ReadRows(bytes, name), null);
        }

        return new SentInputs([new InputItem(name, new SourceFile(name, name, bytes, extension, null), null, PictureFinder.None)], null);
    }

    /// <summary>Takes away what was put on the disk.</summary>
    public void Dispose()
    {
        if (_archive is not null)
        {
            Directory.Delete(Path.GetDirectoryName(_archive)!, recursive: true);
        }
    }

    // An archive is read from behind, so it is on the disk for as long as it is read.
    private static async Task<SentInputs> ArchiveAsync(Stream body, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory(Prefix);
        var file = Path.Combine(folder.FullName, ArchiveName);
        try
        {
            await using (var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write))
            {
                await body.CopyToAsync(stream, cancellationToken);
            }

            return new SentInputs(InputReader.Read([file]), file);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }
}
