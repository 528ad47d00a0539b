using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>A thumb on a small phone (WCAG 2.5.8).</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class TouchTests(SampleSite sample)
{
    // A target may be smaller than 24 pixels where it stands in a sentence, or where a circle of 24 around it touches no other.
    private const string Cramped = """
        async () => {
          // Two frames later everything that the screen holds is laid out; on a busy machine it is not when the page has loaded.
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const all = [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')].filter(e => e.checkVisibility() && !e.closest('.skip, [aria-hidden=true]')).map(e => ({ e, box: e.getBoundingClientRect() }));
          const name = e => (e.innerText || e.name).trim().slice(0, 30), small = box => box.width < 23.9 || box.height < 23.9;
          const inSentence = e => getComputedStyle(e).display === 'inline' && [...e.parentElement.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
          const near = (box, other) => {
            const x = box.left + box.width / 2, y = box.top + box.height / 2;
            if (Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom)) < 12) return true;
            return small(other) && Math.hypot(other.left + other.width / 2 - x, other.top + other.height / 2 - y) < 24;
          };
          return { count: all.length, faults: all.filter(t => small(t.box) && !inSentence(t.e)).flatMap(t => all.filter(o => o !== t && near(t.box, o.box)).map(o => `'${name(t.e)}' (${t.box.width} x ${t.box.height}) beside '${name(o.e)}'`)) };
        }
        """;

    [BrowserFact]
    public async Task Every_target_is_24_pixels_wide_and_high_or_stands_apart_on_a_small_phone()
    {
        var faults = new List<string>();

        // So high that everything is laid out.
        var page = await sample.OpenAsync(360, height: 16_000);
        foreach (var (name, path) in sample.Pages)
        {
            await page.GotoAsync(sample.Site.Address + path);
            var found = await page.EvaluateAsync<System.Text.Json.JsonElement>(Cramped);
            Assert.True(found.GetProperty("count").GetInt32() > 15, $"{name} has hardly a target");
            faults.AddRange(found.GetProperty("faults").EnumerateArray().Select(f => $"{name}: {f.GetString()}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
