using Microsoft.Playwright;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>
/// What the landing-page rules of Chinese search engines ask of a first screen on a phone. How long it takes says more of the machine
/// than of the page: its weight is tested beside this, its time is what Lighthouse prints.
/// </summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class LandingPageTests(SampleSite sample)
{
    // Ten points, in pixels of CSS.
    private const double LeastSize = 10 * 96 / 72.0;

    private const string Look = """
        () => {
          const text = document.querySelector('.article-body p');
          const over = [...document.querySelectorAll('body *')].filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position));
          const wall = [...document.querySelectorAll('.article-body, .article-body *')].filter(e => e.scrollHeight > e.clientHeight + 4 && getComputedStyle(e).overflowY === 'hidden');
          return [parseFloat(getComputedStyle(text).fontSize), over.length, wall.length, text.getBoundingClientRect().top];
        }
        """;

    [BrowserFact]
    public async Task B5_on_a_phone_the_text_begins_on_the_first_screen_in_ten_points_with_nothing_over_it()
    {
        var page = await sample.OpenAsync(390, height: 844);
        foreach (var name in (string[])["article-plain", "article-pictures", "article-reprinted"])
        {
            await page.GotoAsync(sample.Site.Address + sample.Pages.Single(p => p.Name == name).Path, new() { WaitUntil = WaitUntilState.Load });
            var seen = await page.EvaluateAsync<double[]>(Look);
            Assert.InRange(seen[0], LeastSize, 100);
            Assert.Equal((name, 0.0, 0.0), (name, seen[1], seen[2]));
            Assert.InRange(seen[3], 0, 844);
        }
    }
}
