using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Pushing.Receivers;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Serving;

/// <summary>Tells search engines and hooks what changed, each at its own pace. Where none is configured it ends at once and nothing ever leaves.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="site">The site: only one that has a public address of its own tells it.</param>
/// <param name="readiness">The first import comes first.</param>
/// <param name="options">Who is told.</param>
/// <param name="logger">Where trouble is told.</param>
public sealed class PushWork(
    NewsStore store, TimeProvider clock, CurrentSite site, SiteReadiness readiness, PushOptions options, ILogger<PushWork> logger)
    : StoreWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    /// <summary>Everyone who is told.</summary>
    /// <param name="options">Who is configured.</param>
    /// <param name="baseUrl">The site's address, without a trailing slash.</param>
    /// <param name="settles">How long other nodes may lag behind the store.</param>
    public static IReadOnlyList<PushReceiver> Receivers(PushOptions options, string baseUrl, TimeSpan settles = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var receivers = new List<PushReceiver>();
        if (options.IndexNow is { } indexNow)
        {
            receivers.Add(new IndexNowReceiver(indexNow, baseUrl));
        }

        if (options.Baidu is { } baidu)
        {
            receivers.Add(new BaiduReceiver(baidu, baseUrl));
        }

        if (options.Cdn is { } cdn)
        {
            receivers.Add(new CdnReceiver(cdn, settles));
        }

        receivers.AddRange(options.Hubs.Select(h => new WebSubReceiver(h)));
        receivers.AddRange(options.Webhooks.Select(h => new WebhookReceiver(h)));
        return receivers;
    }

    /// <summary>Notes new receivers before the first import: they are told of it too.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Cdn is null)
        {
            // Without one its queue would only grow.
            await using var db = store.CreateContext();
            await db.PushProgress.Where(p => p.Receiver == SurrogateKeys.Receiver).ExecuteDeleteAsync(cancellationToken);
            await db.PushDeliveries.Where(d => d.Receiver == SurrogateKeys.Receiver && d.State == PushState.Waiting).ExecuteDeleteAsync(cancellationToken);
        }

        if (options.Any)
        {
            using var client = PushPost.NewClient(UserAgent(string.Empty));
            foreach (var receiver in Receivers(options, "http://localhost"))
            {
                await new PushSender(store, clock, new PushPost(client, clock), receiver, string.Empty).BeginAsync(cancellationToken);
            }
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Any)
        {
            return;
        }

        while (!readiness.IsReady)
        {
            await Task.Delay(Pause, stoppingToken);
        }

        // An address that was merely bound is nobody's business outside.
        var baseUrl = site.Snapshot.Settings.BaseUrl;
        if (baseUrl.Length == 0)
        {
            logger.LogWarning("Nothing is pushed: Site:BaseUrl is not set, so the site's public address is not known. Set it, then start again.");
            return;
        }

        using var client = PushPost.NewClient(UserAgent(baseUrl));
        var post = new PushPost(client, clock);
        await Task.WhenAll(Receivers(options, baseUrl, store.Location.IsPostgres ? TimeSpan.FromSeconds(1) : TimeSpan.Zero).Select(r => ServeAsync(new PushSender(store, clock, post, r, baseUrl), r.Name, stoppingToken)));
    }

    private static string UserAgent(string baseUrl)
    {
        var version = typeof(PushWork).Assembly.GetName().Version!.ToString(3);
        return baseUrl.Length == 0 ? $"NewsPortal/{version}" : $"NewsPortal/{version} (+{baseUrl}/)";
    }

    private async Task ServeAsync(PushSender sender, string name, CancellationToken stoppingToken)
    {
        var seen = -1L;
        var looked = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // A quiet ledger and nothing due need no look at the store every second.
                if (site.Snapshot.Sequence != seen || clock.GetUtcNow() - looked >= PauseAfterFailure)
                {
                    (seen, looked) = (site.Snapshot.Sequence, clock.GetUtcNow());
                    await sender.WorkAsync(stoppingToken);
                }

                await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (Exception e)
            {
                logger.LogWarning("Changes could not be told to {Receiver}: {Reason} Trying again in {Seconds} s.", name, e.Message, PauseAfterFailure.TotalSeconds);
                await Task.Delay(PauseAfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        try
        {
            await sender.LeaveAsync();
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
        {
            logger.LogInformation("Another node goes on in two minutes: {Reason}", e.Message);
        }
    }
}
