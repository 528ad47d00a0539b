using System.Text;
using System.Text.RegularExpressions;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>Pages over a line that stops in their middle: what is shown already must not move when the rest comes.</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed partial class ArrivalTests(SampleSite sample)
{
    // The line may stop at any tag; a fixed draw of them is tried, all with NEWSPORTAL_ALL_CASES.
    private const int CutsOfWide = 10;
    private const int CutsOfNarrow = 6;

    // The words of a paragraph flow anew when more of them come, and are no fault.
    private const string Moved = """
        () => new Promise(done => {
          const moved = [];
          new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.sources.every(s => s.node?.nodeType === Node.TEXT_NODE)) moved.push(`${e.value}: ${e.sources.map(s => s.node?.outerHTML?.slice(0, 80)).join(' | ')}`); }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(moved), 30);
        })
        """;

    [BrowserFact]
    public async Task What_is_shown_of_a_page_stays_where_it_is_while_the_rest_arrives()
    {
        await using var line = await SlowLine.OpenAsync(sample.Site.Client);
        var faults = new List<string>();
        foreach (var (width, most) in new[] { (1280, CutsOfWide), (360, CutsOfNarrow) })
        {
            var page = await sample.OpenAsync(width);
            foreach (var (name, path) in sample.Pages.Where(p => p.Name is "front" or "article-pictures" or "tag" or "search"))
            {
                (line.Cut, var text) = (0, await sample.Site.Client.GetStringAsync(path));
                await page.GotoAsync(line.Address + path);
                foreach (var cut in Cuts(text, Environs.AllCases ? int.MaxValue : most))
                {
                    line.Cut = Encoding.UTF8.GetByteCount(text.AsSpan(0, cut));
                    await page.GotoAsync(line.Address + path);
                    faults.AddRange((await page.EvaluateAsync<string[]>(Moved)).Select(m => $"{name} at {width} px, cut after …{text[(cut - 40)..cut]}: {m}"));
                }
            }

            await page.CloseAsync();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // Half of the draw lies in the head of the page, which most of what is shown first stands in.
    private static List<int> Cuts(string text, int most)
    {
        var random = new Random(20261201);
        var all = TagEnd().Matches(text, text.IndexOf("<body", StringComparison.Ordinal)).Select(m => m.Index + m.Length).ToList();
        if (all.Count <= most) return all;
        var head = all.Take(40).ToArray();
        var rest = all.Skip(40).ToArray();
        random.Shuffle(head);
        random.Shuffle(rest);
        return [.. head.Take(most / 2), .. rest.Take(most - most / 2)];
    }

    [GeneratedRegex("</(a|time|form|label|button|nav|ul|ol|li|dl|dt|dd|p|h[1-6]|div|section|article|aside|header|figure|select)>|<input[^>]*>")]
    private static partial Regex TagEnd();
}
