using Microsoft.Playwright;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>Readers who set their text twice as large, or wider apart (WCAG 1.4.4, 1.4.10, 1.4.12).</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class LargeTextTests(SampleSite sample)
{
    // Excerpts that end in an ellipsis are left out: the whole text is one link away.
    private const string Broken = """
        async () => {
          // What is laid out when it comes near has a height that is only guessed until then: here all of it is laid out.
          const all = new CSSStyleSheet();
          all.replaceSync('* { content-visibility: visible !important; }');
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, all];
          for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
          const faults = new Set(), root = document.documentElement, runs = [], hidden = e => e.closest('.hidden-text, .apart, .skip, .clamp2, .clamp3, option') || !e.checkVisibility();
          if (root.scrollWidth > root.clientWidth) faults.add(`is ${root.scrollWidth} px wide`);
          for (const e of document.body.querySelectorAll('*')) {
            const s = getComputedStyle(e);
            if (!hidden(e) && /hidden|clip/.test(s.overflowX + s.overflowY) && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) faults.add(`cuts off '${e.innerText.slice(0, 30)}'`);
          }
          // What a scroller shows of itself is judged, not what it keeps for later.
          const limits = e => { let left = -1e6, right = 1e6; for (; e; e = e.parentElement) if (getComputedStyle(e).overflowX !== 'visible') { const box = e.getBoundingClientRect(); left = Math.max(left, box.left); right = Math.min(right, box.right); } return [left, right]; };
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; node = walk.nextNode();) {
            const e = node.parentElement;
            if (!node.data.trim() || hidden(e)) continue;
            const [left, right] = limits(e), half = parseFloat(getComputedStyle(e).fontSize) * .45, range = document.createRange();
            range.selectNodeContents(node);
            for (const box of range.getClientRects()) {
              const run = { text: node.data.trim().slice(0, 20), left: Math.max(box.left, left), right: Math.min(box.right, right), top: (box.top + box.bottom) / 2 - half, bottom: (box.top + box.bottom) / 2 + half };
              if (run.right > root.clientWidth + 1 || run.left < -1) faults.add(`has '${run.text}' off the screen`);
              if (run.right - run.left > 2) runs.push(run);
            }
          }
          runs.sort((a, b) => a.top - b.top);
          runs.forEach((a, i) => { for (let j = i + 1; j < runs.length && runs[j].top < a.bottom - 2; j++) { const b = runs[j]; if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1) faults.add(`has '${a.text}' over '${b.text}'`); } });
          return { runs: runs.length, faults: [...faults] };
        }
        """;

    private const string WiderApart = """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
          document.adoptedStyleSheets = [sheet];
        }
        """;

    [BrowserFact]
    public async Task Text_twice_as_large_is_neither_cut_nor_laid_over_other_text_nor_wider_than_the_screen()
    {
        // The reader's own setting: it enlarges what is sized in rem, and moves the breakpoints too.
        await using var large = await TestBrowser.StartAsync(Environs.Chromium!, "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26");
        await CheckAsync(large.Browser, page => page.EvaluateAsync("() => { if (getComputedStyle(document.documentElement).fontSize !== '32px') throw new Error('the text is not large'); }"));
    }

    [BrowserFact]
    public async Task Text_set_wider_apart_is_neither_cut_nor_laid_over_other_text_nor_wider_than_the_screen() =>
        await CheckAsync(sample.Browser, page => page.EvaluateAsync(WiderApart));

    private async Task CheckAsync(IBrowser browser, Func<IPage, Task> set)
    {
        var faults = new List<string>();
        foreach (var width in (int[])[320, 1280])
        {
            // So high that everything is laid out.
            await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 24_000 } });
            var page = await context.NewPageAsync();
            foreach (var (name, path) in sample.Pages)
            {
                await page.GotoAsync(sample.Site.Address + path);
                await set(page);
                var found = await page.EvaluateAsync<System.Text.Json.JsonElement>(Broken);
                Assert.True(found.GetProperty("runs").GetInt32() > 20, $"{name} has hardly a text");
                faults.AddRange(found.GetProperty("faults").EnumerateArray().Select(f => $"{name} at {width} px {f.GetString()}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
