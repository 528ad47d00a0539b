using Microsoft.Playwright;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Outside;

namespace NewsPortal.Tests.Browser;

/// <summary>
/// Bodies made from hostile texts, many in one article page of the running site under its own headers, where everything is
/// clicked, focused and sent every event there is.
/// </summary>
public sealed class HostileBodyTests : IAsyncLifetime
{
    private const string Place = "<p>此处换上别的正文。</p>";
    private const int BodiesOfAPage = 250;
    private const int SampleOfASet = 150;

    // Told before anything of the page is: policy violations, and globals that were not there.
    private const string Watch = """
        (() => {
          const faults = [], before = new Set(Object.getOwnPropertyNames(window));
          document.addEventListener('securitypolicyviolation', e => faults.push(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`), true);
          Object.defineProperty(window, 'faultsSeen', { value: () => [...faults, ...Object.getOwnPropertyNames(window).filter(n => n !== 'faultsSeen' && !before.has(n)).map(n => `global: ${n}`)] });
        })()
        """;

    private const string Walk = """
        async () => {
          const faults = [], schemes = ['http:', 'https:', 'mailto:', 'tel:'];
          const names = o => { const all = []; for (; o; o = Object.getPrototypeOf(o)) all.push(...Object.getOwnPropertyNames(o).filter(n => n.startsWith('on'))); return all; };
          const events = [...new Set([...names(document.body), ...names(window), ...names(document), 'onfocusin', 'onfocusout'])].filter(n => n !== 'onsecuritypolicyviolation');
          for (const e of document.querySelectorAll('.article-body, .article-body *')) {
            for (const n of events) {
              if (e[n]) faults.push(`handler: ${e.outerHTML}`);
              e.dispatchEvent(new Event(n.slice(2), { cancelable: true }));
            }
            e.tabIndex = 0;
            e.focus();
            if (e.matches('a') && !schemes.includes(e.protocol)) faults.push(`address: ${e.outerHTML}`);
            e.click();
          }
          await new Promise(done => setTimeout(done, 100));
          return [...faults, ...faultsSeen()];
        }
        """;

    private (Dictionary<string, string> Headers, string Above, string Below) _page;
    private TestSite _site = null!;
    private TestBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Environs.Chromium is { } chromium)
        {
            _site = await TestSite.StartAsync();
            _browser = await TestBrowser.StartAsync(chromium);
            _page = await ArticlePageAsync();
        }
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
    public async Task Nothing_of_a_hostile_text_runs_in_a_browser() =>
        Assert.Empty(await FaultsAsync(HostileBodies.Own.SelectMany(HostileBodies.Of).Select(body => body.Shown())));

    [BrowserFact]
    public async Task Whatever_would_run_is_noticed()
    {
        foreach (var raw in (string[])["<img src=x onerror=alert(1)>", "<b onfocus=alert(1)>字</b>", "<a href=javascript:alert(1)>字</a>", "<iframe src=//evil.example/></iframe>", "<p style=color:red>字</p>", "<meta http-equiv=refresh content=0;url=/latest>"])
            Assert.True((await FaultsAsync([raw])).Count > 0, raw);
        Assert.Contains("dialog: 1", await FaultsAsync(["<img src=x onerror=alert(1)>"], policy: false));
        Assert.Contains("global: marker", await FaultsAsync(["<script>var marker = 1</script>"], policy: false));

        // Only once the page is there: whoever waits for it to load would wait in vain for one that has gone on before.
        Assert.Contains($"went to {_site.Address}/latest", await FaultsAsync(["<script>addEventListener('load', () => setTimeout(() => location = '/latest', 30))</script>"], policy: false));
    }

    [BrowserBenchFact]
    public async Task Nothing_of_the_outside_cases_runs_in_a_browser()
    {
        var cases = ((string[])["xss-html", "xss-handlers", "xss-markdown"]).SelectMany(set => BadInputTests.Sample(set, SampleOfASet)).Select(BadInputTests.Input).OfType<string>().ToList();
        Assert.Empty(await FaultsAsync(cases.SelectMany(HostileBodies.Of).Select(body => body.Shown())));
    }

    private async Task<List<string>> FaultsAsync(IEnumerable<string> bodies, bool policy = true)
    {
        var (headers, above, below) = _page;
        if (!policy) headers = headers.Where(h => h.Key != "content-security-policy").ToDictionary();
        var faults = new List<string>();
        await using var context = await _browser!.Browser.NewContextAsync();
        await context.AddInitScriptAsync(Watch);
        foreach (var some in bodies.Distinct(StringComparer.Ordinal).Chunk(BodiesOfAPage))
            await WalkAsync(await context.NewPageAsync(), headers, above + string.Join('\n', some) + below, faults);
        return faults;
    }

    // Each in a page of its own: a link that was followed late is not taken for the next one's doing.
    private async Task WalkAsync(IPage page, Dictionary<string, string> headers, string html, List<string> faults)
    {
        var (address, clicking) = ($"{_site.Address}/hostile", false);
        page.Dialog += async (_, dialog) =>
        {
            faults.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Popup += (_, popup) => faults.Add($"window: {popup.Url}");
        await page.RouteAsync("**/*", route =>
        {
            if (route.Request.Url == address) return route.FulfillAsync(new() { Headers = headers, Body = html });
            if (route.Request.ResourceType == "stylesheet" && route.Request.Url.StartsWith(_site.Address, StringComparison.Ordinal)) return route.ContinueAsync();
            if (route.Request.IsNavigationRequest && !clicking) faults.Add($"went to {route.Request.Url}");

            // No content: a followed link leaves the page where it is.
            return route.FulfillAsync(new() { Status = 204 });
        });
        await page.GotoAsync(address);
        await page.WaitForTimeoutAsync(300);
        clicking = true;
        faults.AddRange(await page.EvaluateAsync<string[]>(Walk));
        if (page.Url != address) faults.Add($"left for {page.Url}");
        await page.CloseAsync();
    }

    /// <summary>A real article page: its headers, and its markup before and after the body.</summary>
    private async Task<(Dictionary<string, string> Headers, string Above, string Below)> ArticlePageAsync()
    {
        await _site.ImportAsync(AnArticle.Called("渡口重新开航").Under("ferry.md").Saying($"{HostileBodies.Before}\n\n此处换上别的正文。"));
        await using var db = _site.Store.CreateContext();
        using var answer = await _site.Client.GetAsync(db.Articles.Single().Path);
        var parts = (await answer.Content.ReadAsStringAsync()).Split(Place);
        Assert.Equal(2, parts.Length);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Content-Length" or "Transfer-Encoding"))
            .ToDictionary(h => h.Key.ToLowerInvariant(), h => string.Join(", ", h.Value));
        Assert.Contains("content-security-policy", headers.Keys);
        return (headers, parts[0], parts[1]);
    }
}
