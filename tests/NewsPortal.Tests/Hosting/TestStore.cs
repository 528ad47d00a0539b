using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Reading;
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
        await StoreTemplate.CopyToAsync(folder.Path);
        return new TestStore(await NewsStore.OpenAsync(new StoreLocation(folder.Path)), folder);
    }

    public static async Task<TestStore> PostgresAsync(PrivatePostgres server)
    {
        ArgumentNullException.ThrowIfNull(server);
        var folder = new TemporaryFolder();
        return new TestStore(await NewsStore.OpenAsync(new StoreLocation(folder.Path, await server.NewStoreAsync())), folder);
    }

    public static Task<TestStore> OpenAsync(string kind, PrivatePostgres server) =>
        kind == StoreKindsAttribute.Postgres ? PostgresAsync(server) : SqliteAsync();

    /// <summary>Imports files, given by their path below the imported root and their text.</summary>
    public async Task<ImportReport> ImportAsync(TimeProvider clock, Action<ImportResult>? stored, params (string Path, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in files)
        {
            folder.Write(path, text);
        }

        return await new ArticleImporter(Store, clock).ImportAsync(
            InputReader.Read([folder.Path]), new ImportOptions("import", SiteZone.Find("Asia/Shanghai")), stored);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
