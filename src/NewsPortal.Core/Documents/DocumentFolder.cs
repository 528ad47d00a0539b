using System.Security.Cryptography;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Documents;

/// <summary>Where attachments' bytes lie: below the media folder, named by their hash. No outside name ever reaches the disk.</summary>
public static class DocumentFolder
{
    /// <summary>The folder's name below the media folder.</summary>
    public const string Name = "files";

    private const int BufferSize = 128 * 1024;

    /// <summary>The file of an attachment.</summary>
    /// <param name="location">The store.</param>
    /// <param name="hash">The attachment's hash.</param>
    public static string FileOf(StoreLocation location, string hash)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentNullException.ThrowIfNull(hash);
        return Path.GetFullPath(Path.Combine(location.MediaDirectory, Name, hash[..2], hash[2..]));
    }

    /// <summary>Writes what comes into a file beside its place to be, piece by piece.</summary>
    /// <param name="location">The store.</param>
    /// <param name="content">What comes.</param>
    /// <param name="most">Bytes after which it is too much.</param>
    /// <param name="fileName">What the file is called, for a refusal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusedDocumentException">It is too large; nothing is left behind.</exception>
    internal static async Task<IncomingDocument> ReceiveAsync(StoreLocation location, Stream content, long most, string fileName, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(location.MediaDirectory, Name);
        Directory.CreateDirectory(folder);
        var file = new FileStream(Path.Combine(folder, $".{Guid.NewGuid():N}.part"), FileMode.CreateNew, FileAccess.ReadWrite);
        var length = 0L;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[BufferSize];
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if ((length += read) > most)
                {
                    throw new RefusedDocumentException(DocumentProblem.TooLarge, fileName);
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            // On the disk before its row is: a row without its file would be a document lost.
            await file.FlushAsync(cancellationToken);
            file.Flush(flushToDisk: true);
            return new IncomingDocument(file, length, Convert.ToHexStringLower(hash.GetCurrentHash()));
        }
        catch
        {
            await file.DisposeAsync();
            File.Delete(file.Name);
            throw;
        }
    }
}

/// <summary>A document that has come and is not yet in its place; gone when it is disposed of before that.</summary>
/// <param name="File">Its bytes.</param>
/// <param name="Length">How many.</param>
/// <param name="Hash">Their SHA-256.</param>
internal sealed record IncomingDocument(FileStream File, long Length, string Hash) : IDisposable
{
    /// <summary>Puts it in its place, whole or not at all; one that is there is the same.</summary>
    /// <param name="location">The store.</param>
    public void Keep(StoreLocation location)
    {
        var place = DocumentFolder.FileOf(location, Hash);
        File.Dispose();
        if (!System.IO.File.Exists(place))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            System.IO.File.Move(File.Name, place);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Dispose();
        System.IO.File.Delete(File.Name);
    }
}
