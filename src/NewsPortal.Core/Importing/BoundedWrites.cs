using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing;

/// <summary>
/// Writes a bulk in transactions that hold the write lock at most 50 ms and pause between them, so that an editor's save
/// never waits behind an import. What the store refuses is tried alone, and costs only itself.
/// </summary>
/// <typeparam name="T">What is written.</typeparam>
/// <param name="clock">The clock.</param>
/// <param name="names">Names seen so far, forgotten where a transaction fails.</param>
/// <param name="store">Writes some in one transaction and says what became of each input in them.</param>
/// <param name="refuse">Records that one was refused, and why.</param>
internal sealed class BoundedWrites<T>(
    TimeProvider clock,
    NameBook names,
    Func<IReadOnlyCollection<T>, CancellationToken, Task<List<ImportResult>>> store,
    Func<T, string, CancellationToken, Task<List<ImportResult>>> refuse)
{
    private readonly BulkPace _pace = new(clock);

    /// <summary>How many are to be written together next.</summary>
    public int Size => _pace.Size;

    /// <summary>Writes some.</summary>
    /// <param name="batch">At least one.</param>
    /// <param name="cancellationToken">Gives up; what an earlier call wrote stays.</param>
    public Task<List<ImportResult>> WriteAsync(IReadOnlyCollection<T> batch, CancellationToken cancellationToken) =>
        _pace.WriteAsync(() => TogetherAsync(batch, cancellationToken), cancellationToken);

    private async Task<List<ImportResult>> TogetherAsync(IReadOnlyCollection<T> batch, CancellationToken cancellationToken)
    {
        try
        {
            return await store(batch, cancellationToken);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            // Another writer took a name or an address in between, or one row is refused: one by one each finds its own fate.
            names.Forget();
            var results = new List<ImportResult>();
            foreach (var item in batch)
            {
                results.AddRange(await AloneAsync(item, cancellationToken));
            }

            return results;
        }
    }

    private async Task<List<ImportResult>> AloneAsync(T item, CancellationToken cancellationToken)
    {
        try
        {
            return await store([item], cancellationToken);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            names.Forget();
            return await refuse(item, $"the store refused it: {(e.InnerException ?? e).Message.Split('\n')[0]}", cancellationToken);
        }
    }

    // What one article may bring upon its transaction: a constraint, a lock that never came free, a text the database cannot hold.
    private static bool IsRefusal(Exception e) => e is DbUpdateException or System.Data.Common.DbException or ArgumentException or InvalidOperationException;
}
