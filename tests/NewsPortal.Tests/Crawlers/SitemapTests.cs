using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Pages;

namespace NewsPortal.Tests.Crawlers;

public sealed class SitemapTests(ReaderSite site) : IClassFixture<ReaderSite>
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public async Task S2_the_index_leads_to_every_published_article_and_to_no_other()
    {
        var listed = new List<string>();
        foreach (var file in await LocationsAsync("/sitemap.xml"))
        {
            listed.AddRange(await LocationsAsync(file));
        }

        Assert.Equal(listed.Count, listed.Distinct().Count());
        Assert.Equal(ReaderSite.Many + 7, listed.Count(l => l.Count(c => c == '/') == 4));
        foreach (var path in listed.Where(l => !l.Contains("/many-", StringComparison.Ordinal)))
        {
            Assert.Equal((200, null), await site.StatusAsync(path));
        }
    }

    [Fact]
    public async Task G2_last_changes_are_the_articles_own()
    {
        var file = XDocument.Parse(await site.TextAsync("/sitemaps/articles-2026-11-1.xml"));
        Assert.Equal("2026-11-24T15:00:00+08:00", Of(file, "/full").Element(Sitemap + "lastmod")!.Value);
        Assert.Equal("2026-11-24", Of(file, "/dated").Element(Sitemap + "lastmod")!.Value);
    }

    [Fact]
    public async Task N1_news_older_than_two_days_leaves_the_news_sitemap()
    {
        var file = XDocument.Parse(await site.TextAsync("/news-sitemap.xml"));
        Assert.DoesNotContain(file.Descendants(Sitemap + "loc"), l => l.Value.EndsWith("/old", StringComparison.Ordinal));
        var full = Of(file, "/full").Element(News + "news")!;
        Assert.Equal("长桥合龙通车 两岸相距十分钟", full.Element(News + "title")!.Value);
        Assert.Equal("2026-11-24T11:00:00+08:00", full.Element(News + "publication_date")!.Value);
        Assert.Equal(["云川新闻", "zh-cn"], full.Element(News + "publication")!.Elements().Select(e => e.Value));
    }

    [Fact]
    public async Task G2_being_read_or_drawn_anew_is_no_change()
    {
        await using var own = await TestSite.StartAsync();
        await own.ImportAsync(AnArticle.Called("一篇").At("2026-10-03 08:00").With("slug", "one"));
        using var before = await own.Client.GetAsync("/sitemaps/articles-2026-10-1.xml");
        await own.ReadByAsync("/2026/10/03/one", 1, 3);
        own.Clock.Pass(TimeSpan.FromHours(1));
        await own.RankAsync();
        await using (var db = own.Store.CreateContext())
        {
            await db.Runs.ExecuteDeleteAsync();
        }

        Assert.Equal(200, await own.StatusAsync("/2026/10/03/one"));
        using var after = await own.Client.GetAsync("/sitemaps/articles-2026-10-1.xml");
        Assert.Equal(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains("<lastmod>2026-10-03T08:00:00+08:00</lastmod>", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sitemaps/articles-2026-11-2.xml")]
    [InlineData("/sitemaps/articles-2026-13-1.xml")]
    [InlineData("/sitemaps/articles-2019-01-1.xml")]
    [InlineData("/sitemaps/tags-2.xml")]
    [InlineData("/sitemaps/news-9.xml")]
    [InlineData("/sitemaps/nothing.xml")]
    public async Task An_unknown_file_is_not_found(string path) => Assert.Equal(404, (await site.StatusAsync(path)).Status);

    [Fact]
    public async Task S4_G3_robots_names_absolute_sitemaps_and_keeps_crawlers_out_of_search_and_newsroom_but_not_of_styles()
    {
        var answer = await site.Client.GetAsync(new Uri("/robots.txt", UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.InRange(bytes.Length, 1, 500 * 1024);
        var lines = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).Split('\n');
        Assert.Equal([$"Sitemap: {site.BaseUrl}/sitemap.xml", $"Sitemap: {site.BaseUrl}/news-sitemap.xml"], lines.Where(l => l.StartsWith("Sitemap", StringComparison.Ordinal)));
        var closed = lines.Where(l => l.StartsWith("Disallow: ", StringComparison.Ordinal)).Select(l => l[10..]).ToList();
        Assert.Superset(new HashSet<string> { "/search", "/newsroom" }, closed.ToHashSet());
        var page = await site.PageAsync("/2026/11/24/full");
        foreach (var needed in page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], img").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
        {
            Assert.DoesNotContain(closed, c => needed.StartsWith(c, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/opensearch.xml")]
    [InlineData("/feeds.opml")]
    public async Task S10_small_files_are_well_formed(string path) => Assert.NotNull(XDocument.Parse(await site.TextAsync(path)).Root);

    private static XElement Of(XDocument file, string end) =>
        file.Descendants(Sitemap + "url").Single(u => u.Element(Sitemap + "loc")!.Value.EndsWith(end, StringComparison.Ordinal));

    private async Task<List<string>> LocationsAsync(string path) =>
        [.. XDocument.Parse(await site.TextAsync(path)).Descendants(Sitemap + "loc").Select(l => l.Value[site.BaseUrl.Length..])];
}
