using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>Computes the related lists that a bulk left for later, when all of its articles are there.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
public sealed class RelatedBacklog(NewsStore store, TimeProvider clock)
{
    /// <summary>Works the backlog off; what a crash left is found again, because an article waits until its list is committed.</summary>
    /// <param name="progress">Told how many are done, of how many.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    public async Task WorkOffAsync(Action<int, int>? progress = null, CancellationToken cancellationToken = default)
    {
        List<long> due;
        await using (var db = store.CreateContext())
        {
            due = await db.Articles.Where(a => a.RelatedDue).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        }

        var total = due.Count * 4;
        var done = 0;
        await RecountAsync(cancellationToken);
        await InTurnsAsync(due, ids => StoreTermsAsync(ids, cancellationToken), Tell, cancellationToken);

        // All terms are there now, so what belongs to the waiting comes out whole by itself: only older articles are entered.
        var waiting = due.ToHashSet();
        var openings = new OpeningCache();
        await InTurnsAsync(due, ids => PlaceAsync(ids, id => !waiting.Contains(id), cancellationToken), Tell, cancellationToken);
        await InTurnsAsync(due, ids => UpdateListsAsync(ids, openings, id => !waiting.Contains(id), cancellationToken), Tell, cancellationToken);

        // Stories are read off the lists, so they come when all lists are there.
        await InTurnsAsync(due, ids => UpdateStoriesAsync(ids, cancellationToken), Tell, cancellationToken);

        void Tell(int written) => progress?.Invoke(done += written, total);
    }

    private async Task InTurnsAsync(List<long> due, Func<long[], Task<int>> write, Action<int> written, CancellationToken cancellationToken)
    {
        var pace = new BulkPace(clock);
        for (var from = 0; from < due.Count;)
        {
            var ids = due.Skip(from).Take(pace.Size).ToArray();
            written(await pace.WriteAsync(() => write(ids), cancellationToken));
            from += ids.Length;
        }
    }

    private async Task RecountAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await SqlitePragmas.WidenCacheAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        await TermStatistics.RecountAsync(db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<int> StoreTermsAsync(long[] ids, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await SqlitePragmas.WidenCacheAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var articles = await db.Articles.AsNoTracking().VisibleAmong(ids).Where(a => a.RelatedDue)
            .Select(a => new { a.Id, a.Headline, a.Body!.Text }).ToListAsync(cancellationToken);
        await RelatedNews.StoreTermsAsync(
            db, articles.ToDictionary(a => a.Id, a => TermFrequencies.Of(a.Headline, a.Text)), cancellationToken);

        // An edition has placed its articles already; those of a store that knew no such groups come here.
        var unplaced = articles.Where(a => !db.ReportMarks.Any(m => m.ArticleId == a.Id)).ToDictionary(a => a.Id, a => a.Text);
        await ReportGroups.PlaceAsync(db, unplaced, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ids.Length;
    }

    private async Task<int> PlaceAsync(long[] ids, Predicate<long> enters, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await SqlitePragmas.WidenCacheAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var due = await db.Articles.VisibleAmong(ids).Where(a => a.RelatedDue).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        var related = new RelatedNews(db);
        foreach (var id in due)
        {
            await related.PlaceAsync(id, enters, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return ids.Length;
    }

    private async Task<int> UpdateListsAsync(long[] ids, OpeningCache openings, Predicate<long> enters, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await SqlitePragmas.WidenCacheAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);

        // Asked again under the lock: another process may have withdrawn one, or done the work.
        var due = await db.Articles.VisibleAmong(ids).Where(a => a.RelatedDue).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        var related = new RelatedNews(db, openings);
        foreach (var id in due)
        {
            await related.ListAsync(id, enters, cancellationToken);
        }

        await CommitAsync(db, transaction, related.Changed, "related lists", cancellationToken);
        return ids.Length;
    }

    private async Task<int> UpdateStoriesAsync(long[] ids, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await SqlitePragmas.WidenCacheAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var due = await db.Articles.VisibleAmong(ids).Where(a => a.RelatedDue).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        var moved = await new StoryClusters(db).UpdateAsync(due, [], cancellationToken);
        await db.Articles.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.RelatedDue, false), cancellationToken);
        await CommitAsync(db, transaction, moved, "stories", cancellationToken);
        return ids.Length;
    }

    // Readers' pages follow the ledger: a list that changed after its article was published is a change of its own.
    private async Task CommitAsync(NewsDbContext db, IDbContextTransaction transaction, IReadOnlyCollection<long> shown, string what, CancellationToken cancellationToken)
    {
        var pages = await RunInvalidation.ApplyAsync(db, [], shown, cancellationToken);
        await ChangeLedger.AppendAsync(
            db, [new Change { Kind = ChangeKind.Site, AtUtc = clock.NowUtc(), Actor = "related", Detail = what }], pages, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
