using Microsoft.EntityFrameworkCore;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>A page that a reader keeps as one file and opens again where there is no site.</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class SavedPageTests(SampleSite sample)
{
    private const string ReadToTheEnd = """
        async () => { for (let y = 0; y < document.body.scrollHeight; y += 300) { scrollTo(0, y); await new Promise(done => setTimeout(done, 40)); } await Promise.all([...document.querySelectorAll('.article-body img')].map(i => i.decode())); }
        """;

    private const string Shown = """
        async () => {
          const pictures = [...document.querySelectorAll('.article-body img')];
          await Promise.all(pictures.map(i => i.decode().catch(() => {})));
          return [document.querySelector('h1').textContent, document.querySelector('.article-body').innerText.replace(/\s/g, ''), String(pictures.length), String(pictures.filter(i => i.naturalWidth && i.checkVisibility()).length), getComputedStyle(document.querySelector('.article-body > p')).textIndent];
        }
        """;

    [BrowserFact]
    public async Task A_page_saved_as_one_file_shows_headline_body_style_and_pictures_when_it_is_opened_from_disk_without_a_network()
    {
        await sample.Site.DrawPicturesAsync();
        using var folder = new TemporaryFolder();
        var page = await sample.OpenAsync(1280);
        var path = sample.Pages.Single(p => p.Name == "article-pictures").Path;
        await page.GotoAsync(sample.Site.Address + path);
        await page.EvaluateAsync(ReadToTheEnd);
        var online = await page.EvaluateAsync<string[]>(Shown);
        await using var session = await page.Context.NewCDPSessionAsync(page);
        var saved = (await session.SendAsync("Page.captureSnapshot", new() { ["format"] = "mhtml" }))!.Value.GetProperty("data").GetString()!;
        folder.Write("page.mhtml", saved);

        await using var offline = await sample.Browser.NewContextAsync(new() { Offline = true });
        var opened = await offline.NewPageAsync();
        await opened.GotoAsync(new Uri(Path.Combine(folder.Path, "page.mhtml")).AbsoluteUri);
        var again = await opened.EvaluateAsync<string[]>(Shown);

        await using var db = sample.Site.Store.CreateContext();
        var slug = path[12..];
        var article = await db.Articles.Include(a => a.Body).SingleAsync(a => a.Slug == slug);
        Assert.Equal(article.Headline, again[0]);
        Assert.Equal(online, again);
        Assert.NotEqual("0", again[2]);
        Assert.Equal(again[2], again[3]);
        Assert.NotEqual("0px", again[4]);
    }
}
