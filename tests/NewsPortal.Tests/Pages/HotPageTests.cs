using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding.Hot;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Pages;

/// <summary>The lists of what is read most, where they stand and where they do not.</summary>
public sealed class HotPageTests : IAsyncLifetime
{
    private const string First = "/2026/11/20/first";
    private const string Second = "/2026/11/21/second";
    private const string Third = "/2026/11/22/third";
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        await _site.ImportAsync(
            AnArticle.Called("第一天的新闻").At("2026-11-20 08:00:00").With("slug", "first"),
            AnArticle.Called("第二天的新闻").At("2026-11-21 08:00:00").With("slug", "second").Saying("第二天，河边的灯也亮了，散步的人比昨天更多。"),
            AnArticle.Called("第三天的新闻").At("2026-11-22 08:00:00").With("slug", "third").Saying("第三天下起小雨，步道上仍有撑伞的人。"));
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Without_counts_there_is_no_page_no_link_and_no_empty_box()
    {
        await _site.RankAsync();
        Assert.Equal(404, await _site.StatusAsync("/hot"));
        foreach (var path in (string[])["/", First, "/latest", "/search", "/sitemap.xml"])
        {
            var text = await _site.Client.GetStringAsync(path);
            Assert.DoesNotContain("/hot", text, StringComparison.Ordinal);
            Assert.DoesNotContain("热读", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task D6_what_is_read_more_stands_higher_on_every_page_that_shows_it()
    {
        await _site.ReadByAsync(Second, 1, 3);
        await _site.ReadByAsync(First, 1, 2);
        await _site.RankAsync();
        var hot = await _site.PageAsync("/hot");
        Assert.Equal([[Second, First], [Second, First]], hot.QuerySelectorAll("main ol").Select(Links));
        Assert.Null(hot.QuerySelector("meta[name=robots][content=noindex]"));
        foreach (var path in (string[])["/", Third])
        {
            var page = await _site.PageAsync(path);
            Assert.Equal([Second, First], Links(page.QuerySelector("main #hot ol")!));
            Assert.NotNull(page.QuerySelector("footer a[href='/hot']"));
        }
    }

    [Fact]
    public async Task Reads_of_equal_weight_put_the_newer_article_first()
    {
        await _site.ReadByAsync(First, 1, 1);
        await _site.ReadByAsync(Third, 1, 1);
        await _site.ReadByAsync(Second, 1, 1);
        await _site.RankAsync();
        Assert.Equal([Third, Second, First], await ListAsync("day"));
    }

    [Fact]
    public async Task D6_reads_lose_weight_with_age_by_each_lists_own_measure()
    {
        await _site.ReadByAsync(First, 1, 3);
        await _site.RankAsync();
        await _site.PassAsync(TimeSpan.FromHours(8));
        await _site.ReadByAsync(Second, 1, 2);
        await _site.RankAsync();
        Assert.Equal([Second, First], await ListAsync("day"));
        Assert.Equal([First, Second], await ListAsync("week"));

        await _site.PassAsync(TimeSpan.FromHours(24));
        Assert.Empty(await ListAsync("day"));
        Assert.Equal([First, Second], await ListAsync("week"));
        Assert.Null((await _site.PageAsync("/")).QuerySelector("#hot"));

        await _site.PassAsync(TimeSpan.FromDays(9));
        Assert.Equal(404, await _site.StatusAsync("/hot"));
        await using var db = _site.Store.CreateContext();
        Assert.False(await db.ReadCounts.AnyAsync());
    }

    [Fact]
    public async Task A_new_list_is_an_event_of_the_ledger_at_most_every_ten_minutes_and_only_where_it_differs()
    {
        await _site.ReadByAsync(First, 1, 1);
        await _site.RankAsync();
        Assert.Equal(1, await EventsAsync());
        await _site.ReadByAsync(First, 2, 5);
        await _site.RankAsync();
        Assert.Equal(1, await EventsAsync());
        await _site.ReadByAsync(Second, 1, 9);
        await _site.ReadsOfAsync("second");
        await _site.PassAsync(TimeSpan.FromMinutes(1));
        await using var db = _site.Store.CreateContext();
        Assert.Equal(2, await EventsAsync());
        await _site.ReadByAsync(Third, 1, 15);
        await _site.ReadsOfAsync("third");
        await _site.PassAsync(TimeSpan.FromMinutes(9));
        Assert.Equal(2, await EventsAsync());
        await _site.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(3, await EventsAsync());
        Assert.Null(await ChangeLedger.FirstFaultAsync(db));
    }

    [Fact]
    public async Task A_withdrawn_article_leaves_at_once()
    {
        await _site.ReadByAsync(First, 1, 2);
        await _site.ReadByAsync(Second, 1, 1);
        await _site.RankAsync();
        await using (var db = _site.Store.CreateContext())
        {
            var article = await db.Articles.WithEverything().SingleAsync(a => a.Slug == "first");
            await using var edition = await Edition.BeginAsync(db, _site.Clock, "operator");
            edition.Withdraw(article, article.Body!, "事实有误");
            await edition.CommitAsync();
        }

        await _site.RefreshAsync();
        foreach (var path in (string[])["/hot", "/", Third])
        {
            var page = await _site.PageAsync(path);
            Assert.DoesNotContain(First, page.QuerySelectorAll("ol.ranked a").Select(a => a.GetAttribute("href")));
            Assert.Contains(Second, page.QuerySelectorAll("ol.ranked a").Select(a => a.GetAttribute("href")));
        }
    }

    [Fact]
    public async Task Of_a_report_the_most_read_article_stands_for_all()
    {
        await using (var db = _site.Store.CreateContext())
        {
            await db.Articles.Where(a => a.Slug == "second").ExecuteUpdateAsync(a => a.SetProperty(x => x.ReportId, db.Articles.Single(b => b.Slug == "first").Id));
        }

        await _site.ReadByAsync(First, 1, 1);
        await _site.ReadByAsync(Second, 1, 2);
        await _site.ReadByAsync(Third, 1, 3);
        await _site.RankAsync();
        Assert.Equal([Third, Second], await ListAsync("day"));
    }

    [Fact]
    public async Task Samples_leave_no_reads_behind()
    {
        await _site.ReadByAsync(First, 1, 1);
        await _site.RankAsync();
        await using var db = _site.Store.CreateContext();
        await db.Articles.ExecuteUpdateAsync(a => a.SetProperty(x => x.IsSample, true));
        Assert.Equal(3, await Samples.RemoveAsync(_site.Store, _site.Clock));
        Assert.Equal((0, 0), (await db.ReadCounts.CountAsync(), await db.HotEntries.CountAsync()));
        await _site.RefreshAsync();
        Assert.Equal(404, await _site.StatusAsync("/hot"));
        await _site.Work().StoreAsync();
    }

    private static IEnumerable<string> Links(IElement list) => list.QuerySelectorAll("li").Select(i => i.QuerySelector("a")!.GetAttribute("href")!);

    private async Task<List<string>> ListAsync(string anchor) =>
        (await _site.PageAsync("/hot")).QuerySelector($"section[aria-labelledby={anchor}] ol") is { } list ? [.. Links(list)] : [];

    private async Task<int> EventsAsync()
    {
        await using var db = _site.Store.CreateContext();
        return await db.Changes.CountAsync(c => c.Detail == HotSnapshot.Detail);
    }
}
