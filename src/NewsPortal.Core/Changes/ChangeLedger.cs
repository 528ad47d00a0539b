using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Changes;

/// <summary>Appends to the change ledger and checks its chain.</summary>
public static class ChangeLedger
{
    /// <summary>The channel on which PostgreSQL tells other nodes that the ledger grew.</summary>
    public const string Channel = "newsportal_changes";

    /// <summary>What stands before the first row.</summary>
    public static readonly string Root = new('0', 64);

    // Any number will do that nothing else in the database uses.
    private const long PostgresLock = 0x6E657773706F7274;

    /// <summary>
    /// Takes the right to change what the public sees, until the transaction ends: one writer at a time on every node, so that
    /// related lists, kept runs and the ledger of two changes never cross. (SQLite has one writer anyway.)
    /// </summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task LockAsync(NewsDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresLock})", cancellationToken);
        }
    }

    /// <summary>Asks, without waiting, whether nobody is changing what the public sees; holds for the transaction.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<bool> TryShareAsync(NewsDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return !db.Database.IsNpgsql() || await db.Database
            .SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock_shared({PostgresLock}) AS \"Value\"").SingleAsync(cancellationToken);
    }

    /// <summary>Appends rows in the open transaction; they are numbered and chained in commit order.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="changes">The rows, without number and hashes.</param>
    /// <param name="pages">Articles whose own part of the page changed with them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">No transaction is open: a change and its row must stand or fall together.</exception>
    public static async Task AppendAsync(
        NewsDbContext db, IReadOnlyList<Change> changes, IReadOnlyCollection<long> pages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(changes);
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The change ledger is appended to in the transaction of the change itself.");
        }

        if (changes.Count == 0)
        {
            return;
        }

        if (db.Database.IsNpgsql())
        {
            // Held from here to the commit, so that the order of numbers is the order of commits. (SQLite has one writer anyway.)
            await LockAsync(db, cancellationToken);
            await db.Database.ExecuteSqlRawAsync($"NOTIFY {Channel}", cancellationToken);
        }

        var (sequence, previous) = await LastAsync(db, cancellationToken);
        foreach (var change in changes)
        {
            change.Sequence = ++sequence;
            change.PreviousHash = previous;
            change.Hash = previous = HashOf(change);
            db.Changes.Add(change);
        }

        await NewRows.SaveAsync(db, only: typeof(Change), cancellationToken);
        await CdnPurges.QueueAsync(db, changes, pages, cancellationToken);
    }

    private static async Task<(long Sequence, string Hash)> LastAsync(NewsDbContext db, CancellationToken cancellationToken)
    {
        await using var reader = await db.Statements.Command("SELECT \"Sequence\", \"Hash\" FROM \"Changes\" ORDER BY \"Sequence\" DESC LIMIT 1").ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetString(1)) : (0, Root);
    }

    /// <summary>The hash that a row must carry: SHA-256 over its fields, one a line, in hexadecimal.</summary>
    /// <param name="change">The row, with its number and its predecessor's hash.</param>
    public static string HashOf(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var text = string.Join(
            '\n',
            change.Sequence.ToString(CultureInfo.InvariantCulture),
            ((int)change.Kind).ToString(CultureInfo.InvariantCulture),
            change.ArticleId?.ToString(CultureInfo.InvariantCulture) ?? "-",
            change.AtUtc.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            change.Actor,
            change.Detail ?? "-",
            change.ContentHash ?? "-",
            change.PreviousHash);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Walks the whole chain.</summary>
    /// <param name="db">The store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The number of the first row whose hash or place is wrong; null where all hold.</returns>
    /// <remarks>A cut-off end, or a chain rewritten as a whole, cannot be seen without a root hash kept elsewhere.</remarks>
    public static async Task<long?> FirstFaultAsync(NewsDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var previous = Root;
        long expected = 1;
        await foreach (var change in db.Changes.AsNoTracking().OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (change.Sequence != expected || change.PreviousHash != previous || change.Hash != HashOf(change))
            {
                return expected;
            }

            previous = change.Hash;
            expected++;
        }

        return null;
    }
}
