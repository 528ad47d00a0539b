using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>
/// Indexes articles that the index does not hold by today's rules: all of them after an upgrade that changed the rules.
/// In short turns and newest first, so that readers find more every moment and no editor waits.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
public sealed class SearchBacklog(NewsStore store, TimeProvider clock)
{
    /// <summary>Works the backlog off; what a crash left is found again.</summary>
    /// <param name="progress">Told how many are done, of how many.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    /// <returns>How many articles were indexed.</returns>
    public async Task<int> WorkOffAsync(Action<int, int>? progress = null, CancellationToken cancellationToken = default)
    {
        List<long> due;
        await using (var db = store.CreateContext())
        {
            due = await Due(db).NewestFirst().Select(a => a.Id).ToListAsync(cancellationToken);
        }

        var pace = new BulkPace(clock);
        for (var from = 0; from < due.Count;)
        {
            var ids = due.Skip(from).Take(pace.Size).ToArray();
            from += await pace.WriteAsync(() => IndexAsync(ids, cancellationToken), cancellationToken);
            progress?.Invoke(from, due.Count);
        }

        return due.Count;
    }

    private static IQueryable<Articles.Article> Due(NewsDbContext db) => db.Articles.AsNoTracking().Visible()
        .Where(a => !db.Set<SearchEntry>().Any(e => e.ArticleId == a.Id && e.Version == SearchIndex.Version));

    private async Task<int> IndexAsync(long[] ids, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);

        // Asked again under the lock: another process may have withdrawn one, or done the work.
        var due = await Due(db).Where(a => ids.Contains(a.Id)).OrderBy(a => a.PublishedUtc).Include(a => a.Body).Include(a => a.LiveUpdates).AsSplitQuery().ToListAsync(cancellationToken);
        foreach (var article in due)
        {
            await SearchIndex.PutAsync(db, article, LiveText.Of(article, article.Body!), isNew: false, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return ids.Length;
    }
}
