using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Newsroom;

/// <summary>Drafts shown to somebody outside, notes shown to nobody outside.</summary>
public sealed class PreviewLinkTests
{
    [Fact]
    public async Task A_link_shows_a_draft_with_its_pictures_to_whoever_has_it_and_to_no_list_or_search()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        using var folder = new TemporaryFolder();
        folder.Write("桥.md", "---\nheadline: 大桥还没合龙\nsection: 城市\nstatus: draft\n---\n大桥今晨六时还没有合龙，两岸居民在堤上等着。\n\n![桥](bridge.jpg)\n");
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "bridge.jpg"), APicture.Jpeg(1200, 800));
        await site.ImportFolderAsync(folder.Path, draft: true);
        await site.DrawPicturesAsync();
        var (secret, _) = await MakeAsync(staff, 24);
        using var answer = await site.Client.GetAsync(secret);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(("no-store", "noindex, nofollow", "no-referrer"), (answer.Headers.CacheControl!.ToString(), answer.Headers.GetValues("X-Robots-Tag").Single(), answer.Headers.GetValues("Referrer-Policy").Single()));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Assert.Contains("预览", page.QuerySelector("body > aside.old-notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("img[src^='/qr/']"));

        // Everything that a browser asks for is there, and nothing of it elsewhere.
        var pictures = page.QuerySelectorAll(".article-body img, .article-body source")
            .SelectMany(e => (e.GetAttribute("src") + "," + e.GetAttribute("srcset")).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(u => u.Split(' ')[0]).Distinct().ToList();
        Assert.True(pictures.Count >= 3, string.Join(' ', pictures));
        foreach (var picture in pictures)
        {
            Assert.StartsWith(secret + "/media/", picture, StringComparison.Ordinal);
            Assert.Equal(200, await site.StatusAsync(picture));
            Assert.Equal(410, await site.StatusAsync(picture[secret.Length..]));
            Assert.Equal(404, await site.StatusAsync(picture.Replace(secret, "/preview/" + LinkSecret.New(), StringComparison.Ordinal)));
        }

        using (var staffs = await staff.Client.GetAsync("/newsroom/articles/1/preview"))
        {
            var own = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await staffs.Content.ReadAsStringAsync()).QuerySelector(".article-body img")!.GetAttribute("src")!;
            Assert.Equal((200, 302), (await staff.StatusAsync(own), await site.StatusAsync(own)));
        }

        foreach (var list in (string[])["/", "/latest", "/feed.xml", "/sitemap.xml", "/search?q=大桥", "/api/v1/articles", "/robots.txt"])
        {
            var text = await site.Client.GetStringAsync(list);
            Assert.DoesNotContain("还没合龙", text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_link_ends_when_its_time_is_up_it_is_taken_back_or_the_article_is_public_or_withdrawn()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        var desk = new ArticleDesk(site.Store, site.Clock, TimeZoneInfo.Utc, "chen");
        var article = await desk.CreateAsync(new ArticleEdit { Headline = "大桥还没合龙", Body = "<p>两岸居民在堤上等着。</p>" });
        var (day, _) = await MakeAsync(staff, 24, article.Id);
        var (week, _) = await MakeAsync(staff, 168, article.Id);
        site.Clock.Pass(TimeSpan.FromHours(25));
        Assert.Equal((404, 200), (await site.StatusAsync(day), await site.StatusAsync(week)));
        using var again = await StaffClient.EnterAsync(site, "li", StaffRole.Editor);
        var listed = await again.PageAsync($"/newsroom/articles/{article.Id}/links");
        var hash = Assert.Single(listed.QuerySelectorAll("input[name=hash]")).GetAttribute("value")!;
        var (kept, _) = await MakeAsync(again, 72, article.Id);
        using (await again.PostAsync($"/newsroom/articles/{article.Id}/links?handler=Revoke", ("hash", hash)))
        {
        }

        Assert.Equal((404, 200), (await site.StatusAsync(week), await site.StatusAsync(kept)));
        var published = await desk.PublishAsync(article.Id);
        await site.RefreshAsync();
        using var led = await site.Client.GetAsync(kept);
        Assert.Equal((302, published.Path), ((int)led.StatusCode, led.Headers.Location!.ToString()));
        await desk.WithdrawAsync(article.Id, "写错了");
        Assert.Equal(404, await site.StatusAsync(kept));

        // A reporter makes none for what others write, and nobody for an hour that is not offered.
        var other = await desk.CreateAsync(new ArticleEdit { Headline = "别人的草稿", Body = "<p>还没写完。</p>" });
        using var reporter = await StaffClient.EnterAsync(site, "xiao", StaffRole.Reporter);
        using var refused = await reporter.PostAsync($"/newsroom/articles/{other.Id}/links", ("hours", "24"));
        using var odd = await again.PostAsync($"/newsroom/articles/{other.Id}/links", ("hours", "99999"));
        Assert.Equal((403, 400), ((int)refused.StatusCode, (int)odd.StatusCode));
    }

    [Fact]
    public async Task A_note_is_read_by_the_newsroom_and_by_nobody_else()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("桥今天通车").At("2026-11-24 09:00"));
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Reporter);
        using (var kept = await staff.PostAsync("/newsroom/articles/1/notes", ("text", "这条线索还要核实\n问一下<b>施工方</b>")))
        {
            Assert.Equal(302, (int)kept.StatusCode);
        }

        using (var empty = await staff.PostAsync("/newsroom/articles/1/notes", ("text", "  ")))
        {
            Assert.Equal(400, (int)empty.StatusCode);
        }

        Assert.Equal("这条线索还要核实\n问一下<b>施工方</b>", (await staff.PageAsync("/newsroom/articles/1")).QuerySelector(".notes .said")!.TextContent);
        await using var db = site.Store.CreateContext();
        var path = (await db.Articles.SingleAsync()).Path;
        foreach (var address in (string[])[path, "/", "/latest", "/feed.xml", "/feed.json", "/sitemap.xml", "/search?q=核实", "/api/v1/articles", "/api/v1/articles/1", "/api/v1/changes"])
        {
            Assert.DoesNotContain("还要核实", await site.Client.GetStringAsync(address), StringComparison.Ordinal);
        }

        using var folder = new TemporaryFolder();
        foreach (var verb in (string[])["export", "export-content"])
        {
            var (output, error) = (new StringWriter(), new StringWriter());
            var target = Path.Combine(folder.Path, verb);
            Assert.True(await Web.Commands.CommandLine.RunAsync([verb, target, "--data", site.DataDirectory], output, error) == 0, error.ToString());
            Assert.All(Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories), f => Assert.DoesNotContain("还要核实", File.ReadAllText(f), StringComparison.Ordinal));
        }
    }

    private static async Task<(string Path, string Page)> MakeAsync(StaffClient staff, int hours, long article = 1)
    {
        using var answer = await staff.PostAsync($"/newsroom/articles/{article}/links", ("hours", hours.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(200, (int)answer.StatusCode);
        return (new Uri(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelector(".done code")!.TextContent).AbsolutePath, html);
    }
}
