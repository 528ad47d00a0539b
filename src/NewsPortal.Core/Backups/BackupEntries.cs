using System.IO.Compression;
using System.Security.Cryptography;
using NewsPortal.Core.Documents;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Backups;

/// <summary>Entries of a backup's archive: what they are called, and their bytes hashed as they pass.</summary>
internal static class BackupEntries
{
    private const int BufferSize = 128 * 1024;

    /// <summary>The entry of a file of the media folder.</summary>
    /// <param name="location">The store.</param>
    /// <param name="path">The file.</param>
    public static string NameOf(StoreLocation location, string path) => "media/" + Path.GetRelativePath(location.MediaDirectory, path).Replace('\\', '/');

    /// <summary>True for a name that a backup has: the store, a picture where pictures lie, an attachment where those lie. Nothing else is ever unpacked.</summary>
    /// <param name="name">The entry's name.</param>
    public static bool IsOurs(string name) =>
        name == BackupManifest.StoreEntry
        || (name.Split('/') is ["media", { Length: 2 } folder, { Length: > 0 and < 100 } file]
            && folder.All(char.IsAsciiHexDigitLower)
            && !file.StartsWith('.') && !file.Contains("..", StringComparison.Ordinal)
            && file.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'))
        || (name.Split('/') is ["media", DocumentFolder.Name, { Length: 2 } first, { Length: 62 } rest] && (first + rest).All(char.IsAsciiHexDigitLower));

    /// <summary>Adds a file.</summary>
    public static async Task<BackedUpFile> AddAsync(ZipArchive archive, string name, string path, CompressionLevel level, CancellationToken cancellationToken)
    {
        await using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using var to = await archive.CreateEntry(name, level).OpenAsync(cancellationToken);
        var (length, hash) = await CopyAsync(from, to, long.MaxValue, cancellationToken);
        return new BackedUpFile(name, length, hash);
    }

    /// <summary>Copies and hashes.</summary>
    /// <param name="from">Where from.</param>
    /// <param name="to">Where to.</param>
    /// <param name="most">Bytes after which it stops: more than are announced are not taken.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<(long Length, string Hash)> CopyAsync(Stream from, Stream to, long most, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        var length = 0L;
        for (int read; length <= most && (read = await from.ReadAsync(buffer, cancellationToken)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return (length, Convert.ToHexStringLower(hash.GetCurrentHash()));
    }
}
