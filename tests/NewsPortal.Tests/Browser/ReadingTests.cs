using Microsoft.Playwright;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>A person reads the sample site with script switched off.</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class ReadingTests(SampleSite sample)
{
    private readonly TestSite _site = sample.Site;

    [BrowserFact]
    public async Task A_reader_walks_from_the_front_page_through_related_neighbours_and_search_without_script()
    {
        var (page, foreign, faults) = await OpenAsync(1280, 900, script: false);
        await page.GotoAsync(_site.Address);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await page.Locator("main h2 a, main h3 a").First.ClickAsync();
        Assert.Equal(1, await page.Locator("main > article").CountAsync());
        var first = await page.Locator("h1").InnerTextAsync();
        Assert.True(await page.Locator(".article-body p").CountAsync() > 0);
        Assert.InRange(await page.Locator("nav > section#related li").CountAsync(), 5, 15);
        Assert.Equal(30, await page.Locator("nav > section#latest li").CountAsync());

        await page.Locator("#related li a").First.ClickAsync();
        Assert.NotEqual(first, await page.Locator("h1").InnerTextAsync());
        var second = page.Url;
        await page.Locator("a[rel=prev]").ClickAsync();
        Assert.NotEqual(second, page.Url);
        await page.Locator("a[rel=next]").ClickAsync();
        Assert.Equal(second, page.Url);

        await page.Locator("input[type=search]").First.FillAsync("图书馆 轮渡");
        await page.Locator("input[type=search]").First.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=*");
        Assert.True(await page.Locator("main mark").CountAsync() > 0, "the found words are marked");
        Assert.Empty(foreign);
        Assert.Empty(faults);
    }

    [BrowserFact]
    public async Task No_page_scrolls_sideways_on_a_narrow_phone()
    {
        var (page, _, faults) = await OpenAsync(320, 640);
        await using var db = _site.Store.CreateContext();
        var article = db.Articles.OrderByDescending(a => a.CharacterCount).First().Path;
        foreach (var path in (string[])["/", article, "/latest", "/search?q=%E5%BD%97%E6%98%9F", "/2026/11", "/about", "/nothing-here"])
        {
            await page.GotoAsync(_site.Address + path);
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(width <= 320, $"{path} is {width} px wide");
        }

        Assert.DoesNotContain(faults, f => f.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private async Task<(IPage Page, List<string> Foreign, List<string> Faults)> OpenAsync(int width, int height, bool script = true)
    {
        var context = await sample.Browser.NewContextAsync(new() { JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = height } });
        var page = await context.NewPageAsync();
        var foreign = new List<string>();
        var faults = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_site.Address, StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Add(message.Text);
            }
        };
        return (page, foreign, faults);
    }
}
