using NewsPortal.Core.Storage;

namespace NewsPortal.Tests.Hosting;

/// <summary>A store of either kind for tests that hold on both.</summary>
public sealed class TestStore : IDisposable
{
    private readonly TemporaryFolder _folder;

    private TestStore(NewsStore store, TemporaryFolder folder)
    {
        Store = store;
        _folder = folder;
    }

    public NewsStore Store { get; }

    public static async Task<TestStore> SqliteAsync()
    {
        var folder = new TemporaryFolder();
        return new TestStore(await NewsStore.OpenAsync(new StoreLocation(folder.Path)), folder);
    }

    public static async Task<TestStore> PostgresAsync(PrivatePostgres server)
    {
        ArgumentNullException.ThrowIfNull(server);
        var folder = new TemporaryFolder();
        return new TestStore(await NewsStore.OpenAsync(new StoreLocation(folder.Path, await server.NewDatabaseAsync())), folder);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
