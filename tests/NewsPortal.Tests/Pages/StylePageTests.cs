using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Pages;

/// <summary>The page that shows all parts.</summary>
public sealed class StylePageTests
{
    [Fact]
    public async Task A_development_site_shows_all_parts_on_one_page()
    {
        await using var site = await TestSite.StartAsync("--environment=Development");
        await site.ImportAsync(("城市/轮渡.md", "---\ntitle: 轮渡加班\ndate: 2026-11-20 08:00\n---\n轮渡今天加了一班，船上坐满了人。\n"));
        var page = await site.PageAsync("/about/style");
        foreach (var part in (string[])[".story", ".ticker", ".ranked", ".correction", ".old-notice", ".article-body table", ".swatch.accent", "mark"])
        {
            Assert.True(page.QuerySelector(part) is not null, $"{part} is not shown");
        }
    }

    [Fact]
    public async Task Other_sites_do_not_have_it()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal(404, await site.StatusAsync("/about/style"));
    }
}
