using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Core.Importing;

/// <summary>
/// Writes a bulk in transactions that hold the write lock at most 50 ms and pause between them, so that an editor's save
/// never waits behind an import. What the store refuses is tried alone, and costs only itself.
/// </summary>
/// <typeparam name="T">What is written.</typeparam>
/// <param name="clock">The clock.</param>
/// <param name="names">Names seen so far, forgotten where a transaction fails.</param>
/// <param name="store">Writes some in one transaction and says what became of each.</param>
/// <param name="refuse">Records that one was refused, and why.</param>
internal sealed class BoundedWrites<T>(
    TimeProvider clock,
    NameBook names,
    Func<IReadOnlyCollection<T>, CancellationToken, Task<List<ImportResult>>> store,
    Func<T, string, CancellationToken, Task<ImportResult>> refuse)
{
    private const int Largest = 100;
    private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(50);

    /// <summary>How many are to be written together next.</summary>
    public int Size { get; private set; } = 8;

    /// <summary>Writes some.</summary>
    /// <param name="batch">At least one.</param>
    /// <param name="cancellationToken">Gives up; what an earlier call wrote stays.</param>
    public async Task<List<ImportResult>> WriteAsync(IReadOnlyCollection<T> batch, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        List<ImportResult> results;
        try
        {
            results = await store(batch, cancellationToken);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            // Another writer took a name or an address in between, or one row is refused: one by one each finds its own fate.
            names.Forget();
            results = [];
            foreach (var item in batch)
            {
                results.AddRange(await AloneAsync(item, cancellationToken));
            }
        }

        var held = clock.GetElapsedTime(began);

        // Whoever waits for the write lock gets it now: SQLite keeps no queue.
        await Task.Delay(1, cancellationToken);
        Size = Math.Clamp((int)(Size * (LongestHold / held) * 0.8), 1, Math.Min(Largest, Size * 2));
        return results;
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
            return [await refuse(item, $"the store refused it: {(e.InnerException ?? e).Message.Split('\n')[0]}", cancellationToken)];
        }
    }

    // What one article may bring upon its transaction: a constraint, a lock that never came free, a text the database cannot hold.
    private static bool IsRefusal(Exception e) => e is DbUpdateException or System.Data.Common.DbException or ArgumentException or InvalidOperationException;
}
