using System.Text.Json;
using Microsoft.Playwright;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>A reader without a mouse walks through pages (WCAG 2.4.1, 2.4.3, 2.4.7, 2.4.11).</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class KeyboardTests(SampleSite sample)
{
    private const int Endless = 500;

    // Where the focus is, and what keeps a reader from seeing it. A page may still be scrolling there: two frames are waited for then.
    private const string Stop = """
        async () => {
          const e = document.activeElement;
          if (!e || e === document.body) return null;
          const inView = () => { const r = e.getBoundingClientRect(); return r.top >= -1 && r.bottom <= innerHeight + 1 && r.left >= 0 && r.right <= innerWidth + 1; };
          for (let frames = 0; frames < 4 && !inView(); frames++) await new Promise(requestAnimationFrame);
          const faults = [], style = getComputedStyle(e), wide = parseFloat(style.outlineWidth), reach = wide + parseFloat(style.outlineOffset), boxes = [...e.getClientRects()];
          const light = colour => { const [r, g, b] = colour.match(/[\d.]+/g).map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b + .05; };
          const [one, other] = [light(style.outlineColor), light(getComputedStyle(document.body).backgroundColor)];
          if (style.outlineStyle === 'none' || wide < 2 || Math.max(one, other) / Math.min(one, other) < 3) faults.push('has no outline to see');
          if (!inView()) faults.push('is off the screen');
          const top = document.elementFromPoint(boxes[0].left + boxes[0].width / 2, boxes[0].top + boxes[0].height / 2);
          if (!top || !(e === top || e.contains(top))) faults.push('is covered');
          for (let around = e.parentElement; around !== document.documentElement; around = around.parentElement) {
            const its = getComputedStyle(around), box = around.getBoundingClientRect(), margin = its.contentVisibility === 'auto' ? 8.5 : .5;
            if (its.contentVisibility !== 'auto' && !/auto|scroll|hidden|clip/.test(its.overflowX + its.overflowY)) continue;
            if (boxes.some(b => b.left - reach < box.left - margin || b.right + reach > box.right + margin || b.top - reach < box.top - margin || b.bottom + reach > box.bottom + margin)) faults.push(`has its outline cut off by ${around.tagName}.${around.className}`);
          }
          const box = e.getBoundingClientRect();
          return { name: (e.innerText || e.name || e.tagName).trim(), faults, skip: e.matches('.skip'), inMain: !!e.closest('main'), left: box.left, right: box.right, top: box.top + scrollY, bottom: box.bottom + scrollY };
        }
        """;

    [BrowserFact]
    public async Task Every_stop_of_the_tab_key_is_seen_whole_and_in_reading_order_and_the_skip_link_comes_first()
    {
        var faults = new List<string>();
        var page = await sample.OpenAsync(1280);
        foreach (var (name, path) in sample.Pages.Where(p => p.Name is "front" or "article-pictures" or "search" or "latest"))
        {
            await page.GotoAsync(sample.Site.Address + path);
            var stops = await WalkAsync(page);
            Assert.InRange(stops.Count, 20, Endless - 1);
            Assert.True(stops[0].Skip, $"{name} begins with {stops[0].Name}");
            faults.AddRange(stops.SelectMany(s => s.Faults.Select(f => $"{name}: '{s.Name}' {f}")));

            // Up is an order only where the next column begins.
            faults.AddRange(stops.Skip(1).Zip(stops.Skip(2)).Where(two => two.Second.Bottom <= two.First.Top + 1 && two.Second.Left < two.First.Right - 1)
                .Select(two => $"{name}: from '{two.First.Name}' back to '{two.Second.Name}'"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [BrowserFact]
    public async Task The_skip_link_leads_past_the_name_plate_on_every_type_of_page()
    {
        var page = await sample.OpenAsync(1280);
        foreach (var (name, path) in sample.Pages)
        {
            await page.GotoAsync(sample.Site.Address + path);
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Tab");
            Assert.True((await StopAsync(page))?.InMain is true || name is "about" or "corrections", $"{name}: the link skips nothing");
        }
    }

    private static async Task<List<KeyStop>> WalkAsync(IPage page)
    {
        var stops = new List<KeyStop>();
        while (stops.Count < Endless)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await StopAsync(page) is not { } stop) break;
            stops.Add(stop);
        }

        return stops;
    }

    private static async Task<KeyStop?> StopAsync(IPage page) =>
        (await page.EvaluateAsync<JsonElement?>(Stop))?.Deserialize<KeyStop>(JsonSerializerOptions.Web);

    private sealed record KeyStop(string Name, string[] Faults, bool Skip, bool InMain, double Left, double Right, double Top, double Bottom);
}
