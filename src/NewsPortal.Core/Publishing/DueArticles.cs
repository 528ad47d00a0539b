using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>Publishes the scheduled articles whose moment has come, and takes down those whose end has: events of the ledger, exactly once.</summary>
public static class DueArticles
{
    private const int Most = 100;
    private const string Reason = "its time was up";

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
        return await EachAsync(db, due, id => PublishAsync(db, clock, id, now, cancellationToken));
    }

    /// <summary>Takes down the articles whose end has come: an event of the ledger and an entry of the record, exactly once.</summary>
    /// <param name="db">The store.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many there were.</returns>
    public static async Task<int> WithdrawAsync(NewsDbContext db, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var now = clock.NowUtc();
        var due = await Ended(db, now).OrderBy(a => a.EndsUtc).ThenBy(a => a.Id).Select(a => a.Id).Take(Most).ToListAsync(cancellationToken);
        return await EachAsync(db, due, id => WithdrawAsync(db, clock, id, now, cancellationToken));
    }

    private static async Task<int> EachAsync(NewsDbContext db, List<long> due, Func<long, Task<bool>> act)
    {
        var done = 0;
        Exception? fault = null;
        foreach (var id in due)
        {
            // Each in its own transaction, so that one for which it cannot be done holds up no other.
            try
            {
                done += await act(id) ? 1 : 0;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                fault = e;
            }

            db.ChangeTracker.Clear();
        }

        return done > 0 || fault is null ? done : throw fault;
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

    private static async Task<bool> WithdrawAsync(NewsDbContext db, TimeProvider clock, long id, DateTime now, CancellationToken cancellationToken)
    {
        await using var edition = await Edition.BeginAsync(db, clock, "clock", cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        if (await Ended(db, now).Where(a => a.Id == id).WithEverything().SingleOrDefaultAsync(cancellationToken) is not { } article)
        {
            return false;
        }

        // Its moment is spent: an article that is brought back stays.
        var ends = article.EndsUtc;
        article.EndsUtc = null;
        edition.Withdraw(article, article.Body!, Reason);
        edition.Record(article, ArticleAct.Withdraw, Reason, [new FieldChange("status", nameof(ArticleStatus.Published), nameof(ArticleStatus.Withdrawn)), Edition.EndChange(ends, null)]);
        await edition.CommitAsync(cancellationToken: cancellationToken);
        return true;
    }

    private static IQueryable<Article> Ended(NewsDbContext db, DateTime now) => db.Articles
        .Where(a => a.EndsUtc != null && a.EndsUtc <= now && a.Status == ArticleStatus.Published);

    private static IQueryable<Article> Due(NewsDbContext db, DateTime now) => db.Articles
        .Where(a => a.Status == ArticleStatus.Scheduled && a.PublishedUtc <= now && (a.EmbargoUtc == null || a.EmbargoUtc <= now));
}
