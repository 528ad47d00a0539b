using System.Globalization;
using System.Xml.Linq;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Crawlers;

/// <summary>The news sitemap by Google's rules: two days, a thousand entries a file, the page's own strings.</summary>
public sealed class NewsSitemapTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public async Task N1_an_article_leaves_two_days_and_a_second_after_its_first_publication_and_an_empty_file_is_valid()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Empty((await FileAsync(site)).Root!.Elements());
        await site.ImportAsync(
            AnArticle.Called("正好两天前").At("2026-11-22 10:00:00").With("slug", "limit"),
            AnArticle.Called("旧闻今天才录入").At("2026-11-20 10:00:00").With("slug", "late"));
        Assert.EndsWith("/2026/11/22/limit", Assert.Single((await FileAsync(site)).Descendants(Sitemap + "loc")).Value, StringComparison.Ordinal);
        await site.PassAsync(TimeSpan.FromSeconds(1));
        var empty = await FileAsync(site);
        Assert.Equal((Sitemap + "urlset", 0), (empty.Root!.Name, empty.Root.Elements().Count()));
    }

    [Theory]
    [InlineData(1000, new int[0])]
    [InlineData(1001, new[] { 1000, 1 })]
    [InlineData(2500, new[] { 1000, 1000, 500 })]
    public async Task S3_N2_more_than_a_thousand_in_two_days_are_all_told_in_files_of_a_thousand(int articles, int[] files)
    {
        await using var site = await TestSite.StartAsync();
        await CopiedRows.AddAsync(site.Store, articles, "20261123", "datetime('2026-11-23', '+' || (n % 1400) || ' minutes')");
        await site.RefreshAsync();
        var first = await FileAsync(site);
        if (files.Length == 0)
        {
            Assert.Equal(articles, first.Descendants(News + "news").Count());
            return;
        }

        Assert.Equal(Sitemap + "sitemapindex", first.Root!.Name);
        var told = new List<string>();
        foreach (var (file, count) in first.Descendants(Sitemap + "loc").Select(l => l.Value[site.Address.Length..]).Zip(files, (f, c) => (f, c)))
        {
            var part = await FileAsync(site, file);
            Assert.Equal(count, part.Descendants(News + "news").Count());
            told.AddRange(part.Descendants(Sitemap + "loc").Select(l => l.Value));
        }

        Assert.Equal((files.Length, articles), (first.Descendants(Sitemap + "loc").Count(), told.Distinct().Count()));
        Assert.Equal(404, await site.StatusAsync(string.Create(CultureInfo.InvariantCulture, $"/sitemaps/news-{files.Length + 1}.xml")));
    }

    [Theory]
    [InlineData("zh-Hans", "zh-cn")]
    [InlineData("zh-Hant", "zh-tw")]
    [InlineData("en", "en")]
    public async Task N3_name_language_date_and_title_are_those_of_the_page(string language, string told)
    {
        await using var site = await TestSite.StartAsync($"--NewsPortal:Site:Language={language}", "--NewsPortal:Site:Name=江岸 & 桥头报");
        await site.ImportAsync(AnArticle.Called("“江风”<起> & 两岸通航").At("2026-11-23 09:10:11").With("slug", "wind").With("author", "记者 孙一").With("source", "甲报"));
        var page = await site.PageAsync("/2026/11/23/wind");
        var news = Assert.Single((await FileAsync(site)).Descendants(News + "news"));
        Assert.Equal(page.QuerySelector("meta[property='og:site_name']")!.GetAttribute("content"), news.Descendants(News + "name").Single().Value);
        Assert.Equal(told, news.Descendants(News + "language").Single().Value);
        Assert.Equal(page.QuerySelector("h1")!.TextContent, news.Element(News + "title")!.Value);
        Assert.Equal(page.QuerySelector("time.published")!.GetAttribute("datetime"), news.Element(News + "publication_date")!.Value);
        Assert.Equal("2026-11-23T09:10:11+08:00", news.Element(News + "publication_date")!.Value);
    }

    [Fact]
    public async Task N4_what_another_process_publishes_stands_in_the_same_file_within_a_second()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Empty((await FileAsync(site)).Root!.Elements());

        // The other process has the real clock.
        using var folder = new TemporaryFolder();
        (string path, string text) = AnArticle.Called("别处导入的新闻").At(DateTime.UtcNow.AddHours(7).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)).ToFile();
        folder.Write(path, text);
        Assert.Equal(0, await Web.Commands.CommandLine.RunAsync(["import", folder.Path, "--data", site.DataDirectory], TextWriter.Null, TextWriter.Null));
        var deadline = DateTime.UtcNow.AddSeconds(1);
        while (!(await FileAsync(site)).Root!.HasElements && DateTime.UtcNow < deadline)
        {
            await Task.Delay(20);
        }

        Assert.Equal("别处导入的新闻", (await FileAsync(site)).Descendants(News + "title").Single().Value);
    }

    private static async Task<XDocument> FileAsync(TestSite site, string path = "/news-sitemap.xml") => XDocument.Parse(await site.Client.GetStringAsync(path));
}
