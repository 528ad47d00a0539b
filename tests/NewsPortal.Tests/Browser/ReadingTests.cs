using Microsoft.Playwright;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>A person reads the sample site with script switched off.</summary>
public sealed class ReadingTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private TestBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Environs.Chromium is not { } chromium)
        {
            return;
        }

        _site = await TestSite.StartAsync();
        await _site.ImportFolderAsync(Path.Combine(Environs.Root, "content"));
        _browser = await TestBrowser.StartAsync(chromium);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
            await _site.DisposeAsync();
        }
    }

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
        Assert.InRange(await page.Locator("#related li").CountAsync(), 5, 15);
        Assert.Equal(30, await page.Locator("#latest li").CountAsync());

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

    [BrowserFact]
    public async Task The_body_is_set_as_chinese_typography_asks()
    {
        var (page, _, _) = await OpenAsync(1280, 900);
        await using var db = _site.Store.CreateContext();
        await page.GotoAsync(_site.Address + db.Articles.OrderByDescending(a => a.CharacterCount).First().Path);
        var style = await page.Locator(".article-body > p").First.EvaluateAsync<float[]>(
            "p => { const s = getComputedStyle(p), size = parseFloat(s.fontSize); return [parseFloat(s.textIndent) / size, parseFloat(s.lineHeight) / size, p.clientWidth / size, size]; }");
        Assert.Equal(2, style[0], 1);
        Assert.InRange(style[1], 1.7, 2.0);
        Assert.InRange(style[2], 30, 42);
        Assert.InRange(style[3], 17, 20);
        Assert.Equal("strict", await page.Locator(".article-body > p").First.EvaluateAsync<string>("p => getComputedStyle(p).lineBreak"));
    }

    private async Task<(IPage Page, List<string> Foreign, List<string> Faults)> OpenAsync(int width, int height, bool script = true)
    {
        var context = await _browser!.Browser.NewContextAsync(new() { JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = height } });
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
