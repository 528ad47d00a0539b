using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Integrity;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Integrity;

/// <summary>A store of a few articles in every state, with a picture, originals, pages made ready and a ledger; and ways to damage it.</summary>
internal static class AStoreWithEverything
{
    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    /// <summary>Fills a site's store.</summary>
    public static async Task FillAsync(TestSite site, int articles = 6)
    {
        using var folder = new TemporaryFolder();
        folder.Write("桥.png", APicture.Png(400, 300));
        for (var n = 1; n <= articles; n++)
        {
            var (path, text) = AnArticle.Called($"第{n}座桥通车").At($"2026-11-{(n % 20) + 1:00} 08:00:00").Under($"{n}.md")
                .Saying($"第{n}座桥今天通车，两岸的居民走上桥面。\n\n![桥](桥.png)\n\n桥长{n}公里，修了三年。").ToFile();
            folder.Write(path, text);
        }

        folder.Write("草稿.md", "---\nheadline: 还没写完\ndraft: true\n---\n\n正在写。\n");
        await site.ImportFolderAsync(folder.Path);
        await new RenditionBacklog(site.Store, Clock).WorkOffAsync(1);
        await using (var db = site.Store.CreateContext())
        {
            var second = await db.Articles.Where(a => a.Headline == "第2座桥通车").WithEverything().SingleAsync();
            await using var edition = await Edition.BeginAsync(db, Clock, "operator");
            edition.Withdraw(second, second.Body!, "有误");
            await edition.CommitAsync();
        }

        await site.RefreshAsync();
        foreach (var path in await PathsAsync(site))
        {
            await site.PageAsync(path);
        }
    }

    /// <summary>Addresses of all public articles.</summary>
    public static async Task<List<string>> PathsAsync(TestSite site)
    {
        await using var db = site.Store.CreateContext();
        var articles = await db.Articles.Where(a => a.Status == ArticleStatus.Published).OrderBy(a => a.Id).ToListAsync();
        return articles.ConvertAll(a => a.Path);
    }

    /// <summary>Runs a statement past everything that watches.</summary>
    public static async Task TamperAsync(NewsStore store, string sql)
    {
        await using var db = store.CreateContext();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Query(sql);
        Assert.True(await command.ExecuteNonQueryAsync() > 0, sql);
    }

    /// <summary>What an examination finds.</summary>
    public static async Task<(IntegrityReport Report, List<string> Faults)> ExamineAsync(NewsStore store, string? root = null)
    {
        var faults = new List<string>();
        var report = await new StoreExamination(store).RunAsync(root, fault => faults.Add(fault.ToString()));
        Assert.Equal(report.Faults, faults.Count);
        return (report, faults);
    }

    /// <summary>A number as SQL.</summary>
    public static string Sql(long number) => number.ToString(CultureInfo.InvariantCulture);
}
