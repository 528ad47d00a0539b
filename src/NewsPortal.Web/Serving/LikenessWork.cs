using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Serving;

/// <summary>Looks at pictures while the site runs, one at a time, so that the library can say which look alike.</summary>
/// <param name="store">The store.</param>
/// <param name="readiness">The first import comes first.</param>
/// <param name="logger">Where trouble is told.</param>
public sealed class LikenessWork(NewsStore store, SiteReadiness readiness, ILogger<LikenessWork> logger) : StoreWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var backlog = new LikenessBacklog(store);
        var pause = Pause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, stoppingToken);
                if (readiness.IsReady)
                {
                    await backlog.WorkOffAsync(stoppingToken);
                    pause = Pause;
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                pause = LongPause;
                logger.LogWarning("Pictures could not be compared: {Reason} Trying again in {Seconds} s.", e.Message, pause.TotalSeconds);
            }
        }
    }
}
