using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Serving;

/// <summary>Makes the search index anew where an upgrade changed its rules, once, while the site runs and search answers from what is there.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="readiness">The first import comes first.</param>
/// <param name="logger">Where it is told.</param>
public sealed class SearchWork(NewsStore store, TimeProvider clock, SiteReadiness readiness, ILogger<SearchWork> logger)
    : StoreWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, stoppingToken);
                if (readiness.IsReady)
                {
                    var indexed = await new SearchBacklog(store, clock).WorkOffAsync(cancellationToken: stoppingToken);
                    if (indexed > 0)
                    {
                        logger.LogInformation("The search index holds {Count} articles by its new rules.", indexed);
                    }

                    return;
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning("The search index could not be made anew: {Reason} Trying again in {Seconds} s.", e.Message, PauseAfterFailure.TotalSeconds);
                await Task.Delay(PauseAfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
