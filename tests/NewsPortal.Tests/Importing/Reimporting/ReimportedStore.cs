using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Importing.Reimporting;

/// <summary>A store whose articles an older importer read otherwise: a test writes into them what that importer would have.</summary>
internal sealed class ReimportedStore(TestStore test) : IDisposable
{
    public static FixedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    public TestStore Test => test;

    public static async Task<ReimportedStore> OpenAsync(string kind, PrivatePostgres server) =>
        new(kind == StoreKindsAttribute.Postgres ? await TestStore.PostgresAsync(server) : await TestStore.SqliteAsync());

    public void Dispose() => test.Dispose();

    /// <summary>Imports files from a folder that is gone afterwards.</summary>
    public Task<ImportReport> ImportAsync(params (string Path, string Text)[] files) =>
        ImportAsync(_ => { }, [.. files.Select(f => (f.Path, System.Text.Encoding.UTF8.GetBytes(f.Text)))]);

    public Task<ImportReport> ImportAsync(Action<ImportResult> stored, params (string Path, byte[] Bytes)[] files) =>
        ImportAsync(new ImportOptions("import", SiteZone.Find("Asia/Shanghai")), stored, files);

    public async Task<ImportReport> ImportAsync(ImportOptions options, Action<ImportResult> stored, params (string Path, byte[] Bytes)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, bytes) in files)
        {
            folder.Write(path, bytes);
        }

        return await new ArticleImporter(test.Store, Clock).ImportAsync(InputReader.Read([folder.Path]), options, stored);
    }

    /// <summary>Changes the only article, or all, behind the program's back.</summary>
    public async Task ChangeAsync(Action<Article> change)
    {
        await using var db = test.Store.CreateContext();
        foreach (var article in await db.Articles.WithEverything().OrderBy(a => a.Id).ToListAsync())
        {
            change(article);
        }

        await db.SaveChangesAsync();
    }

    public Task<ImportReport> ReimportAsync(bool dryRun = false, int since = 0, ReimportListener? listener = null, CancellationToken cancellationToken = default) =>
        new ArticleReimporter(test.Store, Clock, SiteZone.Find("Asia/Shanghai")).RunAsync(since, dryRun, listener ?? new ReimportListener(), cancellationToken);

    /// <summary>Reimports and gives the changes of each article, as they are told.</summary>
    public async Task<List<string>> ChangesAsync()
    {
        var told = new List<string>();
        await ReimportAsync(listener: new ReimportListener(result => told.AddRange((result.Changes ?? []).Select(c => c.ToString()))));
        return told;
    }

    public async Task<Article> OnlyAsync() => (await AllAsync()).Single();

    public async Task<List<Article>> AllAsync()
    {
        await using var db = test.Store.CreateContext();
        return await db.Articles.AsNoTracking().WithEverything().OrderBy(a => a.Id).ToListAsync();
    }
}
