using System.Text.Json;
using System.Xml.Linq;
using NewsPortal.Tests.Pages;

namespace NewsPortal.Tests.Crawlers;

public sealed class FeedTests(ReaderSite site) : IClassFixture<ReaderSite>
{
    private const string CleanHeadline = "</script><script>alert(1)</script> & \"引号\" ]]> <b>\u2028尾";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Theory]
    [InlineData("")]
    [InlineData("/sections/ke-ji")]
    public async Task S9_F1_a_nasty_headline_survives_rss_but_for_its_control_characters(string folder)
    {
        var feed = XDocument.Parse(await site.TextAsync(folder + "/feed.xml"));
        Assert.Contains(feed.Descendants("item"), i => i.Element("title")!.Value == CleanHeadline);
        Assert.Equal(site.BaseUrl + folder + "/feed.xml", feed.Descendants(Atom + "link").Single().Attribute("href")!.Value);
        Assert.All(feed.Descendants("guid"), g => Assert.Equal("false", g.Attribute("isPermaLink")!.Value));
        Assert.Equal(feed.Descendants("guid").Count(), feed.Descendants("guid").Select(g => g.Value).Distinct().Count());
    }

    [Fact]
    public async Task S9_F1_links_in_a_feed_are_absolute()
    {
        var feed = XDocument.Parse(await site.TextAsync("/feed.xml"));
        var full = feed.Descendants("item").Single(i => i.Element("link")!.Value.EndsWith("/full", StringComparison.Ordinal));
        Assert.Contains($"href=\"{site.BaseUrl}/2026/11/24/dated\"", full.Element(Content + "encoded")!.Value, StringComparison.Ordinal);
        Assert.Contains("初稿误写桥长。", full.Element(Content + "encoded")!.Value, StringComparison.Ordinal);
        Assert.Equal("Tue, 24 Nov 2026 11:00:00 +0800", full.Element("pubDate")!.Value);
    }

    [Fact]
    public async Task S9_F2_atom_states_the_dates_of_the_page_and_an_id_without_the_slug()
    {
        var feed = XDocument.Parse(await site.TextAsync("/atom.xml"));
        var full = feed.Root!.Elements(Atom + "entry").Single(e => e.Element(Atom + "link")!.Attribute("href")!.Value.EndsWith("/full", StringComparison.Ordinal));
        var page = await site.PageAsync("/2026/11/24/full");
        Assert.Equal(page.QuerySelector("time.published")!.GetAttribute("datetime"), full.Element(Atom + "published")!.Value);
        Assert.Equal(page.QuerySelector("time.revised")!.GetAttribute("datetime"), full.Element(Atom + "updated")!.Value);
        Assert.Matches("^tag:127\\.0\\.0\\.1,2026-11-24:article/[0-9]+$", full.Element(Atom + "id")!.Value);
    }

    [Fact]
    public async Task S10_F3_json_feed_has_what_its_version_asks_for()
    {
        var feed = JsonDocument.Parse(await site.TextAsync("/feed.json")).RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.All(feed.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.NotEmpty(item.GetProperty("id").GetString()!);
            Assert.NotEmpty(item.GetProperty("content_html").GetString()!);
            Assert.True(DateTimeOffset.TryParse(item.GetProperty("date_published").GetString(), out _));
        });
        Assert.Contains(feed.GetProperty("items").EnumerateArray(), i => i.GetProperty("title").GetString() == CleanHeadline);
    }

    [Fact]
    public async Task A_feed_shows_one_of_a_report()
    {
        var feed = XDocument.Parse(await site.TextAsync("/feed.xml"));
        Assert.Single(feed.Descendants("item"), i => i.Element("title")!.Value == "同一篇报道");
    }

    [Fact]
    public async Task An_unknown_feed_is_not_found() => Assert.Equal(404, (await site.StatusAsync("/tags/nowhere/feed.xml")).Status);
}
