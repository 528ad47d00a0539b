namespace NewsPortal.Core.Storage;

/// <summary>
/// How much of a bulk is written at once: as much as holds the write lock 50 ms at most, with a pause behind it, so that an
/// editor's save never waits long.
/// </summary>
/// <remarks>SQLite keeps no queue: whoever waits asks again every few milliseconds and must find the lock free.</remarks>
/// <param name="clock">The clock.</param>
internal sealed class BulkPace(TimeProvider clock)
{
    private const int Largest = 100;
    private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(4);

    /// <summary>How many are to be written together next.</summary>
    public int Size { get; private set; } = 8;

    /// <summary>Writes some, then lets others write.</summary>
    /// <param name="write">One transaction, or a few.</param>
    /// <param name="cancellationToken">Gives up in the pause.</param>
    public Task WriteAsync(Func<Task> write, CancellationToken cancellationToken) =>
        WriteAsync(
            async () =>
            {
                await write();
                return true;
            },
            cancellationToken);

    /// <summary>Writes some, then lets others write.</summary>
    /// <param name="write">One transaction, or a few.</param>
    /// <param name="cancellationToken">Gives up in the pause.</param>
    public async Task<T> WriteAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var written = await write();
        var held = clock.GetElapsedTime(began);
        Size = held <= TimeSpan.Zero ? Size : Math.Clamp((int)(Size * (LongestHold / held) * 0.8), 1, Math.Min(Largest, Size * 2));
        await Task.Delay(Pause, cancellationToken);
        return written;
    }
}
