using Microsoft.Playwright;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>How pages use a wide screen, and how dark their ink is.</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class WideScreenTests(SampleSite sample)
{
    // Where the content's right third begins, by the page's own margins.
    private const string Holes = """
        () => {
          const faults = [], main = document.querySelector('main').getBoundingClientRect(), third = main.left + main.width * 2 / 3;
          const shown = [...document.querySelectorAll('main a, main p, main input, main button, main img')].filter(e => e.checkVisibility() && !e.closest('.hidden-text')).map(e => e.getBoundingClientRect());
          if (!shown.some(b => b.width > 1 && b.right > third + 40)) faults.push('nothing stands in its right third');
          const article = document.querySelector('main > article'), tail = document.querySelector('.tail');
          if (article && tail) {
            const gap = tail.getBoundingClientRect().top - article.getBoundingClientRect().bottom;
            if (gap < 0 || gap > 80) faults.push(`${gap} px lie between the text and what belongs to it`);
          }
          return faults;
        }
        """;

    private const string Faint = """
        () => {
          const light = c => { const [r, g, b] = c.match(/[\d.]+/g).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const of = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
          const paper = getComputedStyle(document.body).backgroundColor;
          return [...document.querySelectorAll('.article-body, .article-body p, .article-body a, .meta, .summary, .line, figcaption, .ticker a, .ticker time, .reason, mark, .tail')]
            .map(e => [e.className || e.localName, of(getComputedStyle(e).color, paper)]).filter(([, ratio]) => ratio < 7).map(([name, ratio]) => `${name} has ${ratio.toFixed(2)} : 1`);
        }
        """;

    [BrowserFact]
    public async Task No_page_leaves_a_third_of_a_wide_screen_or_a_hole_in_an_article_empty()
    {
        var faults = new List<string>();
        foreach (var width in (int[])[1280, 1920])
        {
            var page = await sample.OpenAsync(width, height: 6000);
            foreach (var (name, path) in sample.Pages)
            {
                await page.GotoAsync(sample.Site.Address + path);
                faults.AddRange((await page.EvaluateAsync<string[]>(Holes)).Select(f => $"{name} at {width}: {f}"));
            }

            await page.CloseAsync();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [BrowserFact]
    public async Task Text_has_a_contrast_of_seven_to_one_light_and_dark()
    {
        var faults = new List<string>();
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            var page = await sample.OpenAsync(1280, scheme);
            foreach (var (name, path) in sample.Pages)
            {
                await page.GotoAsync(sample.Site.Address + path);
                faults.AddRange((await page.EvaluateAsync<string[]>(Faint)).Distinct().Select(f => $"{name} {scheme}: {f}"));
            }

            await page.CloseAsync();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
