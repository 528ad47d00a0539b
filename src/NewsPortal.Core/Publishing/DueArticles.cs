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
        var due = await db.Articles.Where(a => a.Status == ArticleStatus.Scheduled && a.PublishedUtc <= now && (a.EmbargoUtc == null || a.EmbargoUtc <= now))
            .OrderBy(a => a.PublishedUtc).ThenBy(a => a.Id)
            .WithEverything().Take(Most).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return 0;
        }

        // Two nodes may see the same article; its version lets one of them win. Each has its own transaction, so that one that
        // cannot be published holds up no other.
        var published = 0;
        Exception? fault = null;
        foreach (var article in due)
        {
            try
            {
                await using var edition = await Edition.BeginAsync(db, clock, "clock", cancellationToken);
                edition.Publish(article, article.Body!);
                await edition.CommitAsync(cancellationToken: cancellationToken);
                published++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                fault = e;
                db.ChangeTracker.Clear();
            }
        }

        return published > 0 || fault is null ? published : throw fault;
    }
}
