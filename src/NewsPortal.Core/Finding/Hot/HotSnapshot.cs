using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Hot;

/// <summary>
/// Makes the lists of what is read most: an event of the ledger, so that every page and node shows the same lists, and no
/// page reads a clock.
/// </summary>
public static class HotSnapshot
{
    /// <summary>What the ledger's row says.</summary>
    public const string Detail = "hot";

    /// <summary>No list is made sooner after the last one.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    private static readonly HotWindow[] Windows = [HotWindow.Day, HotWindow.Week];

    /// <summary>Makes the lists anew where they would differ in what stands in them or in its order, and sweeps old counts out.</summary>
    /// <param name="db">The store, without an open transaction.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True where a row was appended to the ledger.</returns>
    public static async Task<bool> RenewAsync(NewsDbContext db, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var now = clock.NowUtc();
        await ReadCounts.SweepAsync(db, now, cancellationToken);

        // Ranked before the lock is taken: nobody waits for it, and an article that leaves meanwhile is not shown anyway.
        var entries = await RankAsync(db, now, cancellationToken);
        if (!await IsDueAsync(db, entries, now, cancellationToken))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        if (!await IsDueAsync(db, entries, now, cancellationToken))
        {
            // Another node made them a moment earlier.
            return false;
        }

        await db.HotEntries.ExecuteDeleteAsync(cancellationToken);
        db.HotEntries.AddRange(entries);
        await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Clock, AtUtc = now, Actor = "clock", Detail = Detail }], [], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<List<HotEntry>> RankAsync(NewsDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var entries = new List<HotEntry>();
        var excluded = await db.HotExclusions.Select(e => e.ArticleId).ToHashSetAsync(cancellationToken);
        foreach (var window in Windows)
        {
            var scores = await HotScores.OfAsync(db, window, now, cancellationToken);
            entries.AddRange(scores.Where(s => !excluded.Contains(s.ArticleId)).Select((s, i) => new HotEntry { Window = window, Rank = i + 1, ArticleId = s.ArticleId, Score = s.Score, MadeUtc = now }));
        }

        return entries;
    }

    private static async Task<bool> IsDueAsync(NewsDbContext db, List<HotEntry> entries, DateTime now, CancellationToken cancellationToken)
    {
        var shown = await db.HotEntries.AsNoTracking().OrderBy(e => e.Window).ThenBy(e => e.Rank).ToListAsync(cancellationToken);
        var isNew = !shown.Select(e => (e.Window, e.Rank, e.ArticleId)).SequenceEqual(entries.Select(e => (e.Window, e.Rank, e.ArticleId)));
        return isNew && shown.All(e => now - e.MadeUtc >= Shortest);
    }
}
