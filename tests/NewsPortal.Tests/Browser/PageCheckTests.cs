using System.Diagnostics;
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
