namespace NewsPortal.Tests.Pages;

public sealed class ListPageTests(ReaderSite site) : IClassFixture<ReaderSite>
{
    [Theory]
    [InlineData("/sections/ben-di?page=2", 200)]
    [InlineData("/sections/ben-di?page=3", 200)]
    [InlineData("/sections/ben-di?page=4", 404)]
    [InlineData("/sections/ben-di?page=0", 404)]
    [InlineData("/sections/ben-di?page=-1", 404)]
    [InlineData("/sections/ben-di?page=abc", 404)]
    [InlineData("/sections/ben-di?page=02", 404)]
    [InlineData("/sections/ben-di?page=99999999999", 404)]
    [InlineData("/sections/nowhere", 404)]
    [InlineData("/tags/nowhere", 404)]
    [InlineData("/latest", 200)]
    [InlineData("/authors/sun-yi", 200)]
    [InlineData("/sources/bao-2", 200)]
    [InlineData("/2026/11/24", 200)]
    [InlineData("/2026/11", 200)]
    [InlineData("/2026/13", 404)]
    [InlineData("/2026/11/31", 404)]
    [InlineData("/2026/1", 404)]
    [InlineData("/2020/01", 404)]
    [InlineData("/search", 200)]
    [InlineData("/search?q=桥&page=abc", 404)]
    [InlineData("/about", 200)]
    [InlineData("/corrections", 200)]
    [InlineData("/hot", 404)]
    public async Task C2_every_address_answers_with_its_status(string path, int status) =>
        Assert.Equal(status, (await site.StatusAsync(path)).Status);

    [Theory]
    [InlineData("/sections/ben-di?page=1", "/sections/ben-di")]
    [InlineData("/sections/%E6%9C%AC%E5%9C%B0", "/sections/ben-di")]
    [InlineData("/tags/桥梁", "/tags/qiao-liang")]
    [InlineData("/sources/%E7%94%B2%E6%8A%A5", "/sources/bao-0")]
    [InlineData("/authors/孙一", "/authors/sun-yi")]
    public async Task C2_other_spellings_are_redirected_for_ever(string path, string to) =>
        Assert.Equal((301, to), await site.StatusAsync(path));

    [Fact]
    public async Task Pages_show_each_article_once_though_many_share_a_moment()
    {
        var shown = new List<string>();
        for (var number = 1; number <= 3; number++)
        {
            var page = await site.PageAsync(number == 1 ? "/sections/ben-di" : $"/sections/ben-di?page={number}");
            shown.AddRange(page.QuerySelectorAll(".row h3 a").Select(a => a.GetAttribute("href")!));
        }

        Assert.Equal(ReaderSite.Many, shown.Count);
        Assert.Equal(ReaderSite.Many, shown.Distinct().Count());
    }

    [Fact]
    public async Task S1_C1_a_page_of_a_list_is_its_own_canonical_address()
    {
        var page = await site.PageAsync("/sections/ben-di?page=2&utm_source=x");
        Assert.Equal(site.BaseUrl + "/sections/ben-di?page=2", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("/sections/ben-di", page.QuerySelector(".pager a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/sections/ben-di?page=3", page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_section_shows_one_of_a_report_and_says_how_many_sources_it_has()
    {
        var row = Assert.Single((await site.PageAsync("/sections/ke-ji")).QuerySelectorAll(".row"), r =>
            r.TextContent.Contains("同一篇报道", StringComparison.Ordinal));
        Assert.Contains("共 3 家来源", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D7_a_source_keeps_its_own_reprint() =>
        Assert.Contains("同一篇报道", await site.TextAsync("/sources/bao-2"), StringComparison.Ordinal);

    [Fact]
    public async Task The_front_page_shows_no_article_twice()
    {
        var links = (await site.PageAsync("/")).QuerySelectorAll("main a[href^='/20']:not([aria-hidden])").Select(a => a.GetAttribute("href")).ToList();
        Assert.True(links.Count > 20);
        Assert.Equal(links.Count, links.Distinct().Count());
    }

    [Fact]
    public async Task S14_H4_an_empty_section_answers_but_stays_out_of_search_engines()
    {
        var page = await site.PageAsync("/sections/kong-lan");
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.DoesNotContain("/sections/kong-lan", await site.TextAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/latest")]
    [InlineData("/sections/ke-ji")]
    [InlineData("/tags/qiao-liang")]
    [InlineData("/sources/bao-0")]
    [InlineData("/authors/sun-yi")]
    [InlineData("/2026/11/24")]
    [InlineData("/corrections")]
    [InlineData("/search?q=秘而不宣")]
    [InlineData("/2026/11/24/full")]
    [InlineData("/feed.xml")]
    [InlineData("/atom.xml")]
    [InlineData("/feed.json")]
    [InlineData("/tags/qiao-liang/feed.xml")]
    [InlineData("/sitemaps/articles-2026-11-1.xml")]
    [InlineData("/news-sitemap.xml")]
    public async Task H3_what_the_public_may_not_see_is_nowhere(string path)
    {
        var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(200, (int)answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        foreach (var slug in new[] { "draft", "scheduled", "embargoed", "withdrawn" })
        {
            Assert.DoesNotContain(ReaderSite.Secret + slug, text, StringComparison.Ordinal);
            Assert.DoesNotContain($"/24/{slug}", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/2026/11/24/draft", 404)]
    [InlineData("/2026/11/24/scheduled", 404)]
    [InlineData("/2026/11/24/embargoed", 404)]
    [InlineData("/2026/11/24/withdrawn", 410)]
    [InlineData("/nowhere", 404)]
    public async Task S14_H4_a_refusal_keeps_its_status_and_offers_search_and_the_latest_ten(string path, int status)
    {
        Assert.Equal(status, (await site.StatusAsync(path)).Status);
        var page = await site.PageAsync(path);
        Assert.NotNull(page.QuerySelector("main form[action='/search'] input[name=q]"));
        Assert.Equal(10, page.QuerySelectorAll("main ol > li").Length);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/latest")]
    [InlineData("/sections/ben-di")]
    [InlineData("/search?q=新闻")]
    [InlineData("/2026/11")]
    [InlineData("/about")]
    [InlineData("/nowhere")]
    public async Task Every_page_has_one_heading_landmarks_and_a_skip_link(string path)
    {
        var page = await site.PageAsync(path);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main#start"));
        Assert.Equal("#start", page.QuerySelector("body a")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("nav"), n => Assert.False(string.IsNullOrEmpty(n.GetAttribute("aria-label"))));
        Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json']), [style]"));
        Assert.Equal("zh-Hans", page.DocumentElement.GetAttribute("lang"));
    }
}
