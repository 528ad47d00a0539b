using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Integrity;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Api;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Publishing;

/// <summary>A report as things happen, as readers and crawlers see it.</summary>
/// <param name="server">A private PostgreSQL server.</param>
[Collection(PostgresCollection.Name)]
public sealed class LiveReportTests(PrivatePostgres server)
{
    [Fact]
    public async Task The_api_tells_a_report_entry_by_entry_and_says_when_it_has_ended()
    {
        await using var site = await TestSite.StartAsync();
        var (id, path) = await ReportAsync(site);
        Assert.False((await site.JsonAsync($"/api/v1/articles/{id}?by=number")).TryGetProperty("live", out _));
        var desk = Desk(site);
        await desk.StartAsync(id);
        var first = await desk.AddAsync(id, new LiveEntry { Headline = "水位超过警戒线", Text = "水文站测得**二十八米**，[详情](/about)。", IsKey = true });
        site.Clock.Pass(TimeSpan.FromMinutes(10));
        await desk.AddAsync(id, new LiveEntry { Text = "下游两镇开始转移居民。" });
        await site.RefreshAsync();
        var live = (await site.JsonAsync($"/api/v1/articles/{id}?by=number&fields=live")).GetProperty("live");
        Assert.Equal(("live", "2026-11-24T10:00:00+08:00"), (live.GetProperty("state").GetString(), live.GetProperty("from").GetString()));
        Assert.False(live.TryGetProperty("ended", out _));
        var updates = live.GetProperty("updates").EnumerateArray().ToList();
        Assert.Equal(["下游两镇开始转移居民。", "水文站测得二十八米，详情。"], updates.Select(u => u.GetProperty("text").GetString()));
        Assert.False(updates[0].TryGetProperty("headline", out _));
        Assert.Equal((first, true, "2026-11-24T10:00:00+08:00", "水位超过警戒线"), (updates[1].GetProperty("id").GetInt64(), updates[1].GetProperty("key").GetBoolean(), updates[1].GetProperty("time").GetString(), updates[1].GetProperty("headline").GetString()));
        Assert.EndsWith($"{path}#update-{first}", updates[1].GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Matches("<strong>二十八米</strong>，<a href=\"https?://[^\"]+/about\"", updates[1].GetProperty("html").GetString()!);

        await desk.EndAsync(id);
        await site.RefreshAsync();
        live = (await site.JsonAsync($"/api/v1/articles/{id}?by=number")).GetProperty("live");
        Assert.Equal(("ended", "2026-11-24T10:10:00+08:00"), (live.GetProperty("state").GetString(), live.GetProperty("ended").GetString()));
    }

    [Theory]
    [StoreKinds]
    public async Task An_entry_shows_at_once_on_the_page_in_structured_data_feed_search_and_sitemap(string kind)
    {
        await using var site = await ApiStore.StartAsync(kind, server);
        var (id, path) = await ReportAsync(site);
        var desk = Desk(site);
        var before = await HashAsync(site, id);
        await desk.StartAsync(id);
        Assert.NotEqual(before, await HashAsync(site, id));
        site.Clock.Pass(TimeSpan.FromMinutes(10));
        var first = await desk.AddAsync(id, new LiveEntry { Headline = "水位超过警戒线", Text = "水文站测得**二十八米**。", IsKey = true });
        site.Clock.Pass(TimeSpan.FromMinutes(10));
        var second = await desk.AddAsync(id, new LiveEntry { Text = "下游两镇开始转移居民。" });
        await site.RefreshAsync();

        var page = await site.PageAsync(path);
        Assert.Equal([$"update-{second}", $"update-{first}"], page.QuerySelectorAll("main > article section.update").Select(s => s.Id));
        Assert.Equal("2026-11-24T10:20:00+08:00", page.QuerySelector("section.update time")!.GetAttribute("datetime"));
        Assert.Equal("水位超过警戒线", page.QuerySelector($"#update-{first} h2")!.TextContent);
        Assert.Equal("二十八米", page.QuerySelector($"#update-{first} strong")!.TextContent);
        Assert.Equal([$"#update-{first}"], page.QuerySelectorAll(".moments a").Select(a => a.GetAttribute("href")));
        Assert.Equal("直播进行中", page.QuerySelector(".live-status b")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".correction"));
        Assert.Equal("2026-11-24T10:20:00+08:00", page.QuerySelector("time.revised")!.GetAttribute("datetime"));

        var data = Data(page);
        var article = Assert.Single(data, d => d.GetProperty("@type").GetString() == "NewsArticle");
        Assert.Equal("2026-11-24T10:20:00+08:00", article.GetProperty("dateModified").GetString());
        var live = Assert.Single(data, d => d.GetProperty("@type").GetString() == "LiveBlogPosting");
        Assert.Equal("2026-11-24T10:00:00+08:00", live.GetProperty("coverageStartTime").GetString());
        Assert.False(live.TryGetProperty("coverageEndTime", out _));
        var entries = live.GetProperty("liveBlogUpdate").EnumerateArray().ToList();
        Assert.Equal(["下游两镇开始转移居民。", "水位超过警戒线"], entries.Select(e => e.GetProperty("headline").GetString()));
        Assert.EndsWith($"{path}#update-{first}", entries[1].GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("水文站测得二十八米。", entries[1].GetProperty("articleBody").GetString());

        foreach (var feed in (string[])["/feed.xml", "/atom.xml", "/feed.json"])
        {
            Assert.Contains("下游两镇开始转移居民", await site.Client.GetStringAsync(feed), StringComparison.Ordinal);
        }

        var found = await site.PageAsync("/search?q=" + Uri.EscapeDataString("转移居民"));
        Assert.Contains(found.QuerySelectorAll("main a"), a => a.GetAttribute("href") == path);
        Assert.Contains("转移居民", string.Concat(found.QuerySelectorAll("mark").Select(m => m.TextContent)), StringComparison.Ordinal);
        var month = await site.Client.GetStringAsync("/sitemaps/articles-2026-11-1.xml");
        Assert.Contains($"{path}</loc><lastmod>2026-11-24T10:20:00+08:00", month.Replace("\n", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("直播", (await site.PageAsync("/")).QuerySelector(".live-mark")!.TextContent);
        await using var db = site.Store.CreateContext();
        Assert.Equal([ChangeKind.Published, ChangeKind.Revised, ChangeKind.Revised, ChangeKind.Revised], await db.Changes.Where(c => c.ArticleId == id).OrderBy(c => c.Sequence).Select(c => c.Kind).ToListAsync());
        Assert.Empty(await FaultsAsync(site));
    }

    [Fact]
    public async Task A_changed_entry_keeps_its_place_and_says_so_a_removed_one_is_gone_and_an_ended_report_says_when()
    {
        await using var site = await TestSite.StartAsync();
        var (id, path) = await ReportAsync(site);
        var desk = Desk(site);
        await desk.StartAsync(id);
        var first = await desk.AddAsync(id, new LiveEntry { Text = "第一条消息。" });
        var seen = site.Clock.GetUtcNow().UtcDateTime;
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        var second = await desk.AddAsync(id, new LiveEntry { Text = "第二条消息。" });
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.True(await desk.ChangeAsync(id, first, seen, new LiveEntry { Text = "第一条，改过了。" }));
        Assert.Equal(EditProblem.Overtaken, (await Assert.ThrowsAsync<ArticleEditException>(() => desk.ChangeAsync(id, first, seen, new LiveEntry { Text = "又改。" }))).Problem);
        Assert.True(await desk.MarkAsync(id, second, isKey: true));
        await site.RefreshAsync();
        var page = await site.PageAsync(path);
        Assert.Equal([$"update-{second}", $"update-{first}"], page.QuerySelectorAll("section.update").Select(s => s.Id));
        Assert.Equal(["2026-11-24T10:00:00+08:00", "2026-11-24T10:02:00+08:00"], page.QuerySelectorAll($"#update-{first} time").Select(t => t.GetAttribute("datetime")));
        Assert.Single(page.QuerySelectorAll($"#update-{second} time"));
        Assert.Equal("第二条消息。", page.QuerySelector(".moments a")!.TextContent);

        Assert.True(await desk.RemoveAsync(id, second));
        Assert.False(await desk.RemoveAsync(id, second));
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.True(await desk.EndAsync(id));
        Assert.Equal(EditProblem.NotPossible, (await Assert.ThrowsAsync<ArticleEditException>(() => desk.AddAsync(id, new LiveEntry { Text = "太晚了。" }))).Problem);
        await site.RefreshAsync();
        page = await site.PageAsync(path);
        Assert.Equal([$"update-{first}"], page.QuerySelectorAll("section.update").Select(s => s.Id));
        Assert.Equal("直播已结束", page.QuerySelector(".live-status b")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".moments"));
        Assert.Equal("2026-11-24T10:03:00+08:00", Data(page).Single(d => d.GetProperty("@type").GetString() == "LiveBlogPosting").GetProperty("coverageEndTime").GetString());
        Assert.Empty((await site.PageAsync("/")).QuerySelectorAll(".live-mark"));
        Assert.Empty((await site.PageAsync("/search?q=" + Uri.EscapeDataString("第二条消息"))).QuerySelectorAll("main h3"));
        Assert.True(await desk.StartAsync(id));
        await desk.AddAsync(id, new LiveEntry { Text = "又接着说。" });
        Assert.Empty(await FaultsAsync(site));
    }

    [Fact]
    public async Task An_examination_finds_an_entry_that_was_changed_behind_its_back_or_slipped_in()
    {
        await using var site = await TestSite.StartAsync();
        var (id, _) = await ReportAsync(site);
        var desk = Desk(site);
        await desk.StartAsync(id);

        // Of one moment: their order in the hash must not hang on numbers that they get later.
        foreach (var text in (string[])["丙先到了。", "甲后到了。", "乙最后到。"])
        {
            await desk.AddAsync(id, new LiveEntry { Text = text });
        }

        Assert.Empty(await FaultsAsync(site));
        await using var db = site.Store.CreateContext();
        await db.LiveUpdates.Where(u => u.Text == "甲后到了。").ExecuteUpdateAsync(set => set.SetProperty(u => u.Html, "<p>甲没有到。</p>"));
        Assert.Contains("its content is not what was stored", Assert.Single(await FaultsAsync(site)), StringComparison.Ordinal);
        await db.LiveUpdates.Where(u => u.Text == "甲后到了。").ExecuteUpdateAsync(set => set.SetProperty(u => u.Html, "<p>甲后到了。</p>"));
        Assert.Empty(await FaultsAsync(site));
        await db.LiveUpdates.Where(u => u.Text == "甲后到了。").ExecuteDeleteAsync();
        Assert.Single(await FaultsAsync(site));
    }

    [Fact]
    public async Task Markup_in_an_entry_is_cleaned_pictures_are_left_out_and_an_empty_or_endless_one_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        var (id, path) = await ReportAsync(site);
        var desk = Desk(site);
        await desk.StartAsync(id);
        foreach (var format in Enum.GetValues<BodyFormat>())
        {
            await desk.AddAsync(id, new LiveEntry { Format = format, Headline = "</h2><script>alert(1)</script>", Text = $"<p onclick=\"x()\">堤上{format}<script>alert(1)</script><a href=\"javascript:alert(1)\">看</a><img src=\"https://elsewhere.example/p.jpg\" onerror=\"x()\"></p><iframe src=\"//x\"></iframe>" });
        }

        foreach (var text in (string[])["", "  \n", "<img src=\"/media/p.jpg\">", "<script>alert(1)</script>"])
        {
            Assert.Equal(EditProblem.Missing, (await Assert.ThrowsAsync<ArticleEditException>(() => desk.AddAsync(id, new LiveEntry { Text = text }))).Problem);
        }

        Assert.Equal(EditProblem.TooLong, (await Assert.ThrowsAsync<ArticleEditException>(() => desk.AddAsync(id, new LiveEntry { Text = new string('长', LiveEntry.LongestText + 1) }))).Problem);
        Assert.Equal(EditProblem.TooLong, (await Assert.ThrowsAsync<ArticleEditException>(() => desk.AddAsync(id, new LiveEntry { Headline = new string('长', 201), Text = "短。" }))).Problem);
        await site.RefreshAsync();
        var page = await site.PageAsync(path);
        Assert.Equal(2, page.QuerySelectorAll("section.update").Length);
        Assert.All(page.QuerySelectorAll("script"), s => Assert.Equal("application/ld+json", s.GetAttribute("type")));
        Assert.Empty(page.QuerySelectorAll(".live img, .live iframe, .live [onclick], .live [onerror], .live a[href^=javascript]"));
        Assert.Equal(2, Data(page).Single(d => d.GetProperty("@type").GetString() == "LiveBlogPosting").GetProperty("liveBlogUpdate").GetArrayLength());
    }

    [Fact]
    public async Task The_same_entry_sent_twice_is_one_and_of_several_at_once_none_is_lost()
    {
        await using var site = await TestSite.StartAsync();
        var (id, _) = await ReportAsync(site);
        await Desk(site).StartAsync(id);
        var entry = new LiveEntry { Headline = "洪峰过境", Text = "水位开始下降。" };
        var twice = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Desk(site).AddAsync(id, entry)));
        Assert.Single(twice.Distinct());
        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => Desk(site).AddAsync(id, new LiveEntry { Text = $"第{n}个镇来电。" })));
        site.Clock.Pass(TimeSpan.FromMinutes(6));
        Assert.NotEqual(twice[0], await Desk(site).AddAsync(id, entry));
        await using var db = site.Store.CreateContext();
        Assert.Equal(7, await db.LiveUpdates.CountAsync());
        Assert.Empty(await FaultsAsync(site));
    }

    [Fact]
    public async Task A_draft_keeps_its_entries_to_itself_until_it_is_published_and_a_report_without_an_entry_was_none()
    {
        await using var site = await TestSite.StartAsync();
        var articles = new ArticleDesk(site.Store, site.Clock, TimeZoneInfo.Utc, "chen");
        var draft = await articles.CreateAsync(new ArticleEdit { Headline = "大会开幕", Body = "<p>大会今天开幕。</p>" });
        await Desk(site).StartAsync(draft.Id);
        await Desk(site).AddAsync(draft.Id, new LiveEntry { Text = "代表陆续入场。" });
        await site.RefreshAsync();
        Assert.Equal(404, await site.StatusAsync(draft.Path));
        await using var db = site.Store.CreateContext();
        Assert.Equal(0, await db.Changes.CountAsync(c => c.ArticleId == draft.Id));
        Assert.DoesNotContain("陆续入场", await site.Client.GetStringAsync("/feed.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Path, await site.Client.GetStringAsync("/search?q=" + Uri.EscapeDataString("陆续入场")), StringComparison.Ordinal);
        await articles.PublishAsync(draft.Id);
        await site.RefreshAsync();
        Assert.Contains("代表陆续入场。", (await site.PageAsync(draft.Path)).QuerySelector(".update")!.TextContent, StringComparison.Ordinal);

        var (other, path) = await ReportAsync(site);
        var before = await HashAsync(site, other);
        await Desk(site).StartAsync(other);
        await Desk(site).EndAsync(other);
        Assert.Equal(before, await HashAsync(site, other));
        await site.RefreshAsync();
        Assert.Empty((await site.PageAsync(path)).QuerySelectorAll(".live"));
        Assert.Empty(await FaultsAsync(site));
    }

    [Fact]
    public async Task A_file_that_is_sent_again_leaves_the_report_and_its_entries_as_they_are()
    {
        await using var site = await TestSite.StartAsync();
        var (id, path) = await ReportAsync(site);
        await Desk(site).StartAsync(id);
        await Desk(site).AddAsync(id, new LiveEntry { Text = "下游两镇开始转移居民。" });
        var again = await site.ImportAsync(("flood.md", "---\nid: flood\nheadline: 洪水逼近县城\n---\n持续降雨，河水今天上午还在上涨，县城进入戒备。\n"));
        Assert.Equal(1, again.Revised);
        var page = await site.PageAsync(path);
        Assert.Single(page.QuerySelectorAll(".update"));
        Assert.Contains("戒备", page.QuerySelector(".article-body")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(path, await site.Client.GetStringAsync("/search?q=" + Uri.EscapeDataString("转移居民")), StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync(site));
    }

    private static LiveDesk Desk(TestSite site) => new(site.Store, site.Clock, "chen");

    private static async Task<(long Id, string Path)> ReportAsync(TestSite site)
    {
        await site.ImportAsync(("flood.md", "---\nid: flood\nheadline: 洪水逼近县城\ndate: 2026-11-24 09:00\n---\n持续降雨，河水今天上午还在上涨。\n"));
        await using var db = site.Store.CreateContext();
        var article = await db.Articles.SingleAsync(a => a.ExternalId == "flood");
        return (article.Id, article.Path);
    }

    private static async Task<string> HashAsync(TestSite site, long id)
    {
        await using var db = site.Store.CreateContext();
        return await db.Articles.Where(a => a.Id == id).Select(a => a.ContentHash).SingleAsync();
    }

    private static List<JsonElement> Data(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement).Where(d => d.TryGetProperty("@type", out _))];

    private static async Task<List<string>> FaultsAsync(TestSite site)
    {
        var faults = new List<string>();
        await new StoreExamination(site.Store).RunAsync(null, fault => faults.Add(fault.ToString()));
        return faults;
    }
}
