namespace NewsPortal.Core.Storage;

/// <summary>
/// Says that a site serves a store, or that a restore has it alone: a file that the operating system locks and lets go of
/// when the process ends, however it ends. Several sites may serve one store.
/// </summary>
public sealed class StoreUse : IDisposable
{
    private readonly FileStream? _lock;

    private StoreUse(FileStream? held) => _lock = held;

    /// <summary>For a site, as long as it serves.</summary>
    /// <param name="location">The store; its folder is there.</param>
    /// <exception cref="StoreUnavailableException">It is being restored.</exception>
    public static StoreUse Share(StoreLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        try
        {
            return new StoreUse(location.IsPostgres ? null : Open(location, FileShare.Read));
        }
        catch (IOException e)
        {
            throw new StoreUnavailableException($"The store {location.SqliteFile} is being restored. Start the site when that is done.", e);
        }
    }

    /// <summary>For a restore, until it is done.</summary>
    /// <param name="location">The store; its folder is there.</param>
    /// <exception cref="StoreUnavailableException">A site serves it.</exception>
    public static StoreUse Alone(StoreLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        try
        {
            return new StoreUse(Open(location, FileShare.None));
        }
        catch (IOException e)
        {
            throw new StoreUnavailableException($"The store {location.SqliteFile} is in use. Stop the site, then restore.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();

    private static FileStream Open(StoreLocation location, FileShare share) =>
        new(location.SqliteFile + ".in-use", FileMode.OpenOrCreate, FileAccess.Read, share);
}
