using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Serving;

/// <summary>
/// Makes pages before anybody asks for them, the newest first: all of them after a start with another program or other
/// settings, and the newest ones whenever the site has changed and then stood still for a moment. It takes a quarter of one
/// processor at most.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="site">The site.</param>
/// <param name="runs">Makes and keeps them.</param>
/// <param name="configuration">Says whether it works at all: <c>NewsPortal:MakeAhead</c>, true unless it is said.</param>
/// <param name="readiness">The first import comes first.</param>
/// <param name="logger">Where trouble is told.</param>
internal sealed class RunWork(NewsStore store, CurrentSite site, ArticleRunSource runs, IConfiguration configuration, SiteReadiness readiness, ILogger<RunWork> logger) : StoreWork
{
    private const int Looked = 200;
    private const int MadeTogether = 20;
    private const int Newest = 1000;
    private const int Rest = 3;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("NewsPortal:MakeAhead", true))
        {
            return;
        }

        // What the last look showed, what was made ahead for, and the program and settings for which all pages were.
        (SiteSnapshot? last, SiteSnapshot? done, string? whole) = (null, null, null);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Quiet, stoppingToken);
                var (snapshot, fingerprint) = (site.Snapshot, site.Fingerprint);

                // Whatever is made while the site goes on changing is not kept, so it waits until it stands still.
                var stands = ReferenceEquals(last, snapshot);
                last = snapshot;
                if (readiness.IsReady && stands && !ReferenceEquals(done, snapshot)
                    && await WalkAsync(snapshot, fingerprint, whole == fingerprint ? Newest : int.MaxValue, stoppingToken))
                {
                    (done, whole) = (snapshot, fingerprint);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning("Pages could not be made ahead: {Reason} Trying again in {Seconds} s.", e.Message, PauseAfterFailure.TotalSeconds);
                await Task.Delay(PauseAfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // True where it came to the end before the site changed.
    private async Task<bool> WalkAsync(SiteSnapshot snapshot, string fingerprint, int most, CancellationToken stoppingToken)
    {
        var (time, id) = (DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), long.MaxValue);
        for (var looked = 0; looked < most; looked += Looked)
        {
            await using var db = store.CreateContext();
            var rows = await db.Articles.AsNoTracking().Visible().JustBefore(time, id).Take(Looked)
                .Select(a => new { a.Id, a.PublishedUtc, IsKept = db.Runs.Any(r => r.ArticleId == a.Id && r.Fingerprint == fingerprint) }).ToListAsync(stoppingToken);
            foreach (var some in rows.Where(r => !r.IsKept).Select(r => r.Id).Chunk(MadeTogether))
            {
                if (!ReferenceEquals(site.Snapshot, snapshot))
                {
                    return false;
                }

                var began = Stopwatch.GetTimestamp();
                await runs.MakeAheadAsync(some, stoppingToken);
                await Task.Delay(Rest * Stopwatch.GetElapsedTime(began), stoppingToken);
            }

            if (rows.Count < Looked)
            {
                break;
            }

            (time, id) = (rows[^1].PublishedUtc, rows[^1].Id);
        }

        return true;
    }
}
