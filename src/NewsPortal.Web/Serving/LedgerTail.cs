using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;
using Npgsql;

namespace NewsPortal.Web.Serving;

/// <summary>Follows the change ledger, so that what another process or node commits shows here within a second.</summary>
/// <param name="store">The store.</param>
/// <param name="site">What is read anew.</param>
/// <param name="logger">Where trouble is told.</param>
public sealed class LedgerTail(NewsStore store, CurrentSite site, ILogger<LedgerTail> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = store.OpenConnection();
                await FollowAsync(connection, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning("The change ledger cannot be followed: {Reason}. Trying again.", e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private async Task FollowAsync(DbConnection connection, CancellationToken stoppingToken)
    {
        if (connection is NpgsqlConnection postgres)
        {
            await using var listen = postgres.CreateCommand();
            listen.CommandText = $"LISTEN {ChangeLedger.Channel}";
            await listen.ExecuteNonQueryAsync(stoppingToken);
            while (true)
            {
                // A lost notification costs half a second, no more: the time-out is the polling underneath.
                await postgres.WaitAsync(TimeSpan.FromMilliseconds(500), stoppingToken);
                await RefreshIfGrownAsync(stoppingToken);
                site.Seen();
            }
        }

        // SQLite tells a connection that stays open whether anyone else has committed, without reading the file's content.
        await using var version = connection.CreateCommand();
        version.CommandText = "PRAGMA data_version";
        long? seen = null;
        while (true)
        {
            var now = (long)(await version.ExecuteScalarAsync(stoppingToken))!;
            if (now != seen)
            {
                seen = now;
                await RefreshIfGrownAsync(stoppingToken);
            }

            site.Seen();
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private async Task RefreshIfGrownAsync(CancellationToken stoppingToken)
    {
        await using var db = store.CreateContext();
        var newest = await db.Changes.OrderByDescending(c => c.Sequence).Select(c => c.Sequence).FirstOrDefaultAsync(stoppingToken);
        if (newest != site.Snapshot.Sequence)
        {
            await site.RefreshAsync(cancellationToken: stoppingToken);
        }
    }
}
