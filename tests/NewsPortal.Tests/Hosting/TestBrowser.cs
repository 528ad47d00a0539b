using Microsoft.Playwright;

namespace NewsPortal.Tests.Hosting;

/// <summary>A real browser for one test class, gone afterwards.</summary>
public sealed class TestBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;

    private TestBrowser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    /// <summary>Starts one.</summary>
    /// <param name="chromium">Its program.</param>
    /// <param name="settings">More of its switches, as a reader's own settings.</param>
    public static async Task<TestBrowser> StartAsync(string chromium, params string[] settings)
    {
        var playwright = await Playwright.CreateAsync();
        return new TestBrowser(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,

            // Root has no sandbox to give, and the closed network of a build machine must not be asked for anything.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", .. settings],
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
