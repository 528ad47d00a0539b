using System.Diagnostics;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>Pages in browsers that show text alone, w3m and lynx.</summary>
public sealed class TextBrowserTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync("--NewsPortal:Site:IcpNumber=云ICP备00000000号", "--NewsPortal:Site:PoliceNumber=云公网安备00000000号", "--NewsPortal:Site:LicenceNumber=00000000");
        await _site.ImportFolderAsync(Path.Combine(Environs.Root, "content"));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [TextBrowserFact]
    public async Task An_article_reads_whole_and_in_order()
    {
        await using var db = _site.Store.CreateContext();
        var article = await db.Articles.Visible().Include(a => a.Body).Where(a => a.Pictures.Count == 0).OrderByDescending(a => a.CharacterCount).FirstAsync();
        foreach (var browser in Environs.TextBrowsers)
        {
            var shown = Letters(await ShowAsync(browser, article.Path));
            var place = -1;
            foreach (var part in article.Body!.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(article.Headline))
            {
                var found = shown.IndexOf(Letters(part), place + 1, StringComparison.Ordinal);
                Assert.True(found > place, $"{browser} does not show '{part}' in its place");
                place = found;
            }
        }
    }

    // w3m drops every blank between Chinese characters: only a mark or a new line parts two words there.
    [TextBrowserFact]
    public async Task Parts_of_a_line_never_run_together()
    {
        await using var db = _site.Store.CreateContext();
        var article = await db.Articles.Visible().Where(a => a.Tags.Count > 2 && a.SourceId != null && a.Editor != null).OrderBy(a => a.Id).FirstAsync();
        var faults = new List<string>();
        foreach (var path in (string[])["/", article.Path, "/latest", "/search?q=%E5%BD%97%E6%98%9F", "/corrections", "/about", "/nothing-here"])
        {
            using var answer = await _site.Client.GetAsync(path);
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            var lines = page.QuerySelectorAll(".crumbs, .meta, .line, .tags, .credits, .facets nav, .search-said p, .filings, .story-place li, .share, .turn a, .two li, .sections ul, .lines h3").Select(Parts).ToList();
            Assert.Contains(lines, l => l.Count > 1);
            foreach (var browser in Environs.TextBrowsers)
            {
                var shown = await ShowAsync(browser, path);
                faults.AddRange(lines.SelectMany(l => l.Zip(l.Skip(1), (one, next) => one + next)).Where(run => shown.Contains(run, StringComparison.Ordinal)).Select(run => $"{Path.GetFileName(browser)} {path}: {run}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
    }

    // A label leads to what it labels.
    private static List<string> Parts(IElement line) =>
        [.. line.Children.Where(e => e.ClassName != "apart").Select(e => e.TextContent.Trim()).Where(t => t.Length > 0 && !t.EndsWith('：'))];

    private async Task<string> ShowAsync(string browser, string path)
    {
        string[] options = Path.GetFileName(browser) == "w3m" ? ["-dump", "-cols", "2000", "-o", "display_charset=UTF-8"] : ["-dump", "-nolist", "-width=990", "-display_charset=UTF-8"];
        using var run = Process.Start(new ProcessStartInfo(browser, [.. options, _site.Address + path]) { RedirectStandardOutput = true, Environment = { ["LANG"] = "C.UTF-8" } })!;
        var shown = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        return shown;
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
