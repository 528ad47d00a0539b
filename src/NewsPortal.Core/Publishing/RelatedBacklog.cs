using Microsoft.EntityFrameworkCore;
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
    private const int TermBatch = 100;
    private const int ListBatch = 20;

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

        var total = due.Count * 2;
        var done = 0;
        foreach (var batch in due.Chunk(TermBatch))
        {
            await StoreTermsAsync(batch, cancellationToken);
            progress?.Invoke(done += batch.Length, total);
        }

        // All terms are there now, so the lists of the waiting come out whole by themselves: only older articles are entered.
        var waiting = due.ToHashSet();
        var openings = new OpeningCache();
        foreach (var batch in due.Chunk(ListBatch))
        {
            await UpdateListsAsync(batch, openings, id => !waiting.Contains(id), cancellationToken);
            progress?.Invoke(done += batch.Length, total);
        }
    }

    private async Task StoreTermsAsync(long[] ids, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var articles = await db.Articles.AsNoTracking().Visible().Where(a => ids.Contains(a.Id) && a.RelatedDue)
            .Select(a => new { a.Id, a.Headline, a.Body!.Text }).ToListAsync(cancellationToken);
        await ArticleTerms.StoreAsync(
            db, articles.ToDictionary(a => a.Id, a => TermFrequencies.Of(a.Headline, a.Text)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task UpdateListsAsync(long[] ids, OpeningCache openings, Predicate<long> enters, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);

        // Asked again under the lock: another process may have withdrawn one, or done the work.
        var due = await db.Articles.Visible().Where(a => ids.Contains(a.Id) && a.RelatedDue).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        var related = new RelatedNews(db, openings);
        foreach (var id in due)
        {
            await related.UpdateAsync(id, enters, cancellationToken);
        }

        await db.Articles.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.RelatedDue, false), cancellationToken);
        await RunInvalidation.ApplyAsync(db, [], related.Changed, cancellationToken);

        // Readers' pages follow the ledger: a list that changed after its article was published is a change of its own.
        await ChangeLedger.AppendAsync(
            db,
            [new Change { Kind = ChangeKind.Site, AtUtc = clock.NowUtc(), Actor = "related", Detail = "related lists" }],
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
