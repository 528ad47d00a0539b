namespace NewsPortal.Core.Importing;

/// <summary>How many bytes of input may be in memory at a time; a single one larger than that goes alone.</summary>
/// <param name="most">Bytes.</param>
internal sealed class ByteBudget(long most)
{
    private readonly Lock _lock = new();
    private long _taken;
    private TaskCompletionSource? _freed;

    /// <summary>Waits until there is room.</summary>
    /// <param name="bytes">How much is needed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task TakeAsync(long bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task freed;
            lock (_lock)
            {
                if (_taken == 0 || _taken + bytes <= most)
                {
                    _taken += bytes;
                    return;
                }

                freed = (_freed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await freed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Gives back what was taken.</summary>
    /// <param name="bytes">How much.</param>
    public void Give(long bytes)
    {
        TaskCompletionSource? freed;
        lock (_lock)
        {
            _taken -= bytes;
            (freed, _freed) = (_freed, null);
        }

        freed?.SetResult();
    }
}
