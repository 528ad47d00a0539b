using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>Publishes the scheduled articles whose moment has come: an event of the ledger, exactly once.</summary>
public static class DueArticles
{
    private const int Most = 100;

    /// <summary>Publishes them.</summary>
    /// <param name="db">The store.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many there were.</returns>
    public static async Task<int> PublishAsync(NewsDbContext db, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var now = clock.NowUtc();
        var due = await Due(db, now).OrderBy(a => a.PublishedUtc).ThenBy(a => a.Id).Select(a => a.Id).Take(Most).ToListAsync(cancellationToken);
        var published = 0;
        Exception? fault = null;
        foreach (var id in due)
        {
            // Each in its own transaction, so that one that cannot be published holds up no other.
            try
            {
                published += await PublishAsync(db, clock, id, now, cancellationToken) ? 1 : 0;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                fault = e;
            }

            db.ChangeTracker.Clear();
        }

        return published > 0 || fault is null ? published : throw fault;
    }

    // Several nodes may see the same article, or an editor take it back meanwhile: it is read again under the lock that every writer takes.
    private static async Task<bool> PublishAsync(NewsDbContext db, TimeProvider clock, long id, DateTime now, CancellationToken cancellationToken)
    {
        await using var edition = await Edition.BeginAsync(db, clock, "clock", cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        if (await Due(db, now).Where(a => a.Id == id).WithEverything().SingleOrDefaultAsync(cancellationToken) is not { } article)
        {
            return false;
        }

        edition.Publish(article, article.Body!);
        await edition.CommitAsync(cancellationToken: cancellationToken);
        return true;
    }

    private static IQueryable<Article> Due(NewsDbContext db, DateTime now) => db.Articles
        .Where(a => a.Status == ArticleStatus.Scheduled && a.PublishedUtc <= now && (a.EmbargoUtc == null || a.EmbargoUtc <= now));
}
