using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing;

/// <summary>
/// Writes a bulk in batches, and batches in transactions, so that an editor's save never waits more than 50 ms behind an
/// import. What the store refuses is tried alone, and costs only itself.
/// </summary>
/// <typeparam name="T">What is written.</typeparam>
/// <param name="clock">The clock.</param>
/// <param name="names">Names seen so far, forgotten where a transaction fails.</param>
/// <param name="store">Writes some and says what became of each input in them.</param>
/// <param name="refuse">Records that one was refused, and why.</param>
/// <param name="transactions">The transactions, each of several batches; null where every call of <paramref name="store"/> is one.</param>
internal sealed class BoundedWrites<T>(
    TimeProvider clock,
    NameBook names,
    Func<IReadOnlyCollection<T>, CancellationToken, Task<List<ImportResult>>> store,
    Func<T, string, CancellationToken, Task<List<ImportResult>>> refuse,
    BulkTransactions? transactions = null)
{
    private readonly BulkPace _pace = transactions is null ? new BulkPace(clock) : BulkTransactions.Pace(clock);

    // Written, not committed.
    private readonly List<T> _open = [];
    private readonly List<ImportResult> _results = [];

    /// <summary>How many are to be written together next.</summary>
    public int Size => _pace.Size;

    /// <summary>Writes some.</summary>
    /// <param name="batch">At least one.</param>
    /// <param name="cancellationToken">Gives up; what was returned stays.</param>
    /// <returns>What became of all that is committed now and was not before; none where the transaction goes on.</returns>
    public async Task<List<ImportResult>> WriteAsync(IReadOnlyCollection<T> batch, CancellationToken cancellationToken)
    {
        _open.AddRange(batch);
        try
        {
            _results.AddRange(await _pace.MeasureAsync(() => store(batch, cancellationToken)));
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return await OneByOneAsync(cancellationToken);
        }

        return transactions is { IsOver: false } ? [] : await SettleAsync(cancellationToken);
    }

    /// <summary>Commits what is written, and lets others write.</summary>
    /// <param name="cancellationToken">Gives up; what was returned stays.</param>
    /// <returns>What became of all that is committed now and was not before.</returns>
    public async Task<List<ImportResult>> SettleAsync(CancellationToken cancellationToken)
    {
        if (_open.Count == 0)
        {
            return [];
        }

        try
        {
            await CommitAsync(cancellationToken);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return await OneByOneAsync(cancellationToken);
        }

        List<ImportResult> results = [.. _results];
        _open.Clear();
        _results.Clear();
        await BulkPace.PauseAsync(cancellationToken);
        return results;
    }

    // Another writer took a name or an address in between, or one row is refused: one by one each finds its own fate.
    private async Task<List<ImportResult>> OneByOneAsync(CancellationToken cancellationToken)
    {
        await RollBackAsync();
        names.Forget();
        _results.Clear();
        var results = new List<ImportResult>();
        foreach (var item in _open)
        {
            results.AddRange(await AloneAsync(item, cancellationToken));
        }

        _open.Clear();
        return results;
    }

    private async Task<List<ImportResult>> AloneAsync(T item, CancellationToken cancellationToken)
    {
        try
        {
            var results = await store([item], cancellationToken);
            await CommitAsync(cancellationToken);
            return results;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            await RollBackAsync();
            names.Forget();
            return await refuse(item, $"the store refused it: {(e.InnerException ?? e).Message.Split('\n')[0]}", cancellationToken);
        }
    }

    private Task CommitAsync(CancellationToken cancellationToken) => transactions?.CommitAsync(cancellationToken) ?? Task.CompletedTask;

    private Task RollBackAsync() => transactions?.RollBackAsync() ?? Task.CompletedTask;

    // What one article may bring upon its transaction: a constraint, a lock that never came free, a text the database cannot hold.
    private static bool IsRefusal(Exception e) => e is DbUpdateException or System.Data.Common.DbException or ArgumentException or InvalidOperationException;
}
