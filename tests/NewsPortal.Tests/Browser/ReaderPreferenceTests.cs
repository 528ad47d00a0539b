using Microsoft.Playwright;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>Readers who bring colours of their own, or bear no movement.</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class ReaderPreferenceTests(SampleSite sample)
{
    // Forced colours take away grounds and shadows: what only those showed is gone.
    private const string Vanished = """
        () => {
          const faults = new Set(), of = (e, pseudo) => getComputedStyle(e, pseudo), shown = selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility());
          document.querySelectorAll('details').forEach(d => d.open = true);
          const ink = of(document.body).color, paper = of(document.body).backgroundColor, name = e => (e.innerText || e.alt || e.className).trim().slice(0, 30);
          const edged = e => ['Top', 'Right', 'Bottom', 'Left'].some(side => of(e)[`border${side}Style`] !== 'none' && parseFloat(of(e)[`border${side}Width`]) >= 1 && of(e)[`border${side}Color`] !== paper);
          for (const e of shown('a')) if (e.innerText.trim() && of(e).color === ink && of(e).textDecorationLine === 'none' && !edged(e)) faults.add(`link '${name(e)}' looks like text`);
          for (const e of shown('.article-body figure img, .shot img, .share img, .head, .correction, .old-notice, .same-report, .story-place, button, input:not([type=search]), select, :is(.sections, .pager, .facets) [aria-current]'))
            if (!edged(e)) faults.add(`'${name(e)}' (${e.tagName}.${e.className}) has no edge`);
          for (const e of shown('mark')) if (of(e).textDecorationLine !== 'underline') faults.add(`mark '${name(e)}' is not marked`);
          for (const e of shown('.article-body :is(h2, h3, h4), .lines .ticker li:first-child, .told .day:first-child > div')) if (of(e, '::before').backgroundColor === paper) faults.add(`the mark before '${name(e)}' is gone`);
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; node = walk.nextNode();) if (node.data.trim() && !node.parentElement.closest('mark') && of(node.parentElement).color === paper) faults.add(`text '${node.data.trim().slice(0, 30)}' has the colour of its ground`);
          return [...faults];
        }
        """;

    private const string Moving = """
        () => [
          ...document.getAnimations().map(a => `animation of ${a.effect?.target?.className}`),
          ...[document.documentElement, ...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e); return s.animationName !== 'none' || s.transitionDuration.split(',').some(t => parseFloat(t) > 0) || s.scrollBehavior === 'smooth'; }).map(e => `${e.tagName}.${e.className}`),
          ...[...document.querySelectorAll('video, audio, marquee, blink, meta[http-equiv=refresh]')].map(e => e.tagName),
        ]
        """;

    [BrowserFact]
    public async Task In_a_readers_own_colours_links_edges_marks_and_places_are_still_told_apart()
    {
        var faults = new List<string>();
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            var page = await sample.OpenAsync(1280, scheme, height: 16_000);
            await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = scheme });
            foreach (var (name, path) in sample.Pages)
            {
                await page.GotoAsync(sample.Site.Address + path);
                Assert.True(await page.EvaluateAsync<bool>("() => matchMedia('(forced-colors: active)').matches"));
                faults.AddRange((await page.EvaluateAsync<string[]>(Vanished)).Select(f => $"{name} {scheme}: {f}"));
            }

            await page.CloseAsync();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [BrowserFact]
    public async Task Nothing_moves_by_itself_for_any_reader()
    {
        var faults = new List<string>();
        foreach (var motion in (ReducedMotion[])[ReducedMotion.Reduce, ReducedMotion.NoPreference])
        {
            var page = await sample.OpenAsync(1280);
            await page.EmulateMediaAsync(new() { ReducedMotion = motion });
            foreach (var (name, path) in sample.Pages)
            {
                await page.GotoAsync(sample.Site.Address + path);
                faults.AddRange((await page.EvaluateAsync<string[]>(Moving)).Select(f => $"{name} {motion}: {f}"));
            }

            await page.CloseAsync();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
