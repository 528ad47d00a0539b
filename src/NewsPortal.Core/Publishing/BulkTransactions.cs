using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>
/// The transactions of a bulk. One takes in batch after batch while nobody else waits to write, because what a transaction
/// writes at its end (pages of counts and of the full-text index, the log's sync) hardly depends on how much it holds. Where
/// somebody waits it ends with the batch at hand.
/// </summary>
/// <param name="connection">The bulk's connection.</param>
/// <param name="clock">The clock.</param>
internal sealed class BulkTransactions(BulkConnection connection, TimeProvider clock) : IAsyncDisposable
{
    // With the end of the transaction, what a batch takes is what somebody may have to wait: 50 ms together.
    private static readonly TimeSpan LongestBatch = TimeSpan.FromMilliseconds(30);

    // A machine that is busy with other things makes any batch slow, and fewer articles cost hardly less than these.
    private const int SmallestBatch = 8;

    // Who did not say that they wait must not wait long either.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    private DbTransaction? _transaction;
    private WriterQueue? _turn;
    private long _began;

    /// <summary>How much is put into a batch.</summary>
    /// <param name="clock">The clock.</param>
    public static BulkPace Pace(TimeProvider clock) => new(clock, LongestBatch, SmallestBatch);

    /// <summary>True where the transaction is to be ended after this batch.</summary>
    public bool IsOver => _transaction is not null && (clock.GetElapsedTime(_began) >= Longest || WaitingWriters.Any(connection.Connection));

    /// <summary>Has a context work in the open transaction; where none is open, begins one.</summary>
    /// <param name="db">A context on the bulk's connection.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task JoinAsync(NewsDbContext db, CancellationToken cancellationToken)
    {
        if (_transaction is null)
        {
            _turn = await WriterQueue.TakeAsync(db, cancellationToken);
            _transaction = await connection.Connection.BeginTransactionAsync(cancellationToken);
            _began = clock.GetTimestamp();
            await db.Database.UseTransactionAsync(null, cancellationToken);
        }

        if (db.Database.CurrentTransaction is null)
        {
            await db.Database.UseTransactionAsync(_transaction, cancellationToken);
        }
    }

    /// <summary>Commits what was written; nothing happens where no transaction is open.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task CommitAsync(CancellationToken cancellationToken) => EndAsync(t => t.CommitAsync(cancellationToken));

    /// <summary>Takes back what was written since the last commit.</summary>
    public Task RollBackAsync() => EndAsync(t => t.RollbackAsync(CancellationToken.None));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await EndAsync(_ => Task.CompletedTask);

    private async Task EndAsync(Func<DbTransaction, Task> end)
    {
        if (_transaction is not { } transaction)
        {
            return;
        }

        try
        {
            await end(transaction);
        }
        finally
        {
            _transaction = null;
            await transaction.DisposeAsync();
            _turn?.Dispose();
        }
    }
}
