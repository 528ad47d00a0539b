using Microsoft.Playwright;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>
/// Every type of page on every kind of screen. With NEWSPORTAL_GALLERY=gallery the pictures are kept there, for a person to
/// look at; git ignores the folder.
/// </summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class GalleryTests(SampleSite sample)
{
    private static readonly (string Name, int Width, ColorScheme Scheme, bool IsPrint)[] Looks =
    [
        ("desktop-light", 1280, ColorScheme.Light, false),
        ("desktop-dark", 1280, ColorScheme.Dark, false),
        ("phone-light", 360, ColorScheme.Light, false),
        ("phone-dark", 360, ColorScheme.Dark, false),
        ("print", 794, ColorScheme.Light, true),
    ];

    [BrowserFact]
    public async Task Every_type_of_page_shows_its_pictures_fits_its_screen_and_moves_nothing_while_it_loads()
    {
        using var temporary = new TemporaryFolder();
        var folder = Environment.GetEnvironmentVariable("NEWSPORTAL_GALLERY") is { Length: > 0 } kept ? Path.GetFullPath(kept, Environs.Root) : temporary.Path;
        var faults = new List<string>();

        // Without a folder for the pictures each edge of the house is looked at once: wide and light, narrow and dark, print.
        foreach (var look in folder == temporary.Path && !Environs.AllCases ? Looks.Where(l => l.Name is "desktop-light" or "phone-dark" or "print") : Looks)
        {
            var page = await sample.OpenAsync(look.Width, look.Scheme);
            await page.EmulateMediaAsync(new() { Media = look.IsPrint ? Microsoft.Playwright.Media.Print : Microsoft.Playwright.Media.Screen, ColorScheme = look.Scheme });
            foreach (var (name, path) in sample.Pages)
            {
                await page.SetViewportSizeAsync(look.Width, 900);
                await page.GotoAsync(sample.Site.Address + path);

                // Before the window is made as high as the page, which has everything laid out and painted.
                var moved = await page.EvaluateAsync<float>("() => new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 50); })");
                if (moved > 0) faults.Add($"{name} {look.Name}: moves by {moved}");
                // Twice: what was not laid out yet had a height that was only guessed.
                await page.SetViewportSizeAsync(look.Width, 16_000);
                await page.SetViewportSizeAsync(look.Width, await page.EvaluateAsync<int>("() => Math.ceil(document.body.getBoundingClientRect().height)"));
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{look.Name}.png"), FullPage = true });
                var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                if (wide > look.Width) faults.Add($"{name} {look.Name}: {wide} px wide");
                if (look.IsPrint) continue;
                var blank = await page.EvaluateAsync<string[]>("async () => { const shown = [...document.images].filter(i => i.offsetParent && !i.closest('details:not([open])')); for (const i of shown) { i.loading = 'eager'; await i.decode().catch(() => {}); } return shown.filter(i => !i.naturalWidth).map(i => i.src); }");
                faults.AddRange(blank.Select(src => $"{name} {look.Name}: {src} shows nothing"));
            }

            await page.CloseAsync();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
