using System.Net;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Pages;

/// <summary>Every kind of list with more than a page, and pages by day.</summary>
public sealed class PagedListTests : IAsyncLifetime
{
    private const int Many = 60;

    private static readonly string[] Lists = ["/latest", "/sections/cheng-shi", "/tags/qiao", "/sources/jia-bao", "/authors/sun-yi"];

    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        await _site.ImportAsync([
            .. Enumerable.Range(0, Many).Select(i => AnArticle.Called($"第{i}号渡口通航").In("城市").At($"2026-11-{20 + (i / 20)} {i % 20:00}:00").With("slug", $"s{i}").With("tags", "[桥]").With("source", "甲报").With("author", "孙一")
                .Saying($"第{i}号渡口的第一班船坐了{i * 37}个人，编号{i * 7919}，各有各的写法。").ToFile()),
            AnArticle.Called("零点刚过的新闻").In("城市").At("2026-11-19 00:00:30").With("slug", "after").Saying("零点刚过，桥头的灯还亮着，值班的人换了一班。"),
            AnArticle.Called("零点之前的新闻").In("城市").At("2026-11-18 23:59:30").With("slug", "before").Saying("零点之前，最后一班船靠岸，船上只有两个人。"),
            AnArticle.Called("空一天之后的新闻").In("文化").At("2026-11-16 12:00:00").With("slug", "day").Saying("文化馆的新展今天开门，展出的是旧船票。"),
        ]);
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task C2_pages_that_are_none_answer_404_and_the_first_leads_to_the_bare_address()
    {
        foreach (var list in Lists)
        {
            foreach (var page in (string[])["0", "-1", "abc", "9999", "3", "02", "2.0", "99999999999999999999", "%32x"])
            {
                Assert.Equal((list, page, 404), (list, page, await _site.StatusAsync($"{list}?page={page}")));
            }

            Assert.Equal(200, await _site.StatusAsync(list + "?page=2"));
            using var first = await _site.Client.GetAsync(list + "?page=1");
            Assert.Equal((list, HttpStatusCode.MovedPermanently, list), (list, first.StatusCode, first.Headers.Location?.OriginalString));
            var pager = (await _site.PageAsync(list)).QuerySelector("nav.pager")!;
            Assert.Equal(list + "?page=2", pager.QuerySelector("a[rel=next]")!.GetAttribute("href"));
            Assert.All(pager.QuerySelectorAll("a"), a => Assert.StartsWith("/", a.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task C1_whatever_a_link_carries_along_a_page_is_its_own_canonical_address()
    {
        foreach (var (asked, own) in ((string, string)[])[
            ("/2026/11/20/s1?utm_source=x&utm_medium=y&from=timeline", "/2026/11/20/s1"), ("/?utm_source=x", "/"), ("/latest?spm=1", "/latest"),
            ("/sections/cheng-shi?page=2&utm_source=x", "/sections/cheng-shi?page=2"), ("/tags/qiao?page=2", "/tags/qiao?page=2"), ("/2026/11/20?from=groupmessage", "/2026/11/20")])
        {
            var page = await _site.PageAsync(asked);
            Assert.Equal((asked, _site.Address + own), (asked, Assert.Single(page.QuerySelectorAll("link[rel=canonical]")).GetAttribute("href")));
        }
    }

    [Fact]
    public async Task S15_C3_pages_let_large_pictures_be_shown_and_what_nobody_should_find_by_searching_says_so()
    {
        foreach (var path in (string[])["/", "/2026/11/20/s1", "/latest", "/sections/cheng-shi?page=2", "/2026/11", "/about"])
        {
            Assert.Equal((path, "max-image-preview:large"), (path, Robots(await _site.PageAsync(path))));
        }

        foreach (var path in (string[])["/search", "/search?q=%E6%B8%A1%E5%8F%A3", "/search?q=%E6%B8%A1%E5%8F%A3&section=cheng-shi", "/search?q=%E6%B8%A1%E5%8F%A3&page=2", "/search?q=zzqx"])
        {
            var page = await _site.PageAsync(path);
            Assert.Equal((path, "noindex"), (path, Robots(page)));
            Assert.Null(page.QuerySelector("link[rel=canonical]"));
        }

        foreach (var path in (string[])["/api/v1/articles", "/openapi/v1.json", "/api/v1/nothing"])
        {
            using var answer = await _site.Client.GetAsync(path);
            Assert.Equal((path, "noindex"), (path, answer.Headers.GetValues("X-Robots-Tag").Single()));
        }

        static string? Robots(AngleSharp.Html.Dom.IHtmlDocument page) => Assert.Single(page.QuerySelectorAll("meta[name=robots]")).GetAttribute("content");
    }

    [Theory]
    [InlineData("/tags/qiao", "桥")]
    [InlineData("/sources/jia-bao", "甲报")]
    [InlineData("/authors/sun-yi", "孙一")]
    public async Task D5_D7_a_tag_a_source_and_a_writer_have_a_page_of_their_own_that_lists_everything(string path, string name)
    {
        var first = await _site.PageAsync(path);
        Assert.Equal(name, Assert.Single(first.QuerySelectorAll("h1")).TextContent);
        Assert.NotEmpty(first.QuerySelector(".list-head p")!.TextContent);
        Assert.Contains(name, first.QuerySelector("meta[name=description]")!.GetAttribute("content"), StringComparison.Ordinal);
        var shown = first.QuerySelectorAll(".row h3 a").Concat((await _site.PageAsync(path + "?page=2")).QuerySelectorAll(".row h3 a")).Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(Many, shown.Count);
        Assert.Equal(Many, shown.Distinct().Count());
        if (!path.StartsWith("/authors", StringComparison.Ordinal))
        {
            Assert.NotNull(first.QuerySelector($"link[type='application/rss+xml'][href='{path}/feed.xml']"));
            Assert.Equal(200, await _site.StatusAsync(path + "/feed.xml"));
        }
    }

    [Fact]
    public async Task D8_a_day_lists_what_was_published_on_it_in_site_time()
    {
        Assert.Equal(["/2026/11/19/after"], await DayAsync("/2026/11/19"));
        Assert.Equal(["/2026/11/18/before"], await DayAsync("/2026/11/18"));
        Assert.Equal(20, (await DayAsync("/2026/11/20")).Count);
        Assert.Equal(404, await _site.StatusAsync("/2026/11/17"));
        var month = await _site.PageAsync("/2026/11");
        Assert.Equal(["/2026/11/16", "/2026/11/18", "/2026/11/19", "/2026/11/20", "/2026/11/21", "/2026/11/22"], month.QuerySelectorAll("main a[href^='/2026/11/']").Select(a => a.GetAttribute("href")!).Distinct().Order(StringComparer.Ordinal));
    }

    private async Task<List<string>> DayAsync(string path) =>
        [.. (await _site.PageAsync(path)).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith(path + "/", StringComparison.Ordinal)).Distinct()];
}
