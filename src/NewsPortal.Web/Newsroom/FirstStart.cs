using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Newsroom;

/// <summary>
/// While the newsroom has nobody, whoever can read the program's output may become its first administrator, once: a code is
/// printed at the start and asked for.
/// </summary>
public sealed class FirstStart
{
    private const int MostTries = 20;

    private int _tries;

    /// <summary>The code; it holds until the program ends, or somebody has used it.</summary>
    public string Code { get; } = RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 12);

    /// <summary>Whether nobody is there yet.</summary>
    /// <param name="db">The store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<bool> IsOpenAsync(NewsDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return !await db.Staff.AnyAsync(cancellationToken);
    }

    /// <summary>Whether a code is the one; after many wrong ones none is.</summary>
    /// <param name="typed">What was typed.</param>
    public bool Is(string? typed) => Interlocked.Increment(ref _tries) <= MostTries
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(typed?.Trim() ?? string.Empty), Encoding.UTF8.GetBytes(Code));
}
