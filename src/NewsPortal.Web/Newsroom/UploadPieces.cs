using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Newsroom;

/// <summary>
/// Large files that come in pieces, so that an upload which breaks off goes on where it was: after an error, after the page
/// was closed, after a restart of the site. Each member's lie in a folder of their own beside the store.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="most">How long one file, and all of one member's that wait, may be in bytes.</param>
public sealed class UploadPieces(NewsStore store, TimeProvider clock, long most)
{
    /// <summary>How long one piece may be, in bytes.</summary>
    public const int LongestPiece = 8 * 1024 * 1024;

    // Who has not come back by then sends it again.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>The key of a file: the same file sent again by the same browser has the same key.</summary>
    /// <param name="name">Its name or path.</param>
    /// <param name="size">Its length in bytes.</param>
    /// <param name="modified">When the sender's disk says it was changed.</param>
    public static string KeyOf(string name, long size, long modified) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{size}\n{modified}\n{name}"))));

    /// <summary>How many bytes of a file are here.</summary>
    /// <param name="member">Who sends it.</param>
    /// <param name="key">Its key.</param>
    public long Held(int member, string key) => new FileInfo(FileOf(member, key)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Takes a piece in.</summary>
    /// <param name="member">Who sends it.</param>
    /// <param name="key">The file's key.</param>
    /// <param name="size">The whole file's length.</param>
    /// <param name="from">Where the piece belongs.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="cancellationToken">The sender has gone: what came of the piece stays.</param>
    /// <returns>What became of it, and how many bytes are here now.</returns>
    public async Task<(PieceOutcome Outcome, long Held)> AddAsync(int member, string key, long size, long from, Stream piece, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var folder = Directory.CreateDirectory(FolderOf(member));
        RemoveOld(folder);
        var file = FileOf(member, key);
        if (size > most || folder.EnumerateFiles().Where(f => f.FullName != file).Sum(f => f.Length) + size > most)
        {
            return (PieceOutcome.TooLarge, Held(member, key));
        }

        try
        {
            await using var held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
            if (held.Length != from)
            {
                return (PieceOutcome.Elsewhere, held.Length);
            }

            held.Seek(0, SeekOrigin.End);
            var buffer = new byte[64 * 1024];
            for (int read; (read = await piece.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (held.Length + read > Math.Min(size, from + LongestPiece))
                {
                    return (PieceOutcome.TooLarge, held.Length);
                }

                // Not given up half way: the length of the file says what is here.
                await held.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            }

            return (PieceOutcome.Taken, held.Length);
        }
        catch (IOException)
        {
            // The same file is being sent by another tab, or the disk is full.
            return (PieceOutcome.Busy, Held(member, key));
        }
    }

    /// <summary>Hands a whole file over; it stays until it is removed, so that an import that fails costs no second sending.</summary>
    /// <param name="member">Who sent it.</param>
    /// <param name="key">Its key.</param>
    /// <param name="size">Its length.</param>
    /// <param name="to">Takes its bytes.</param>
    /// <returns>False where it is not whole.</returns>
    public async Task<bool> CopyAsync(int member, string key, long size, Func<Stream, Task> to)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (!IsKey(key) || Held(member, key) != size)
        {
            return false;
        }

        await using var held = new FileStream(FileOf(member, key), FileMode.Open, FileAccess.Read, FileShare.None);
        await to(held);
        return true;
    }

    /// <summary>Removes what was imported.</summary>
    /// <param name="member">Who sent it.</param>
    /// <param name="key">Its key.</param>
    public void Remove(int member, string key) => File.Delete(FileOf(member, key));

    private void RemoveOld(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(f => clock.GetUtcNow() - f.LastWriteTimeUtc > Kept))
        {
            file.Delete();
        }
    }

    private string FolderOf(int member) => Path.Combine(store.Location.DataDirectory, "uploads", member.ToString(CultureInfo.InvariantCulture));

    private string FileOf(int member, string key) =>
        IsKey(key) ? Path.Combine(FolderOf(member), key) : throw new ArgumentException("A key has 64 hexadecimal digits.", nameof(key));

    private static bool IsKey(string key) => key.Length == 64 && key.All(char.IsAsciiHexDigitLower);
}

/// <summary>What became of a piece.</summary>
public enum PieceOutcome
{
    /// <summary>It is here.</summary>
    Taken,

    /// <summary>It belongs to another place than where the file ends now.</summary>
    Elsewhere,

    /// <summary>The file, or all that waits, is longer than is allowed.</summary>
    TooLarge,

    /// <summary>It could not be written now; ask again.</summary>
    Busy,
}
