using System.Net;
using System.Text.RegularExpressions;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Tests.Serving;

/// <summary>The one stylesheet of every page.</summary>
public sealed class StylesheetTests
{
    [Fact]
    public async Task A_page_has_one_stylesheet_which_is_small_and_kept_for_ever()
    {
        await using var site = await TestSite.StartAsync();
        var link = Assert.Single((await site.PageAsync("/about")).QuerySelectorAll("link[rel=stylesheet]")).GetAttribute("href")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1000, 8000);
    }

    [Fact]
    public async Task A_page_that_a_browser_kept_from_before_an_upgrade_still_gets_its_rules()
    {
        await using var site = await TestSite.StartAsync();
        using var old = await site.Client.GetAsync("/css/site-000000000000.css");
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
        Assert.Equal("public, max-age=60", old.Headers.GetValues("Cache-Control").Single());
        Assert.Contains("--paper", await old.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_browsers_read_of_a_stylesheet_stays()
    {
        const string css = "/* ink */\n:root {\n  --gap: clamp(1rem, .8rem + 1.6vw, 2rem);\n}\n\n.a > .b,\n.a .c:not(.d) {\n  font: 700 var(--f19)/1.5 \"Noto Serif\", serif;\n}\n";
        Assert.Equal(":root{--gap: clamp(1rem, .8rem + 1.6vw, 2rem);}.a > .b,\n.a .c:not(.d){font: 700 var(--f19)/1.5 \"Noto Serif\", serif;}", SiteStylesheet.Compact(css));
        Assert.DoesNotMatch(new Regex(@"/\*|\n "), SiteStylesheet.Compact(css));
    }
}
