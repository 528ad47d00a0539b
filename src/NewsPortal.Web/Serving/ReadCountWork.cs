using NewsPortal.Core.Finding.Hot;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>Stores what was read: every 15 seconds and at the end, in one short transaction. A process that is killed loses what it counted since.</summary>
/// <param name="counter">What was counted.</param>
/// <param name="store">The store.</param>
/// <param name="logger">Where trouble is told.</param>
public sealed class ReadCountWork(ReadCounter counter, NewsStore store, ILogger<ReadCountWork> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <summary>Stores the sums. They are put back where they certainly were not stored, so that none is lost or added twice.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StoreAsync(CancellationToken cancellationToken = default)
    {
        var sums = counter.Take();
        if (sums.Count == 0)
        {
            return;
        }

        var isSent = false;
        try
        {
            await using var db = store.CreateContext();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await ReadCounts.AddAsync(db, sums, cancellationToken);

            // A commit whose answer is lost may have happened: better some reads too few than the same twice.
            isSent = true;
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch
        {
            if (!isSent)
            {
                counter.PutBack(sums);
            }

            throw;
        }
    }

    /// <summary>Stores the rest; the web server has stopped by then.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryStoreAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, stoppingToken);
                await TryStoreAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The rest is stored by whoever stops it.
        }
    }

    private async Task TryStoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            await StoreAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning("Reads could not be stored: {Reason}", e.Message);
        }
    }
}
