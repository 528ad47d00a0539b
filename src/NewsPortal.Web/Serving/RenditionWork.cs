using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Serving;

/// <summary>
/// Draws renditions while the site runs: what the first start, an upload or an import that was cut off left to be done.
/// One picture at a time, so that a core is left to the readers.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="readiness">The first import comes first.</param>
/// <param name="logger">Where trouble is told.</param>
public sealed class RenditionWork(NewsStore store, TimeProvider clock, SiteReadiness readiness, ILogger<RenditionWork> logger)
    : StoreWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var backlog = new RenditionBacklog(store, clock);
        var pause = Pause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, stoppingToken);
                if (!readiness.IsReady)
                {
                    continue;
                }

                foreach (var (path, reason) in await backlog.WorkOffAsync(workers: 1, cancellationToken: stoppingToken))
                {
                    logger.LogWarning("The picture {Path}: {Reason}.", path, reason);
                }

                pause = Pause;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                // A disk stays full for hours, and a log of every second would fill it further.
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                logger.LogWarning("Pictures could not be drawn: {Reason} Trying again in {Seconds} s.", e.Message, pause.TotalSeconds);
            }
        }
    }
}
