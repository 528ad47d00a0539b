using Microsoft.Playwright;
using NewsPortal.Core.Access;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>A site with an editor's browser in it, which notes every fault of script and every break of the page's policy.</summary>
public sealed class EditorSite : IAsyncDisposable
{
    private readonly TestBrowser _browser;

    private EditorSite(TestSite site, StaffClient staff, TestBrowser browser)
    {
        Site = site;
        Staff = staff;
        _browser = browser;
    }

    public TestSite Site { get; }

    public StaffClient Staff { get; }

    public List<string> Faults { get; } = [];

    public static async Task<EditorSite> StartAsync(StaffRole role = StaffRole.ChiefEditor)
    {
        var site = await TestSite.StartAsync("--NewsPortal:Site:CountReads=false");
        return new EditorSite(site, await StaffClient.EnterAsync(site, "陈编辑", role), await TestBrowser.StartAsync(Environs.Chromium!));
    }

    /// <summary>Opens a page of the newsroom; the editor in it is ready.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser.Browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, Permissions = ["clipboard-read", "clipboard-write"] });
        await context.AddCookiesAsync(Staff.Cookies.GetAllCookies().Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = Site.Address }));
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))");
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Faults.AddRange(message.Type is "error" ? [message.Text] : []);
        page.PageError += (_, error) => Faults.Add(error);
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GotoAsync(Site.Address + path);
        await page.WaitForSelectorAsync("#desk[data-ready]");
        return page;
    }

    /// <summary>Saves the form and waits for the page that tells so.</summary>
    public static async Task SaveAsync(IPage page)
    {
        // The page before may tell of an earlier save.
        await page.EvaluateAsync("document.body.classList.add('before')");
        await page.ClickAsync(".acts button.main");
        await page.WaitForSelectorAsync("body:not(.before) .done");
        await page.WaitForSelectorAsync("#desk[data-ready]");
    }

    /// <summary>The stored text of an article.</summary>
    public async Task<string> HtmlAsync(long id)
    {
        await using var db = Site.Store.CreateContext();
        return (await db.Bodies.FindAsync(id))!.Html;
    }

    public async ValueTask DisposeAsync()
    {
        Staff.Dispose();
        await _browser.DisposeAsync();
        await Site.DisposeAsync();
    }
}
