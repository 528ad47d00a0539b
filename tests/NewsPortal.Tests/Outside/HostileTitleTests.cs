using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Crawlers;

namespace NewsPortal.Tests.Outside;

/// <summary>Titles, names and tags that break feeds and sitemaps elsewhere, read back by strict parsers.</summary>
public sealed partial class HostileTitleTests
{
    // Fewer than a feed holds.
    private const int InSection = 25;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public Task F1_feeds_and_sitemaps_hold_every_hostile_title_of_our_own() => CheckAsync(HostileBodies.Own);

    [BenchFact]
    public Task F1_feeds_and_sitemaps_hold_every_hostile_title_there_is() =>
        CheckAsync([.. ((string[])["xml-text", "naughty-strings"]).SelectMany(set => File.ReadLines(Environs.InBench("badinput", set + ".jsonl"))).Select(Input).OfType<string>()]);

    private static string? Input(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("in").GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a character is no string that an article could be sent with.
            return null;
        }
    }

    private static async Task CheckAsync(string[] inputs)
    {
        await using var site = await TestSite.StartAsync();
        var rows = inputs.Select((input, i) => JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["id"] = $"h{i}",
            ["headline"] = $"{input} 第{i}号",
            ["summary"] = input,
            ["author"] = input,
            ["source"] = input.Length <= 200 ? input : "来源",
            ["tags"] = new[] { input },
            ["date"] = "2026-11-24 08:00",
            ["section"] = $"栏目{i / InSection}",

            // Long enough of its own that no two are one report.
            ["text"] = string.Concat(Enumerable.Range(0, 12).Select(n => $"第{i}号渡口第{n}班船坐了{(i * 31) + n}人。")) + input,
        }));
        var report = await site.ImportAsync(("rows.jsonl", string.Join('\n', rows)));
        Assert.True(report.Added > inputs.Length * 9 / 10, report.ToString());
        await using var db = site.Store.CreateContext();
        var stored = (await db.Articles.Include(a => a.Section).ToListAsync()).ToLookup(a => a.Section.Slug);
        foreach (var section in stored)
        {
            var wanted = section.Select(a => XmlText.Clean(a.Headline)).Order(StringComparer.Ordinal).ToList();
            var rss = XDocument.Parse(await site.Client.GetStringAsync($"/sections/{section.Key}/feed.xml"));
            Assert.Equal(wanted, rss.Descendants("item").Select(i => i.Element("title")!.Value).Order(StringComparer.Ordinal));
            var atom = XDocument.Parse(await site.Client.GetStringAsync($"/sections/{section.Key}/atom.xml"));
            Assert.Equal(wanted, atom.Root!.Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value).Order(StringComparer.Ordinal));
            using var json = JsonDocument.Parse(await site.Client.GetStringAsync($"/sections/{section.Key}/feed.json"));
            Assert.Equal(wanted, json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()!).Order(StringComparer.Ordinal));
        }

        var addresses = XDocument.Parse(await site.Client.GetStringAsync("/sitemaps/articles-2026-11-1.xml")).Descendants(Sitemap + "loc").Select(l => l.Value[site.Address.Length..]).ToList();
        Assert.Equal(stored.Sum(s => s.Count()), addresses.Distinct().Count());
        Assert.All(addresses, a => Assert.Matches(Address(), a));
        foreach (var file in (string[])["/sitemap.xml", "/news-sitemap.xml", "/sitemaps/tags-1.xml", "/sitemaps/authors-1.xml", "/sitemaps/sources-1.xml", "/feeds.opml", "/opensearch.xml"])
        {
            Assert.NotNull(XDocument.Parse(await site.Client.GetStringAsync(file)).Root);
        }
    }

    [GeneratedRegex("^/2026/11/24/[a-z0-9-]{1,60}$")]
    private static partial Regex Address();
}
