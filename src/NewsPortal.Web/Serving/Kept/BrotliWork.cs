using System.Diagnostics;
using System.Threading.Channels;

namespace NewsPortal.Web.Serving.Kept;

/// <summary>
/// Makes the Brotli form of pages that many ask for, beside everything else. It takes some hundredths of a second for a page
/// and saves an eighth of its bytes, until the next publish; so it is made only of what was asked for several times, and
/// takes a tenth of one processor at most.
/// </summary>
/// <param name="cache">Where the pages are.</param>
/// <param name="site">The site.</param>
internal sealed class BrotliWork(PageCache cache, CurrentSite site) : BackgroundService
{
    /// <summary>Sendings of one page after which it is worth it.</summary>
    public const int Worth = 8;

    private const int Rest = 9;

    private readonly Channel<(string Target, ReadyAnswer Ready)> _asked = Channel.CreateBounded<(string, ReadyAnswer)>(
        new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Asks for a page's.</summary>
    /// <param name="target">Its address.</param>
    /// <param name="ready">The page.</param>
    public void Ask(string target, ReadyAnswer ready)
    {
        if (ready.IsAskedFirst())
        {
            _asked.Writer.TryWrite((target, ready));
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (target, ready) in _asked.Reader.ReadAllAsync(stoppingToken))
            {
                if (ReferenceEquals(ready.Snapshot, site.Snapshot))
                {
                    var began = Stopwatch.GetTimestamp();
                    ready.Brotli = Compressed.Brotli(ready.Plain());
                    cache.Grown(target, ready);
                    await Task.Delay(Rest * Stopwatch.GetElapsedTime(began), stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The site stops, and what was asked for is asked for again some time.
        }
    }
}
