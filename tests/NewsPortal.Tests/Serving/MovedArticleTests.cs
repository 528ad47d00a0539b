using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Commands;

namespace NewsPortal.Tests.Serving;

/// <summary>Articles whose address an editor changed.</summary>
public sealed class MovedArticleTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task S13_H2_every_address_an_article_had_leads_to_its_newest_in_one_hop_and_no_new_article_takes_one()
    {
        await using var site = await StartAsync();
        await MoveAsync(site, "b");
        await MoveAsync(site, "c");
        await LeadsAsync(site, "/2026/11/20/a", "/2026/11/20/c");
        await LeadsAsync(site, "/2026/11/20/b", "/2026/11/20/c");
        Assert.Equal(200, await site.StatusAsync("/2026/11/20/c"));

        // A new article that would be called the same is called otherwise.
        await site.ImportAsync(AnArticle.Called("另一篇").At("2026-11-20 09:00").With("slug", "a").With("id", "other").Saying("另一篇说的是桥头的早市，卖菜的人天不亮就来了。"));
        await LeadsAsync(site, "/2026/11/20/a", "/2026/11/20/c");
        Assert.Equal("另一篇", (await site.PageAsync("/2026/11/20/a-2")).QuerySelector("h1")!.TextContent);

        // Nor can it be moved there; and back home there is no loop.
        Assert.Equal(CommandLine.SomeFailed, await CommandLine.RunAsync(["move", "other", "b", "--data", site.DataDirectory], TextWriter.Null, TextWriter.Null));
        await MoveAsync(site, "a");
        Assert.Equal(200, await site.StatusAsync("/2026/11/20/a"));
        await LeadsAsync(site, "/2026/11/20/b", "/2026/11/20/a");
        await LeadsAsync(site, "/2026/11/20/c", "/2026/11/20/a");
    }

    [Fact]
    public async Task H2_an_address_that_is_none_or_taken_is_refused()
    {
        await using var site = await StartAsync();
        await site.ImportAsync(AnArticle.Called("另一篇").At("2026-11-20 09:00").With("slug", "other").Saying("另一篇说的是桥头的早市，卖菜的人天不亮就来了。"));
        foreach (var slug in (string[])["Bridge", "桥", "a--b", string.Empty, "other"])
        {
            var error = new StringWriter();
            Assert.Equal((slug, CommandLine.SomeFailed), (slug, await CommandLine.RunAsync(["move", "one", slug, "--data", site.DataDirectory], TextWriter.Null, error)));
            Assert.NotEmpty(error.ToString());
        }

        Assert.Equal(200, await site.StatusAsync("/2026/11/20/a"));
        var output = new StringWriter();
        Assert.Equal(CommandLine.Ok, await CommandLine.RunAsync(["move", "one", "b", "--data", site.DataDirectory], output, TextWriter.Null));
        Assert.Equal("/2026/11/20/b", output.ToString().Trim());
    }

    [Fact]
    public async Task S9_F2_an_entry_keeps_its_id_and_its_time_of_change_when_its_article_moves_or_is_read()
    {
        await using var site = await StartAsync();
        var before = await EntryAsync(site);
        using (var read = await site.ReadAsync("/2026/11/20/a"))
        {
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        }

        site.Clock.Pass(TimeSpan.FromHours(1));
        await MoveAsync(site, "b");
        var after = await EntryAsync(site);
        Assert.Equal((before.Id, before.Updated), (after.Id, after.Updated));
        Assert.Equal(("/2026/11/20/a", "/2026/11/20/b"), (before.Link, after.Link));
        await site.ImportAsync(AnArticle.Called("一篇").At("2026-11-20 08:00").With("id", "one").With("slug", "a").Saying("河边的新步道今天开放，又补了一句。"));
        var revised = await EntryAsync(site);
        Assert.Equal((before.Id, "2026-11-24T11:00:00+08:00"), (revised.Id, revised.Updated));
    }

    [Fact]
    public async Task H2_mirrors_and_sitemaps_are_told_of_a_move()
    {
        await using var site = await StartAsync();
        await MoveAsync(site, "b");
        Assert.Contains("\"moved\"", await site.Client.GetStringAsync("/api/v1/changes"), StringComparison.Ordinal);
        var map = await site.Client.GetStringAsync("/sitemaps/articles-2026-11-1.xml");
        Assert.Contains("/2026/11/20/b<", map, StringComparison.Ordinal);
        Assert.DoesNotContain("/2026/11/20/a<", map, StringComparison.Ordinal);
        Assert.DoesNotContain("/2026/11/20/a\"", await site.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("一篇").At("2026-11-20 08:00").With("id", "one").With("slug", "a"));
        return site;
    }

    private static async Task MoveAsync(TestSite site, string slug)
    {
        await using var db = site.Store.CreateContext();
        var article = await db.Articles.Where(a => a.ExternalId == "one").Select(a => a.Id).SingleAsync();
        Assert.Equal($"/2026/11/20/{slug}", (await new ArticleDesk(site.Store, site.Clock, TimeZoneInfo.Utc, "chen").MoveAsync(article, slug)).Path);
        await site.RefreshAsync();
    }

    private static async Task LeadsAsync(TestSite site, string from, string to)
    {
        using var answer = await site.Client.GetAsync(from);
        Assert.Equal((from, HttpStatusCode.MovedPermanently, to), (from, answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private static async Task<(string Id, string Updated, string Link)> EntryAsync(TestSite site)
    {
        var entry = XDocument.Parse(await site.Client.GetStringAsync("/atom.xml")).Root!.Elements(Atom + "entry").Single();
        return (entry.Element(Atom + "id")!.Value, entry.Element(Atom + "updated")!.Value, entry.Element(Atom + "link")!.Attribute("href")!.Value[site.Address.Length..]);
    }
}
