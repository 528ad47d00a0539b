namespace NewsPortal.Web.Serving;

/// <summary>Work in the background that writes: whoever lets go of the site may take its folder away, so its end is waited for.</summary>
public abstract class StoreWork : BackgroundService, IAsyncDisposable
{
    /// <summary>Waits until nothing is being written any more.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (ExecuteTask is { } work)
        {
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        GC.SuppressFinalize(this);
    }
}
