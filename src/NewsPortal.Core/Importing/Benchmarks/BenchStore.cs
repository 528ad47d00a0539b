using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>An empty store that some documents are imported into, and that is thrown away afterwards.</summary>
internal sealed class BenchStore : IDisposable
{
    private readonly DirectoryInfo _folder;

    private BenchStore(DirectoryInfo folder, NewsStore store)
    {
        _folder = folder;
        Store = store;
    }

    /// <summary>The store.</summary>
    public NewsStore Store { get; }

    /// <summary>Makes one.</summary>
    /// <param name="documents">What is imported.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<BenchStore> ImportAsync(IReadOnlyList<string> documents, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("newsportal-bench-");
        try
        {
            var store = await NewsStore.OpenAsync(new StoreLocation(folder.FullName), cancellationToken);
            await new ArticleImporter(store, TimeProvider.System).ImportAsync(
                InputReader.Read(documents), new ImportOptions("bench", SiteZone.Find(new SiteSettings().TimeZone)), cancellationToken: cancellationToken);
            return new BenchStore(folder, store);
        }
        catch
        {
            Delete(folder);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Delete(_folder);

    private static void Delete(DirectoryInfo folder)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
