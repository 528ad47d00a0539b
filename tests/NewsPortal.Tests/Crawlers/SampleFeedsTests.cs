using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsPortal.Tests.Browser;

namespace NewsPortal.Tests.Crawlers;

/// <summary>Every feed of the sample site by the rules of its format.</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed partial class SampleFeedsTests(SampleSite sample) : IAsyncLifetime
{
    private SampleCrawl _crawl = null!;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    public async Task InitializeAsync() => _crawl = await sample.CrawlAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void S9_F1_every_rss_feed_has_full_texts_permanent_ids_dates_by_rfc_822_and_absolute_addresses()
    {
        foreach (var (path, channel) in Feeds("/feed.xml").Select(f => (f.Path, f.Root.Element("channel")!)))
        {
            Assert.All((string[])["title", "link", "description"], name => Assert.NotEmpty(channel.Element(name)!.Value));
            Assert.Equal("zh-cn", channel.Element("language")!.Value);
            Assert.Equal(_crawl.Site.Address + path, channel.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
            Assert.Equal(channel.Elements("item").Count(), channel.Descendants("guid").Select(g => g.Value).Distinct().Count());
            foreach (var item in channel.Elements("item"))
            {
                Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
                Assert.True(DateTimeOffset.TryParseExact(Offset().Replace(item.Element("pubDate")!.Value, "$1:$2"), "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), item.Element("pubDate")!.Value);
                Assert.StartsWith(_crawl.Site.Address + "/", item.Element("link")!.Value, StringComparison.Ordinal);
                Assert.NotEmpty(item.Element(Content + "encoded")!.Value);
                Assert.DoesNotMatch(RootRelative(), item.Element(Content + "encoded")!.Value);
                foreach (var picture in item.Elements("enclosure"))
                {
                    Assert.StartsWith(_crawl.Site.Address + "/media/", picture.Attribute("url")!.Value, StringComparison.Ordinal);
                    Assert.True(long.Parse(picture.Attribute("length")!.Value, CultureInfo.InvariantCulture) > 100 && picture.Attribute("type")!.Value.StartsWith("image/", StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    public void S9_F2_every_atom_feed_has_unique_ids_without_the_slug_and_one_self()
    {
        foreach (var (path, feed) in Feeds("/atom.xml"))
        {
            Assert.Equal(_crawl.Site.Address + path, feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
            Assert.True(feed.Element(Atom + "author") is not null && feed.Element(Atom + "updated") is not null);
            var entries = feed.Elements(Atom + "entry").ToList();
            Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
            Assert.All(entries, e => Assert.Matches("^tag:[^,]+,[0-9-]{10}:(article|correction)/[0-9]+$", e.Element(Atom + "id")!.Value));
            Assert.All(entries, e => Assert.Equal("html", e.Element(Atom + "content")!.Attribute("type")!.Value));
        }
    }

    [Fact]
    public void S10_F3_every_json_feed_names_version_ids_texts_writers_languages_and_dates()
    {
        foreach (var (path, text) in _crawl.Texts.Where(t => t.Key.EndsWith("/feed.json", StringComparison.Ordinal)))
        {
            using var feed = JsonDocument.Parse(text);
            Assert.Equal("application/feed+json", _crawl.Report.Addresses[path].MediaType);
            Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
            Assert.Equal(_crawl.Site.Address + path, feed.RootElement.GetProperty("feed_url").GetString());
            Assert.Equal("zh-Hans", feed.RootElement.GetProperty("language").GetString());
            Assert.NotEmpty(feed.RootElement.GetProperty("title").GetString()!);
            foreach (var item in feed.RootElement.GetProperty("items").EnumerateArray())
            {
                Assert.All((string[])["id", "content_html", "url", "language"], name => Assert.NotEmpty(item.GetProperty(name).GetString()!));
                Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}[+-][0-9:]{5}$", item.GetProperty("date_published").GetString()!);
                Assert.All(item.GetProperty("authors").EnumerateArray(), a => Assert.NotEmpty(a.GetProperty("name").GetString()!));
                Assert.DoesNotMatch(RootRelative(), item.GetProperty("content_html").GetString()!);
            }
        }
    }

    [Fact]
    public void S10_the_list_of_feeds_names_those_of_the_site_and_of_every_section()
    {
        var outlines = XDocument.Parse(_crawl.Texts["/feeds.opml"]).Descendants("outline").ToList();
        Assert.All(outlines, o => Assert.Equal("rss", o.Attribute("type")!.Value));
        Assert.All(outlines, o => Assert.Contains(o.Attribute("xmlUrl")!.Value[_crawl.Site.Address.Length..], _crawl.Texts.Keys));
        Assert.Superset(
            _crawl.Texts.Keys.Where(p => p.StartsWith("/sections/", StringComparison.Ordinal) && p.EndsWith("/feed.xml", StringComparison.Ordinal)).Append("/feed.xml").ToHashSet(),
            outlines.Select(o => o.Attribute("xmlUrl")!.Value[_crawl.Site.Address.Length..]).ToHashSet());
        var search = XDocument.Parse(_crawl.Texts["/opensearch.xml"]).Descendants("{http://a9.com/-/spec/opensearch/1.1/}Url").Single();
        Assert.Equal((_crawl.Site.Address + "/search?q={searchTerms}", "text/html"), (search.Attribute("template")!.Value, search.Attribute("type")!.Value));
    }

    private List<(string Path, XElement Root)> Feeds(string name)
    {
        var feeds = _crawl.Texts.Where(t => t.Key.EndsWith(name, StringComparison.Ordinal)).Select(t => (t.Key, XDocument.Parse(t.Value).Root!)).ToList();
        Assert.True(feeds.Count > 20, $"{feeds.Count} feeds");
        return feeds;
    }

    [GeneratedRegex("(?:href|src|srcset)=\"/(?!/)")]
    private static partial Regex RootRelative();

    [GeneratedRegex("([+-][0-9]{2})([0-9]{2})$")]
    private static partial Regex Offset();
}
