using System.Xml.Linq;
using NewsPortal.Tests.Pages;

namespace NewsPortal.Tests.Crawlers;

public sealed class SitemapTests(ReaderSite site) : IClassFixture<ReaderSite>
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public async Task The_index_leads_to_every_published_article_and_to_no_other()
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
    public async Task Last_changes_are_the_articles_own()
    {
        var file = XDocument.Parse(await site.TextAsync("/sitemaps/articles-2026-11-1.xml"));
        Assert.Equal("2026-11-24T15:00:00+08:00", Of(file, "/full").Element(Sitemap + "lastmod")!.Value);
        Assert.Equal("2026-11-24", Of(file, "/dated").Element(Sitemap + "lastmod")!.Value);
    }

    [Fact]
    public async Task News_older_than_two_days_leaves_the_news_sitemap()
    {
        var file = XDocument.Parse(await site.TextAsync("/news-sitemap.xml"));
        Assert.DoesNotContain(file.Descendants(Sitemap + "loc"), l => l.Value.EndsWith("/old", StringComparison.Ordinal));
        var full = Of(file, "/full").Element(News + "news")!;
        Assert.Equal("长桥合龙通车 两岸相距十分钟", full.Element(News + "title")!.Value);
        Assert.Equal("2026-11-24T11:00:00+08:00", full.Element(News + "publication_date")!.Value);
        Assert.Equal(["云川新闻", "zh-cn"], full.Element(News + "publication")!.Elements().Select(e => e.Value));
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
    public async Task Robots_names_absolute_sitemaps_and_keeps_crawlers_out_of_search()
    {
        var lines = (await site.TextAsync("/robots.txt")).Split('\n');
        Assert.Contains($"Sitemap: {site.BaseUrl}/sitemap.xml", lines);
        Assert.Contains("Disallow: /search", lines);
        Assert.DoesNotContain(lines, l => l.Contains("/css", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/opensearch.xml")]
    [InlineData("/feeds.opml")]
    public async Task Small_files_are_well_formed(string path) => Assert.NotNull(XDocument.Parse(await site.TextAsync(path)).Root);

    private static XElement Of(XDocument file, string end) =>
        file.Descendants(Sitemap + "url").Single(u => u.Element(Sitemap + "loc")!.Value.EndsWith(end, StringComparison.Ordinal));

    private async Task<List<string>> LocationsAsync(string path) =>
        [.. XDocument.Parse(await site.TextAsync(path)).Descendants(Sitemap + "loc").Select(l => l.Value[site.BaseUrl.Length..])];
}
