using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsPortal.Tests.Pages;

public sealed class ArticlePageTests(ReaderSite site) : IClassFixture<ReaderSite>
{
    private const string Full = "/2026/11/24/full";

    [Fact]
    public async Task Every_field_stands_in_its_own_element()
    {
        var page = await site.PageAsync(Full);
        var article = Assert.Single(page.QuerySelectorAll("main > article"));
        Assert.Same(article, page.QuerySelector("h1")!.Closest("article"));
        Assert.Equal("长桥合龙通车 两岸相距十分钟", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal("引题", article.QuerySelector(".kicker")!.TextContent);
        Assert.Equal("副题", article.QuerySelector(".subheadline")!.TextContent);
        Assert.Equal("全媒体记者 孙一", article.QuerySelector(".byline")!.TextContent);
        Assert.Equal("甲报", article.QuerySelector(".source")!.TextContent);
        Assert.Contains("旧文", article.QuerySelector(".article-body")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_the_article_stands_outside_it()
    {
        var page = await site.PageAsync(Full);
        foreach (var part in new[] { ".share", ".tags", ".credits", ".correction", "nav.turn", "#latest" })
        {
            Assert.Null(Assert.Single(page.QuerySelectorAll(part)).Closest("article"));
        }
    }

    [Fact]
    public async Task Empty_parts_are_absent()
    {
        var page = await site.PageAsync("/2026/11/24/nasty");
        foreach (var part in new[] { ".kicker", ".subheadline", ".byline", ".source", ".revised", ".tags", ".credits", ".correction", ".same-report", "#related" })
        {
            Assert.Null(page.QuerySelector(part));
        }
    }

    [Theory]
    [InlineData(Full)]
    [InlineData("/2026/11/24/dated")]
    public async Task J3_dates_are_the_same_strings_everywhere(string path)
    {
        var page = await site.PageAsync(path);
        var published = page.QuerySelector("time.published")!.GetAttribute("datetime");
        var revised = page.QuerySelector("time.revised")?.GetAttribute("datetime") ?? published;
        var news = NewsArticle(page);
        Assert.Equal(published, news.GetProperty("datePublished").GetString());
        Assert.Equal(revised, news.GetProperty("dateModified").GetString());
        Assert.Equal(published, Property(page, "article:published_time"));
        Assert.Equal(revised, Property(page, "article:modified_time"));
    }

    [Fact]
    public async Task A_day_without_a_time_is_written_as_a_day()
    {
        var page = await site.PageAsync("/2026/11/24/dated");
        Assert.Equal("2026-11-24", page.QuerySelector("time.published")!.GetAttribute("datetime"));
        Assert.Equal("2026年11月24日", page.QuerySelector("time.published")!.TextContent);
    }

    [Fact]
    public async Task S5_J1_a_headline_cannot_leave_the_structured_data()
    {
        var page = await site.PageAsync("/2026/11/24/nasty");
        Assert.All(page.QuerySelectorAll("script"), s => Assert.Equal("application/ld+json", s.GetAttribute("type")));
        Assert.Equal(ReaderSite.NastyHeadline, NewsArticle(page).GetProperty("headline").GetString());
    }

    [Fact]
    public async Task S5_J2_structured_data_has_one_news_article_with_the_correction()
    {
        var page = await site.PageAsync(Full);
        Assert.Equal("初稿误写桥长。", NewsArticle(page).GetProperty("correction")[0].GetProperty("text").GetString());
        Assert.Contains("初稿误写桥长。", page.QuerySelector(".correction")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_three_sources_names_them()
    {
        var block = (await site.PageAsync("/2026/11/24/copy-1")).QuerySelector(".same-report")!;
        Assert.Contains("同一报道，共 3 家来源", block.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/2026/11/24/copy-0", "/2026/11/24/copy-2"], block.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Order());
    }

    [Fact]
    public async Task Following_previous_visits_every_article_once()
    {
        var seen = new HashSet<string>();
        for (var path = Full; path is not null;)
        {
            Assert.True(seen.Add(path), path);
            var page = await site.PageAsync(path);
            if (page.QuerySelector("a[rel=prev]")?.GetAttribute("href") is { } previous)
            {
                Assert.Equal(path, (await site.PageAsync(previous)).QuerySelector("a[rel=next]")!.GetAttribute("href"));
            }

            path = page.QuerySelector("a[rel=prev]")?.GetAttribute("href");
        }

        Assert.Equal(ReaderSite.Many + 7, seen.Count);
    }

    [Fact]
    public async Task The_latest_list_has_thirty_with_the_link_first()
    {
        var items = (await site.PageAsync(Full)).QuerySelectorAll("#latest ol > li");
        Assert.Equal(30, items.Length);
        Assert.All(items, i => Assert.IsAssignableFrom<IHtmlAnchorElement>(i.FirstElementChild));
        Assert.Single(items, i => i.TextContent.Contains("同一篇报道", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Links_inside_the_page_are_root_relative()
    {
        var page = await site.PageAsync(Full);
        Assert.All(page.QuerySelectorAll("body a[href], link[rel=stylesheet], img[src]"), e =>
            Assert.StartsWith("/", (e.GetAttribute("href") ?? e.GetAttribute("src"))!.Replace("#start", "/", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[style], style, [onclick]"));
        Assert.Equal(site.BaseUrl + Full, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/2026/11/24/full", 200)]
    [InlineData("/2026/11/24/draft", 404)]
    [InlineData("/2026/11/24/withdrawn", 404)]
    public async Task Only_a_visible_article_has_its_address_as_a_picture(string path, int status) =>
        Assert.Equal(status, (await site.StatusAsync($"/qr{path}.svg")).Status);

    // Readability.js weighs names: with one of these on main it took the whole page for the text of longer articles.
    [Fact]
    public async Task No_name_around_the_article_draws_a_reader_mode_away_from_its_body()
    {
        var main = (await site.PageAsync(Full)).QuerySelector("main")!;
        foreach (var word in new[] { "article", "body", "content", "entry", "main", "page", "post", "text", "blog", "story" })
        {
            Assert.DoesNotContain(word, $"{main.Id} {main.ClassName}", StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(main.QuerySelectorAll(".article-body *"), e => Assert.True(string.IsNullOrEmpty(e.ClassName) && string.IsNullOrEmpty(e.Id)));
        Assert.NotNull(main.QuerySelector("nav.sidebar > section#latest"));
    }

    private static string? Property(IDocument page, string name) => page.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");

    private static JsonElement NewsArticle(IDocument page) => Assert.Single(
        page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement),
        d => d.TryGetProperty("@type", out var type) && type.GetString() == "NewsArticle");
}
