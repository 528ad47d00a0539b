using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Parser;
using NewsPortal.Tests.Hosting;
using Xunit.Abstractions;

namespace NewsPortal.Tests.Browser;

/// <summary>Reader modes over more than 200 articles: Mozilla's Readability, as in Firefox, and SmartReader, its port to .NET.</summary>
/// <param name="site">The site.</param>
/// <param name="output">Where the figures are printed.</param>
public sealed class ReaderModeTests(ReaderModeSite site, ITestOutputHelper output) : IClassFixture<ReaderModeSite>
{
    private const int Fewest = 200;

    // Mozilla's rule adds up, over the article and its paragraphs, the roots of what each has beyond 140 characters, and asks for
    // more than 20. An article of 541 reaches that by itself, however short its paragraphs are; no brief of less than 141 ever can.
    private const int AlwaysReaderable = 541;
    private const int NeverReaderable = 140;

    private const string Read = """
        html => {
          const own = new DOMParser().parseFromString(html, 'text/html');
          const length = own.querySelector('article').textContent.trim().length, readerable = isProbablyReaderable(own);
          const it = new Readability(own).parse();
          return { length, readerable, title: it?.title, text: it?.textContent, byline: it?.byline, time: it?.publishedTime };
        }
        """;

    [PageCheckFact]
    public async Task Mozillas_reader_mode_shows_headline_byline_time_and_the_stored_body_and_nothing_of_any_list()
    {
        var faults = new List<string>();
        foreach (var (page, found) in await ReadAllAsync())
        {
            string? Of(string field) => found.GetProperty(field).GetString();
            faults.AddRange(page.FaultsOf(!found.GetProperty("readerable").GetBoolean(), Of("title"), Of("text"), Of("byline"), Of("time") is { } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) : null));
        }

        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults.Take(40))}");
    }

    [PageCheckFact]
    public async Task Q1_a_reader_mode_is_offered_for_every_article_of_541_characters_and_for_no_brief_below_141()
    {
        var all = (await ReadAllAsync()).ConvertAll(p => (p.Page.Path, Length: p.Found.GetProperty("length").GetInt32(), Offered: p.Found.GetProperty("readerable").GetBoolean()));
        var without = all.Where(p => !p.Offered).ToList();
        output.WriteLine($"{all.Count} articles, {without.Count} are not offered in reader mode; the longest of those has {without.Max(p => p.Length)} characters, the shortest offered {all.Where(p => p.Offered).Min(p => p.Length)}");
        Assert.DoesNotContain(all, p => p.Length >= AlwaysReaderable && !p.Offered);
        Assert.DoesNotContain(all, p => p.Length <= NeverReaderable && p.Offered);
        Assert.Contains(all, p => p.Length <= NeverReaderable);
    }

    [Fact]
    public async Task SmartReader_shows_headline_byline_time_and_the_stored_body_and_nothing_of_any_list()
    {
        var faults = new List<string>();
        Assert.True(site.Pages.Count >= Fewest, $"only {site.Pages.Count} articles");
        foreach (var page in site.Pages)
        {
            var html = await site.Client.GetStringAsync(page.Path);
            using var reader = new SmartReader.Reader(site.Address + page.Path, html);
            var found = await reader.GetArticleAsync();
            var isBrief = new HtmlParser().ParseDocument(html).QuerySelector("article")!.TextContent.Trim().Length < AlwaysReaderable;
            var text = new HtmlParser().ParseDocument(found.Content ?? string.Empty).Body!.TextContent;
            faults.AddRange(page.FaultsOf(isBrief, found.Title, text, found.Byline, found.PublicationDate is { } date ? new DateTimeOffset(date.ToUniversalTime()) : null));
        }

        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults.Take(40))}");
    }

    private async Task<List<(ReaderModePage Page, JsonElement Found)>> ReadAllAsync()
    {
        Assert.True(site.Pages.Count >= Fewest, $"only {site.Pages.Count} articles");
        await using var browser = await TestBrowser.StartAsync(Environs.Chromium!);
        var tab = await browser.Browser.NewPageAsync();
        await tab.GotoAsync(site.Address + "/about");
        await tab.EvaluateAsync(await File.ReadAllTextAsync(PageCheckers.Readability) + "; globalThis.Readability = Readability; null");
        await tab.EvaluateAsync(await File.ReadAllTextAsync(PageCheckers.Readerable) + "; globalThis.isProbablyReaderable = isProbablyReaderable; null");
        var all = new List<(ReaderModePage, JsonElement)>();
        foreach (var page in site.Pages)
        {
            all.Add((page, await tab.EvaluateAsync<JsonElement>(Read, await site.Client.GetStringAsync(page.Path))));
        }

        return all;
    }
}
