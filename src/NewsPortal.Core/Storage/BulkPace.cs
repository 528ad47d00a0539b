namespace NewsPortal.Core.Storage;

/// <summary>
/// How much of a bulk is written at once: as much as holds the write lock 50 ms at most, with a pause behind it, so that an
/// editor's save never waits long.
/// </summary>
/// <remarks>SQLite keeps no queue: whoever waits asks again every few milliseconds and must find the lock free.</remarks>
/// <param name="clock">The clock.</param>
/// <param name="longest">How long one write may take; 50 ms where nothing is said.</param>
/// <param name="smallest">How many are always written together.</param>
internal sealed class BulkPace(TimeProvider clock, TimeSpan? longest = null, int smallest = 1)
{
    private const int Largest = 100;
    private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(4);

    /// <summary>How many are to be written together next.</summary>
    public int Size { get; private set; } = 8;

    /// <summary>Writes some, then lets others write.</summary>
    /// <param name="write">One transaction, or a few.</param>
    /// <param name="cancellationToken">Gives up in the pause.</param>
    public async Task<T> WriteAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        var written = await MeasureAsync(write);
        await PauseAsync(cancellationToken);
        return written;
    }

    /// <summary>Writes some, and learns from it how many are to be written next.</summary>
    /// <param name="write">Writes them.</param>
    public async Task<T> MeasureAsync<T>(Func<Task<T>> write)
    {
        var began = clock.GetTimestamp();
        var written = await write();
        var held = clock.GetElapsedTime(began);
        Size = held <= TimeSpan.Zero ? Size : Math.Clamp((int)(Size * ((longest ?? LongestHold) / held) * 0.8), smallest, Math.Min(Largest, Size * 2));
        return written;
    }

    /// <summary>Lets others write.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(Pause, cancellationToken);
}
