using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>
/// Lets the editions of this process write in the order in which they came. SQLite keeps no queue: whoever waits asks again
/// after ever longer pauses, and among eight editors and an import one may ask in vain for many seconds. (PostgreSQL's lock
/// has a queue of its own.)
/// </summary>
internal sealed class WriterQueue : IDisposable
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Queues = new(StringComparer.Ordinal);

    private SemaphoreSlim? _turn;

    private WriterQueue(SemaphoreSlim? turn) => _turn = turn;

    /// <summary>Waits for one's turn.</summary>
    /// <param name="db">The store that is to be written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<WriterQueue> TakeAsync(NewsDbContext db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            return new WriterQueue(null);
        }

        var queue = Queues.GetOrAdd(db.Database.GetConnectionString() ?? string.Empty, _ => new SemaphoreSlim(1, 1));
        await queue.WaitAsync(cancellationToken);
        return new WriterQueue(queue);
    }

    /// <summary>Lets the next one write; called again it does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
}
