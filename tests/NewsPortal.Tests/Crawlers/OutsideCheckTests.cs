using System.Diagnostics;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using NewsPortal.Tests.Browser;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Crawlers;

/// <summary>Feeds, sitemaps and structured data of the sample site before programs of others, which find what is planted in them.</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class OutsideCheckTests(SampleSite sample) : IAsyncLifetime
{
    private const int ArticlesChecked = 12;

    private SampleCrawl _crawl = null!;

    public async Task InitializeAsync() => _crawl = await sample.CrawlAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [MachineFileFact]
    public async Task S9_F1_F2_a_validating_library_takes_every_rss_and_atom_feed_and_none_with_a_fault()
    {
        var feeds = Texts(p => p.EndsWith("/feed.xml", StringComparison.Ordinal) || p.EndsWith("/atom.xml", StringComparison.Ordinal));
        Assert.True(feeds.Count > 100, $"{feeds.Count} feeds");
        Assert.Equal(string.Empty, await CheckAsync("ruby", PageCheckers.Feeds, "xml", feeds));
        var (rss, atom) = (_crawl.Texts["/feed.xml"], _crawl.Texts["/atom.xml"]);
        await FindsAsync("ruby", PageCheckers.Feeds, "xml", rss, ("<description>", "<descriptions>"), ("<pubDate>", "<pubDate>on "), ("<channel>", "<channel><title/>"), ("<item>", "<item><guid>x</guid>"), ("</channel>", string.Empty));
        await FindsAsync("ruby", PageCheckers.Feeds, "xml", atom, ("<updated>", "<updated>on "), ("<id>tag:", "<id/><id>tag:"), ("<entry>", "<entry><summary>x</summary><summary>y</summary>"), ("<name>", "<names>"));
    }

    [MachineFileFact]
    public async Task S10_F3_the_schema_of_the_format_takes_every_json_feed_and_none_with_a_fault()
    {
        var feeds = Texts(p => p.EndsWith("/feed.json", StringComparison.Ordinal));
        Assert.NotEmpty(feeds);
        Assert.Equal(string.Empty, await CheckAsync("node", PageCheckers.JsonFeeds, "json", feeds));
        await FindsAsync("node", PageCheckers.JsonFeeds, "json", _crawl.Texts["/feed.json"], ("\"title\":", "\"titel\":"), ("jsonfeed.org/version/1.1", "jsonfeed.org/version/9"), ("\"authors\":[", "\"authors\":[7,"), ("\"id\":", "\"ids\":"));
    }

    [MachineFileFact]
    public async Task S2_G1_the_schema_of_sitemaps_takes_every_file_and_none_with_a_fault()
    {
        var files = Texts(p => p.StartsWith("/sitemaps/", StringComparison.Ordinal));
        Assert.True(files.Count > 10, $"{files.Count} files");
        Assert.Equal(string.Empty, await CheckAsync("node", PageCheckers.Sitemaps, "xml", files));
        await FindsAsync("node", PageCheckers.Sitemaps, "xml", files.First(f => f.Contains("<lastmod>", StringComparison.Ordinal)), ("<lastmod>", "<lastmod>on "), ("<loc>", "<location>"), ("<url>", "<url><priority>9</priority>"), ("<lastmod>", "<changefreq>often</changefreq><lastmod>"));
    }

    [MachineFileFact]
    public async Task S5_J1_J2_the_vocabulary_of_schema_org_takes_the_data_of_pages_of_every_kind_and_none_with_a_fault()
    {
        var pages = _crawl.Report.Indexable.OrderBy(p => p.Path, StringComparer.Ordinal).GroupBy(p => p.Kind)
            .SelectMany(g => g.Take(g.Key == "date5" ? ArticlesChecked : 1));
        var documents = new JsonArray();
        foreach (var path in pages.Select(p => p.Path))
        {
            foreach (var script in new HtmlParser().ParseDocument(_crawl.Texts[path]).QuerySelectorAll("script[type='application/ld+json']"))
            {
                var data = JsonNode.Parse(script.TextContent)!;
                if (data["@context"]!.GetValue<string>() == "https://schema.org")
                {
                    documents.Add(new JsonObject { ["at"] = path, ["data"] = data });
                }
            }
        }

        Assert.Superset(new HashSet<string> { "NewsArticle", "BreadcrumbList", "CollectionPage", "WebSite" }, documents.Select(d => d!["data"]!["@type"]!.GetValue<string>()).ToHashSet());
        var text = documents.ToJsonString();
        Assert.Equal(string.Empty, await CheckAsync("node", PageCheckers.StructuredData, "json", [text]));

        // Several at once: the vocabulary is read each time, which takes seconds.
        var planted = new JsonArray();
        foreach (var (from, to) in ((string, string)[])[("\"headline\":", "\"headLine\":"), ("NewsMediaOrganization", "NewsOrganisation"), ("\"isAccessibleForFree\":true", "\"isAccessibleForFree\":[{\"@type\":\"Place\"}]"), ("\"wordCount\":", "\"wordsCount\":")])
        {
            var clean = documents.First(d => d!["data"]!["@type"]!.GetValue<string>() == "NewsArticle" && d.ToJsonString().Contains(from, StringComparison.Ordinal))!.ToJsonString();
            var copy = JsonNode.Parse(clean.Replace(from, to, StringComparison.Ordinal))!;
            copy["at"] = from;
            planted.Add(copy);
        }

        var found = (await CheckAsync("node", PageCheckers.StructuredData, "json", [planted.ToJsonString()])).Split('\n');
        Assert.All(planted, p => Assert.Contains(found, f => f.StartsWith(p!["at"]!.GetValue<string>(), StringComparison.Ordinal)));
    }

    private static async Task FindsAsync(string program, string checker, string extension, string clean, params (string From, string To)[] faults)
    {
        foreach (var (from, to) in faults)
        {
            var at = clean.LastIndexOf(from, StringComparison.Ordinal);
            Assert.True(at >= 0, from);
            var found = await CheckAsync(program, checker, extension, [string.Concat(clean.AsSpan(0, at), to, clean.AsSpan(at + from.Length))]);
            Assert.False(found.Length == 0, $"'{from}' became '{to}', and nothing was found");
        }
    }

    // What it says, its files named by their numbers.
    private static async Task<string> CheckAsync(string program, string checker, string extension, IReadOnlyList<string> texts)
    {
        using var folder = new TemporaryFolder();
        var files = texts.Select((text, i) => folder.Write($"{i}.{extension}", text)).ToList();
        using var process = Process.Start(new ProcessStartInfo(program, [checker, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return said.Replace(folder.Path, string.Empty, StringComparison.Ordinal).Trim();
    }

    private List<string> Texts(Func<string, bool> wanted) => [.. _crawl.Texts.Where(t => wanted(t.Key)).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value)];
}
