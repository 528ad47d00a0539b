using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsPortal.Tests.Browser;

namespace NewsPortal.Tests.Crawlers;

/// <summary>Every place that states when an article appeared and changed, over all articles of the sample site.</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class SampleDatesTests(SampleSite sample) : IAsyncLifetime
{
    private SampleCrawl _crawl = null!;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public async Task InitializeAsync() => _crawl = await sample.CrawlAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task J3_page_structured_data_opengraph_sitemaps_feeds_api_and_header_state_the_same_times()
    {
        var sitemaps = OfFiles("/sitemaps/articles-", "url", "loc", "lastmod");
        var rss = OfFiles("/feed.xml", "item", "link", "pubDate");
        var api = await ApiAsync();
        var entries = _crawl.Texts.Where(t => t.Key.EndsWith("/atom.xml", StringComparison.Ordinal) && t.Key != "/corrections/atom.xml")
            .SelectMany(t => XDocument.Parse(t.Value).Root!.Elements(Atom + "entry"))
            .ToLookup(e => e.Element(Atom + "link")!.Attribute("href")!.Value, e => (e.Element(Atom + "published")!.Value, e.Element(Atom + "updated")!.Value));
        var checkedFeeds = 0;
        foreach (var path in _crawl.Articles)
        {
            var page = new HtmlParser().ParseDocument(_crawl.Texts[path]);
            var published = page.QuerySelector("time.published")!.GetAttribute("datetime")!;
            var revised = page.QuerySelector("time.revised")?.GetAttribute("datetime") ?? published;
            var (from, until) = (Moment(published), Moment(revised));
            var data = page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement).ToList();
            var news = data.Single(d => Type(d) == "NewsArticle");
            var factor = data.Single(d => d.TryGetProperty("pubDate", out _));
            Assert.Equal((path, published, revised), (path, news.GetProperty("datePublished").GetString(), news.GetProperty("dateModified").GetString()));
            Assert.Equal((path, published, revised), (path, Meta(page, "article:published_time"), Meta(page, "article:modified_time")));
            Assert.Equal((path, from, until), (path, Moment(Meta(page, "bytedance:published_time")!), Moment(Meta(page, "bytedance:updated_time")!)));
            Assert.Equal((path, from, until), (path, Moment(factor.GetProperty("pubDate").GetString()!), Moment(factor.GetProperty("upDate").GetString()!)));
            var address = _crawl.Site.Address + path;
            Assert.Equal((path, revised), (path, sitemaps[address].Distinct().Single()));
            Assert.Equal((path, published, revised), (path, api[address].Published, api[address].Revised ?? published));
            Assert.All(rss[address], d => Assert.Equal((path, from), (path, Moment(d))));
            Assert.All(entries[address], d => Assert.Equal((path, from, until), (path, Moment(d.Item1), Moment(d.Item2))));
            checkedFeeds += rss[address].Count() + entries[address].Count();
            using var head = await _crawl.Site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            Assert.Equal((path, until), (path, head.Content.Headers.LastModified!.Value.ToUniversalTime()));

            // What a reader sees is that day, and a change is called one.
            Assert.Contains($"{int.Parse(published[..4], CultureInfo.InvariantCulture)}年", page.QuerySelector("time.published")!.TextContent, StringComparison.Ordinal);
            Assert.True(page.QuerySelector("time.revised") is not { } changed || changed.ParentElement!.TextContent.StartsWith("更新", StringComparison.Ordinal), path);
        }

        Assert.True(checkedFeeds > 200, $"{checkedFeeds} entries of feeds");
    }

    private static string? Type(JsonElement data) => data.TryGetProperty("@type", out var type) ? type.GetString() : null;

    private static string? Meta(IDocument page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    // A day alone is its first moment in the site's zone; what states no offset is site time.
    private static DateTimeOffset Moment(string text)
    {
        var zone = TimeSpan.FromHours(8);
        return DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, zone).ToUniversalTime()
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime();
    }

    private ILookup<string, string> OfFiles(string name, string element, string link, string date) => _crawl.Texts
        .Where(t => t.Key.Contains(name, StringComparison.Ordinal) && !t.Key.StartsWith("/corrections", StringComparison.Ordinal))
        .SelectMany(t => XDocument.Parse(t.Value).Descendants().Where(e => e.Name.LocalName == element))
        .ToLookup(e => e.Elements().First(c => c.Name.LocalName == link).Value, e => e.Elements().First(c => c.Name.LocalName == date).Value);

    private async Task<Dictionary<string, (string Published, string? Revised)>> ApiAsync()
    {
        var all = new Dictionary<string, (string, string?)>(StringComparer.Ordinal);
        for (string? next = "/api/v1/articles?limit=100&fields=url,published,revised"; next is not null;)
        {
            using var json = JsonDocument.Parse(await _crawl.Site.Client.GetStringAsync(next));
            foreach (var article in json.RootElement.GetProperty("articles").EnumerateArray())
            {
                all.Add(article.GetProperty("url").GetString()!, (article.GetProperty("published").GetString()!, article.TryGetProperty("revised", out var revised) ? revised.GetString() : null));
            }

            next = json.RootElement.TryGetProperty("next", out var more) ? more.GetString() : null;
        }

        return all;
    }
}
