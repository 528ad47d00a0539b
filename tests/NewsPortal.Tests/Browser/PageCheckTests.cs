using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>Finished pages before checkers of others.</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class PageCheckTests(SampleSite sample)
{
    [PageCheckFact]
    public async Task Axe_finds_nothing_on_any_type_of_page_light_or_dark_wide_or_narrow()
    {
        var rules = await File.ReadAllTextAsync(PageCheckers.Axe);
        var findings = new List<string>();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (360, ColorScheme.Dark) })
        {
            // So high that everything is on the screen: what is below it is not laid out, and has no size to be judged.
            var page = await sample.OpenAsync(width, scheme, height: 16_000);
            foreach (var (name, path) in sample.Pages)
            {
                await page.GotoAsync(sample.Site.Address + path);
                await page.EvaluateAsync(rules);
                var found = await page.EvaluateAsync<string[]>(
                    "async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'] })).violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html.slice(0, 300)))");
                findings.AddRange(found.Select(f => $"{name} {width}: {f}"));
            }

            await page.CloseAsync();
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [PageCheckFact]
    public async Task A_reader_mode_shows_headline_time_and_body_of_every_article_and_nothing_else()
    {
        var reader = await File.ReadAllTextAsync(PageCheckers.Readability);
        var page = await sample.OpenAsync(1280);
        var faults = new List<string>();
        var read = 0;
        foreach (var path in await sample.ArticlesAsync())
        {
            await page.GotoAsync(sample.Site.Address + path);
            await page.EvaluateAsync(reader + "; globalThis.Readability = Readability; null");
            var seen = await page.EvaluateAsync<JsonElement>("""
                () => {
                  const one = text => (text ?? '').replace(/\s+/g, ''), of = selector => document.querySelector(selector);
                  const own = { title: one(of('h1').textContent), text: one(of('.article-body').textContent), time: of('time.published').getAttribute('datetime') };
                  const it = new Readability(document.cloneNode(true), { charThreshold: 1 }).parse();
                  return { own, it: it && { title: one(it.title), text: one(it.textContent), time: it.publishedTime } };
                }
                """);
            read++;
            if (seen.GetProperty("it").ValueKind == JsonValueKind.Null)
            {
                faults.Add($"{path}: nothing was found");
                continue;
            }

            foreach (var field in (string[])["title", "text", "time"])
            {
                var (own, its) = (seen.GetProperty("own").GetProperty(field).GetString(), seen.GetProperty("it").GetProperty(field).GetString());
                if (own != its) faults.Add($"{path}: {field} is '{its}' instead of '{own}'");
            }
        }

        Assert.True(read > 80, $"only {read} articles were read");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [PageCheckFact]
    public async Task The_nu_checker_has_no_error_and_no_warning_for_any_page_or_the_stylesheet()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, path) in sample.Pages)
        {
            folder.Write(name + ".html", await (await sample.Site.Client.GetAsync(path)).Content.ReadAsByteArrayAsync());
        }

        var front = await sample.Site.PageAsync("/");
        folder.Write("site.css", await sample.Site.Client.GetByteArrayAsync(front.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!));
        Assert.Empty(await CheckAsync("--also-check-css", folder.Path));
    }

    private static async Task<string> CheckAsync(params string[] arguments)
    {
        using var java = Process.Start(new ProcessStartInfo("java", ["-jar", PageCheckers.Nu, "--stdout", "--format", "gnu", .. arguments]) { RedirectStandardOutput = true })!;
        var said = await java.StandardOutput.ReadToEndAsync();
        await java.WaitForExitAsync();
        return said;
    }
}
