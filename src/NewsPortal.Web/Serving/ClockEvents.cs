using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding.Hot;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>Turns the passing of time into rows of the ledger: no view and no query reads the clock.</summary>
/// <param name="store">The store.</param>
/// <param name="site">The site, read anew after an event.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">Where trouble is told.</param>
/// <param name="failedSignIns">Counted by the hour, and put on record when it has passed.</param>
public sealed class ClockEvents(NewsStore store, CurrentSite site, TimeProvider clock, ILogger<ClockEvents> logger, Newsroom.FailedSignIns failedSignIns) : BackgroundService
{
    /// <summary>How long an article stays in the news sitemap (Google, "Create a News sitemap": two days).</summary>
    public static readonly TimeSpan NewsWindow = TimeSpan.FromHours(48);

    private const string Day = "day";

    private DateTime _hotDueUtc = DateTime.MinValue;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await failedSignIns.WriteAsync(onlyEnded: false, cancellationToken);
        }
        catch (Exception e)
        {
            logger.LogWarning("Failed attempts to sign in were not put on record: {Reason}", e.Message);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                if (await TickAsync(stoppingToken))
                {
                    await site.RefreshAsync(cancellationToken: stoppingToken);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                // Another node may have done the same work a moment earlier; otherwise the next tick tries again.
                logger.LogWarning("An event of the clock could not be written: {Reason}", e.Message);
            }
        }
    }

    // A site that stops is no fault, whether it was asked to or is simply let go of.
    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Writes the events that are due.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True where there were any.</returns>
    public async Task<bool> TickAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        var now = clock.NowUtc();
        await failedSignIns.WriteAsync(onlyEnded: true, cancellationToken);
        var published = await DueArticles.PublishAsync(db, clock, cancellationToken) + await DueArticles.WithdrawAsync(db, clock, cancellationToken);
        var last = await db.Changes.AsNoTracking().OrderByDescending(c => c.Sequence).Select(c => (DateTime?)c.AtUtc).FirstOrDefaultAsync(cancellationToken);
        if (last is not { } seen)
        {
            return published > 0;
        }

        var what = seen < now ? await DueEventAsync(db, seen, now, cancellationToken) : null;
        if (what is null)
        {
            return await RenewHotAsync(db, now, cancellationToken) || published > 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        if (await db.Changes.AnyAsync(c => c.AtUtc > seen && c.Kind == ChangeKind.Clock, cancellationToken))
        {
            // Another node wrote the same event a moment earlier.
            return true;
        }

        await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Clock, AtUtc = now, Actor = "clock", Detail = what }], [], cancellationToken);
        await FrontDesk.EndDueAsync(db, now, cancellationToken);
        if (what == Day) await AgeAsync(db, seen, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    // Looked for as often as there may be a new list; whether another node made one meanwhile is asked under the lock.
    private async Task<bool> RenewHotAsync(NewsDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        if (now < _hotDueUtc)
        {
            return false;
        }

        _hotDueUtc = now + HotSnapshot.Shortest;
        return await HotSnapshot.RenewAsync(db, clock, cancellationToken);
    }

    // Articles that have become old show a notice from this day on.
    private Task<int> AgeAsync(NewsDbContext db, DateTime seen, DateTime now, CancellationToken cancellationToken)
    {
        var zone = site.Snapshot.Zone;
        var (before, last) = (ArticleAge.LastOldDay(zone.DayOf(seen)), ArticleAge.LastOldDay(zone.DayOf(now)));
        return db.Runs.Where(r => db.Articles.Visible().Any(a => a.Id == r.ArticleId && a.Day > before && a.Day <= last)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<string?> DueEventAsync(NewsDbContext db, DateTime seen, DateTime now, CancellationToken cancellationToken)
    {
        var zone = site.Snapshot.Zone;
        if (zone.DayOf(seen) != zone.DayOf(now))
        {
            return Day;
        }

        if (await db.FrontPins.AnyAsync(p => p.UntilUtc != null && p.UntilUtc <= now, cancellationToken))
        {
            return "pin";
        }

        var (left, leaves) = (seen - NewsWindow, now - NewsWindow);
        return await db.Articles.Visible().AnyAsync(a => a.PublishedUtc >= left && a.PublishedUtc < leaves, cancellationToken) ? "news-sitemap" : null;
    }
}
