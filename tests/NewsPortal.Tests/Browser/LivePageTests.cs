using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>The page of a live report in a real browser.</summary>
public sealed class LivePageTests
{
    [PageCheckFact]
    public async Task Axe_finds_nothing_on_a_live_report_light_or_dark_nothing_is_wider_than_a_phone_and_paper_has_every_entry()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Site:CountReads=false");
        await site.ImportAsync(AnArticle.Called("洪水逼近县城").At("2026-11-24 09:00").Saying("持续降雨，河水今天上午还在上涨。"));
        await using var db = site.Store.CreateContext();
        var article = await db.Articles.AsNoTracking().SingleAsync();
        var desk = new LiveDesk(site.Store, site.Clock, "chen");
        await desk.StartAsync(article.Id);
        for (var n = 1; n <= 120; n++)
        {
            site.Clock.Pass(TimeSpan.FromMinutes(1));
            await desk.AddAsync(article.Id, new LiveEntry { Headline = n % 3 == 0 ? $"第{n}次会商" : null, Text = $"第{n}条：水位{n}厘米。\n\n- 北岸\n- 南岸\n\n| 站 | 水位 |\n|---|---|\n| 上游 | {n} |", IsKey = n % 40 == 0 });
        }

        await site.RefreshAsync();
        var rules = await File.ReadAllTextAsync(PageCheckers.Axe);
        await using var browser = await TestBrowser.StartAsync(Environs.Chromium!);
        var findings = new List<string>();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (360, ColorScheme.Dark) })
        {
            var page = await (await browser.Browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 16_000 } })).NewPageAsync();
            foreach (var path in (string[])[article.Path, "/"])
            {
                await page.GotoAsync(site.Address + path);
                await page.EvaluateAsync(rules);
                var found = await page.EvaluateAsync<string[]>(
                    "async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'] })).violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html.slice(0, 300)))");
                findings.AddRange(found.Select(f => $"{path} {width}: {f}"));
                var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                findings.AddRange(wide > width ? [$"{path} is {wide} wide at {width}"] : []);
            }

            await page.GotoAsync(site.Address + article.Path);
            await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
            Assert.Equal(120, await page.Locator(".update:visible").CountAsync());
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings.Take(20)));
    }
}
