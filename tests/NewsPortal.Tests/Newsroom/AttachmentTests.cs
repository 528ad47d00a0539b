using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Tests.Documents;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>Documents to download: from an editor's form to a reader's disk.</summary>
public sealed class AttachmentTests
{
    private const string Name = "水位公报 2026.pdf";

    [Fact]
    public async Task What_an_editor_uploads_is_below_the_text_with_its_size_and_comes_to_the_reader_byte_for_byte()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("桥今天通车").At("2026-11-20 08:00"));
        using var staff = await StaffClient.EnterAsync(site, "陈编辑", StaffRole.Editor);
        var bytes = ADocument.Pdf(padding: 1_258_000);
        await using var db = site.Store.CreateContext();
        var path = (await db.Articles.SingleAsync()).Path;
        Assert.Null((await site.PageAsync(path)).QuerySelector(".attachments"));
        using (var sent = await SendAsync(staff, "/newsroom/articles/1/attachments?handler=Upload", (Name, bytes), ("表.xlsx", ADocument.Xlsx())))
        {
            Assert.Equal("/newsroom/articles/1#attachments", sent.Headers.Location?.ToString());
        }

        using (var titled = await staff.PostAsync("/newsroom/articles/1/attachments?handler=Title", ("attachment", "1"), ("title", "今年的水位公报")))
        {
            Assert.Equal(302, (int)titled.StatusCode);
        }

        using (var moved = await staff.PostAsync("/newsroom/articles/1/attachments?handler=Up", ("attachment", "2")))
        {
            Assert.Equal(302, (int)moved.StatusCode);
        }

        var part = (await site.PageAsync(path)).QuerySelector("section.attachments")!;
        Assert.Equal("附件", part.QuerySelector("h2")!.TextContent);
        Assert.Equal(["表.xlsx·Excel，1 KB", "今年的水位公报·PDF，1.2 MB"], part.QuerySelectorAll("li").Select(l => l.TextContent));
        var address = part.QuerySelectorAll("a")[1].GetAttribute("href")!;
        Assert.Equal($"/files/1/{Uri.EscapeDataString(Name)}", address);
        Assert.Contains("今年的水位公报", (await staff.PageAsync("/newsroom/articles/1")).QuerySelector("#attachments input[value='今年的水位公报']")!.OuterHtml, StringComparison.Ordinal);

        using var answer = await site.Client.GetAsync(address);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/pdf", "attachment", Name), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal((await db.Attachments.FirstAsync(a => a.Id == 1)).Hash, answer.Headers.ETag!.Tag.Trim('"'));
        Assert.False(answer.Headers.ETag.IsWeak);
        Assert.NotNull(answer.Content.Headers.LastModified);
        await PartsAsync(site, address, bytes, answer.Headers.ETag);
        Assert.Equal(["/files/1/x.pdf", "/files/1", "/files/1/X.PDF"], await LeadingAsync(site, address, "/files/1/x.pdf", "/files/1", "/files/1/X.PDF"));
        Assert.Equal(404, await site.StatusAsync("/files/3/x.pdf"));
    }

    [Fact]
    public async Task A_document_goes_with_its_article_and_the_newsroom_still_has_it()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("桥今天通车").At("2026-11-20 08:00"), AnArticle.Called("稻子收完了").At("2026-11-21 08:00"));
        using var staff = await StaffClient.EnterAsync(site, "陈编辑", StaffRole.Editor);
        using (await SendAsync(staff, "/newsroom/attachments?handler=Upload", (Name, ADocument.Pdf())))
        {
        }

        // On the shelf alone it is nobody's.
        var address = $"/files/1/{Uri.EscapeDataString(Name)}";
        Assert.Equal(404, await site.StatusAsync(address));
        Assert.Equal(200, await staff.StatusAsync("/newsroom/editing" + address));
        Assert.Equal(302, await site.StatusAsync("/newsroom/editing" + address));
        foreach (var article in (int[])[1, 2])
        {
            using var attached = await staff.PostAsync($"/newsroom/articles/{article}/attachments?handler=Attach", ("attachment", "1"));
            Assert.Equal(302, (int)attached.StatusCode);
        }

        Assert.Equal(2, (await staff.PageAsync("/newsroom/attachments")).QuerySelectorAll("table.rows a[href^='/newsroom/articles/']").Length);
        using (var kept = await staff.PostAsync("/newsroom/attachments?handler=Remove", ("attachment", "1")))
        {
            Assert.Equal(400, (int)kept.StatusCode);
        }

        using (await staff.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=Withdraw", ("Form.Reason", "有误")))
        {
            Assert.Equal(200, await site.StatusAsync(address));
        }

        using (await staff.SendAsync("/newsroom/articles/2", "/newsroom/articles/2?handler=Withdraw", ("Form.Reason", "有误")))
        {
            Assert.Equal(404, await site.StatusAsync(address));
            Assert.Equal(404, await site.StatusAsync("/files/1/x.pdf"));
        }

        foreach (var article in (int[])[1, 2])
        {
            using var detached = await staff.PostAsync($"/newsroom/articles/{article}/attachments?handler=Detach", ("attachment", "1"));
            Assert.Equal(302, (int)detached.StatusCode);
        }

        using var removed = await staff.PostAsync("/newsroom/attachments?handler=Remove", ("attachment", "1"));
        Assert.Equal("/newsroom/attachments", removed.Headers.Location?.ToString());
        Assert.Equal(404, await staff.StatusAsync("/newsroom/editing" + address));
    }

    [Fact]
    public async Task One_file_that_is_refused_is_named_and_stops_none_of_the_others()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Limits:DocumentBytes=100000");
        using var staff = await StaffClient.EnterAsync(site, "小记者", StaffRole.Reporter);
        using var answer = await SendAsync(
            staff,
            "/newsroom/attachments?handler=Upload",
            ("好.pdf", ADocument.Pdf()),
            ("坏.docm", ADocument.Office("/word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml")),
            ("page.pdf", "<!doctype html><script>alert(1)</script>"u8.ToArray()),
            ("大.pdf", ADocument.Pdf(padding: 200_000)));
        Assert.Equal(400, (int)answer.StatusCode);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        var fault = page.QuerySelector(".fault")!.TextContent;
        foreach (var said in (string[])["1 份附件已入库", "坏.docm：带有宏", "page.pdf：不是", "大.pdf：超过 98 KB"])
        {
            Assert.Contains(said, fault, StringComparison.Ordinal);
        }

        Assert.Single(page.QuerySelectorAll("table.rows tbody tr"));

        // A reporter puts on the shelf, and takes nothing from it.
        using var shut = await staff.PostAsync("/newsroom/attachments?handler=Remove", ("attachment", "1"));
        Assert.Equal(403, (int)shut.StatusCode);
    }

    [Fact]
    public async Task Whoever_may_not_change_an_article_changes_nothing_that_it_offers()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("桥今天通车").In("城市"), AnArticle.Called("稻子收完了").In("乡村"));
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        using var reporter = await StaffClient.EnterAsync(site, "xiao", StaffRole.Reporter);
        await using var db = site.Store.CreateContext();
        var city = await db.Sections.SingleAsync(s => s.Name == "城市");
        await db.Staff.Where(m => m.UserName == "chen").ExecuteUpdateAsync(set => set.SetProperty(m => m.Sections, $"{city.Id}"));
        foreach (var article in await db.Articles.AsNoTracking().OrderBy(a => a.Id).ToListAsync())
        {
            var here = $"/newsroom/articles/{article.Id}/attachments";
            using (var answer = await SendAsync(staff, here + "?handler=Upload", ("a.pdf", ADocument.Pdf($"{article.Id}"))))
            {
                Assert.Equal(article.SectionId == city.Id ? 302 : 403, (int)answer.StatusCode);
            }

            foreach (var act in (string[])["Upload", "Attach", "Title", "Up", "Down", "Detach"])
            {
                using var shut = await reporter.PostAsync($"{here}?handler={act}", ("attachment", "1"));
                Assert.Equal(403, (int)shut.StatusCode);
            }

            Assert.Empty((await reporter.PageAsync($"/newsroom/articles/{article.Id}")).QuerySelectorAll("#attachments form"));
        }

        Assert.Equal(1, await db.ArticleAttachments.CountAsync());
        using var bare = StaffClient.Stranger(site);
        using var stranger = await bare.Client.PostAsync("/newsroom/articles/1/attachments?handler=Upload", new FormUrlEncodedContent([]));
        Assert.True((int)stranger.StatusCode is 400 or 401, $"{(int)stranger.StatusCode}");
    }

    [Fact]
    public async Task A_preview_shows_what_a_draft_will_offer()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("大桥还没合龙").With("status", "draft"));
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        using (await SendAsync(staff, "/newsroom/articles/1/attachments?handler=Upload", (Name, ADocument.Pdf())))
        {
        }

        var address = $"/files/1/{Uri.EscapeDataString(Name)}";
        Assert.Equal("/newsroom/editing" + address, (await staff.PageAsync("/newsroom/articles/1/preview")).QuerySelector(".attachments a")!.GetAttribute("href"));
        await using var db = site.Store.CreateContext();
        var secret = await new PreviewLinks(db, site.Clock).MakeAsync(await db.Articles.SingleAsync(), 1, "chen");
        var shown = (await site.PageAsync($"/preview/{secret}")).QuerySelector(".attachments a")!.GetAttribute("href")!;
        Assert.Equal($"/preview/{secret}{address}", shown);
        Assert.Equal((200, 404), (await site.StatusAsync(shown), await site.StatusAsync(address)));
    }

    private static async Task PartsAsync(TestSite site, string address, byte[] bytes, EntityTagHeaderValue tag)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(5, 14), IfRange = new RangeConditionHeaderValue(tag) } };
        using var part = await site.Client.SendAsync(asked);
        Assert.Equal(206, (int)part.StatusCode);
        Assert.Equal(bytes[5..15], await part.Content.ReadAsByteArrayAsync());
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { tag } } };
        using var same = await site.Client.SendAsync(again);
        Assert.Equal((304, tag), ((int)same.StatusCode, same.Headers.ETag!));
        using var head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        Assert.Equal((200, (long?)bytes.Length), ((int)head.StatusCode, head.Content.Headers.ContentLength));
    }

    // Those of some addresses that lead to another for good.
    private static async Task<List<string>> LeadingAsync(TestSite site, string to, params string[] from)
    {
        var leading = new List<string>();
        foreach (var address in from)
        {
            using var answer = await site.Client.GetAsync(address);
            leading.AddRange((int)answer.StatusCode == 301 && answer.Headers.Location?.OriginalString == to ? [address] : []);
        }

        return leading;
    }

    private static async Task<HttpResponseMessage> SendAsync(StaffClient staff, string address, params (string Name, byte[] Bytes)[] files)
    {
        var token = (await staff.PageAsync("/newsroom/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "files", name);
        }

        return await staff.Client.PostAsync(address, form);
    }
}
