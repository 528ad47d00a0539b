using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Integrity;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Newsroom;

/// <summary>The media library: every picture is found, described, replaced and removed, and what is missing is listed.</summary>
public sealed class MediaLibraryTests
{
    [Fact]
    public async Task A_picture_that_is_replaced_is_another_in_every_article_and_its_words_stay()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "陈编辑", StaffRole.Editor);
        await staff.UploadAsync(("bridge.jpg", APicture.Jpeg(800, 600)), ("one.md", "# 大桥合龙\n\n2026-11-24 08:00\n\n大桥今晨合龙，两岸居民来看。\n\n![合龙的一刻](bridge.jpg)\n"u8.ToArray()), ("two.md", "# 看桥的人\n\n2026-11-24 08:10\n\n看桥的人站满了河堤，天亮才散。\n\n![合龙的一刻](bridge.jpg)\n"u8.ToArray()));
        await using var db = site.Store.CreateContext();
        foreach (var id in await db.Articles.Select(a => a.Id).ToListAsync())
        {
            using var published = await staff.SendAsync($"/newsroom/articles/{id}", $"/newsroom/articles/{id}?handler=Publish");
            Assert.Equal(302, (int)published.StatusCode);
        }

        var old = await db.Pictures.SingleAsync();
        Assert.Equal(2, (await staff.PageAsync($"/newsroom/media/{old.Id}")).QuerySelectorAll("table.rows tbody tr").Length);
        var path = (await db.Articles.OrderBy(a => a.Id).FirstAsync()).Path;
        Assert.Contains(old.Path[..35], await site.Client.GetStringAsync(path), StringComparison.Ordinal);
        using (var refused = await staff.PostAsync($"/newsroom/media/{old.Id}?handler=Remove"))
        {
            Assert.Equal(400, (int)refused.StatusCode);
        }

        // Who edits one section replaces nothing that another shows.
        var section = await db.Sections.Select(s => s.Id).FirstAsync();
        using (var other = await StaffClient.EnterAsync(site, "别栏编辑", StaffRole.Editor))
        {
            await db.Staff.Where(m => m.UserName == "别栏编辑").ExecuteUpdateAsync(set => set.SetProperty(m => m.Sections, $"{section + 100}"));
            using var shut = await SendAsync(other, $"/newsroom/media/{old.Id}?handler=Replace", APicture.Jpeg(901, 700));
            Assert.Equal(400, (int)shut.StatusCode);
        }

        using (var replaced = await SendAsync(staff, $"/newsroom/media/{old.Id}?handler=Replace", APicture.Jpeg(900, 700)))
        {
            Assert.Equal($"/newsroom/media/{old.Id + 1}", replaced.Headers.Location?.ToString());
        }

        var html = await site.Client.GetStringAsync(path);
        Assert.DoesNotContain(old.Path[..35], html, StringComparison.Ordinal);
        Assert.Contains("合龙的一刻", html, StringComparison.Ordinal);
        Assert.Equal(410, await site.StatusAsync(old.Path));
        Assert.All(await db.ArticlePictures.AsNoTracking().ToListAsync(), p => Assert.Equal(old.Id + 1, p.PictureId));
        Assert.Contains($"/newsroom/media/{old.Id}\"", (await staff.PageAsync("/newsroom/media?show=unused")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        using (var removed = await staff.PostAsync($"/newsroom/media/{old.Id}?handler=Remove"))
        {
            Assert.Equal("/newsroom/media", removed.Headers.Location?.ToString());
        }

        var faults = new List<IntegrityFault>();
        await new StoreExamination(site.Store).RunAsync(null, faults.Add);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_picture_that_looks_like_another_comes_in_with_a_warning_and_both_are_shown_beside_each_other()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "小记者", StaffRole.Reporter);
        foreach (var (picture, warned) in new[] { (APicture.Scene(1), false), (APicture.Scene(2), false), (APicture.Smaller(APicture.Scene(1)), true) })
        {
            using var sent = await SendAsync(staff, "/newsroom/media?handler=Upload", picture);
            Assert.Equal(302, (int)sent.StatusCode);
            Assert.Equal(warned, (await staff.PageAsync(sent.Headers.Location!.ToString())).QuerySelector(".done")!.TextContent.Contains("很像", StringComparison.Ordinal));
        }

        Assert.Equal("/newsroom/media/3", Assert.Single((await staff.PageAsync("/newsroom/media/1")).QuerySelectorAll("#alike a")).GetAttribute("href"));
        Assert.Equal("/newsroom/media/1", Assert.Single((await staff.PageAsync("/newsroom/media/3")).QuerySelectorAll("#alike a")).GetAttribute("href"));
        Assert.Empty((await staff.PageAsync("/newsroom/media/2")).QuerySelectorAll("#alike a"));

        // The library lists the one that came later; those of an older store are looked at once more.
        await using var db = site.Store.CreateContext();
        await db.PictureLikenesses.ExecuteDeleteAsync();
        Assert.Empty((await staff.PageAsync("/newsroom/media/1")).QuerySelectorAll("#alike a"));
        await new LikenessBacklog(site.Store).WorkOffAsync();
        Assert.Equal("/newsroom/media/3", Assert.Single((await staff.PageAsync("/newsroom/media?show=alike")).QuerySelectorAll(".shelf a")).GetAttribute("href"));
        Assert.Single((await staff.PageAsync("/newsroom/media/1")).QuerySelectorAll("#alike a"));
    }

    [Fact]
    public async Task Pictures_and_notes_are_on_record_with_what_was_there_before()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "陈编辑", StaffRole.ChiefEditor);
        await staff.UploadAsync(("bridge.jpg", APicture.Jpeg(800, 600)), ("one.md", "# 大桥合龙\n\n2026-11-24 08:00\n\n大桥今晨合龙，两岸居民来看。\n\n![合龙](bridge.jpg \"合龙的一刻\")\n"u8.ToArray()));
        using (var sent = await SendAsync(staff, "/newsroom/media?handler=Upload", APicture.Scene(1)))
        {
            Assert.Equal(302, (int)sent.StatusCode);
        }

        using (var saved = await staff.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=Save", ("Form.Figures[0].Caption", "合龙之后"), ("Form.Figures[0].Credit", "李文 摄")))
        {
            Assert.Equal(302, (int)saved.StatusCode);
        }

        using (var replaced = await SendAsync(staff, "/newsroom/media/1?handler=Replace", APicture.Jpeg(900, 700)))
        {
            Assert.Equal(302, (int)replaced.StatusCode);
        }

        using (var noted = await staff.PostAsync("/newsroom/articles/1/notes", ("text", "等水利局回话")))
        {
            Assert.Equal(302, (int)noted.StatusCode);
        }

        using (var other = await StaffClient.EnterAsync(site, "小记者", StaffRole.Reporter))
        using (var shut = await other.PostAsync("/newsroom/articles/1/notes?handler=Remove", ("note", "1")))
        {
            Assert.Equal(403, (int)shut.StatusCode);
        }

        using (var removed = await staff.PostAsync("/newsroom/articles/1/notes?handler=Remove", ("note", "1")))
        {
            Assert.Equal(302, (int)removed.StatusCode);
        }

        await using var db = site.Store.CreateContext();
        var (old, sentIn, replacement) = ((await db.Pictures.FindAsync(1))!.Path, (await db.Pictures.FindAsync(2))!.Path, (await db.Pictures.FindAsync(3))!.Path);
        var acts = await db.AuditEntries.AsNoTracking().OrderBy(a => a.Id).ToListAsync();
        Assert.Equal([sentIn, replacement], acts.Where(a => a.Act == "media.upload").Select(a => a.Subject));
        var save = Assert.Single(acts, a => a.Act == "article.save");
        Assert.Contains("\"caption 1\":\"合龙的一刻\"", save.Before, StringComparison.Ordinal);
        Assert.Contains("\"caption 1\":\"合龙之后\"", save.After, StringComparison.Ordinal);
        Assert.Contains("\"credit 1\":\"李文 摄\"", save.After, StringComparison.Ordinal);
        var put = Assert.Single(acts, a => a.Act == "article.pictureReplace");
        Assert.Contains($"\"picture 1\":\"{old}\"", put.Before, StringComparison.Ordinal);
        Assert.Contains($"\"picture 1\":\"{replacement}\"", put.After, StringComparison.Ordinal);
        Assert.Contains("等水利局回话", Assert.Single(acts, a => a.Act == "article.note").After, StringComparison.Ordinal);
        Assert.Contains("等水利局回话", Assert.Single(acts, a => a.Act == "article.noteRemove").Before, StringComparison.Ordinal);

        var page = await staff.PageAsync("/newsroom/record");
        Assert.Contains("图 1 的图注", page.QuerySelector("table.rows")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("{\"", page.QuerySelector("table.rows")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_of_a_picture_is_kept_and_found_and_what_is_no_picture_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "小记者", StaffRole.Reporter);
        using (var sent = await SendAsync(staff, "/newsroom/media?handler=Upload", APicture.Jpeg(320, 240)))
        {
            Assert.Equal("/newsroom/media/1", sent.Headers.Location?.ToString());
        }

        using (var again = await SendAsync(staff, "/newsroom/media?handler=Upload", APicture.Jpeg(320, 240)))
        {
            Assert.Equal("/newsroom/media/1", again.Headers.Location?.ToString());
        }

        using (var refused = await SendAsync(staff, "/newsroom/media?handler=Upload", "<svg onload=alert(1)>"u8.ToArray()))
        {
            Assert.Equal(400, (int)refused.StatusCode);
        }

        using (var described = await staff.PostAsync("/newsroom/media/1?handler=Describe", ("title", "渡口旧照"), ("alt", "一条木船靠岸"), ("credit", "李文 摄"), ("licence", "自有")))
        {
            Assert.Equal(302, (int)described.StatusCode);
        }

        Assert.Equal("渡口旧照", (await staff.PageAsync("/newsroom/media?q=%E6%97%A7%E7%85%A7")).QuerySelector(".shelf span")!.TextContent);
        Assert.Empty((await staff.PageAsync("/newsroom/media?q=%E9%AB%98%E5%B1%B1")).QuerySelectorAll(".shelf li"));
        using var shut = await staff.PostAsync("/newsroom/media/1?handler=Remove");
        Assert.Equal(403, (int)shut.StatusCode);
        var picture = (await staff.PageAsync("/newsroom/media/1")).QuerySelector("img.whole")!.GetAttribute("src")!;
        Assert.Equal(200, await staff.StatusAsync(picture));
        Assert.Equal(302, await StaffClientStatusAsync(site, picture));
        await using var db = site.Store.CreateContext();
        Assert.Equal(["media.upload", "media.describe"], await db.AuditEntries.Where(e => e.Act.StartsWith("media.")).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync());
    }

    [Fact]
    public async Task A_picture_that_no_file_brought_is_on_the_list_of_the_missing()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("大桥合龙").At("2026-11-24 08:00").Saying("大桥今晨合龙，两岸居民来看。\n\n![合龙的一刻](lost.jpg)\n"));
        using var staff = await StaffClient.EnterAsync(site, "小记者", StaffRole.Reporter);
        var row = Assert.Single((await staff.PageAsync("/newsroom/media?show=missing")).QuerySelectorAll("table.rows tbody tr"));
        Assert.Contains("大桥合龙", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("lost.jpg", row.TextContent, StringComparison.Ordinal);
    }

    private static async Task<int> StaffClientStatusAsync(TestSite site, string path)
    {
        using var stranger = StaffClient.Stranger(site);
        return await stranger.StatusAsync(path);
    }

    private static async Task<HttpResponseMessage> SendAsync(StaffClient staff, string address, byte[] bytes)
    {
        var token = (await staff.PageAsync("/newsroom/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "file", "picture.jpg" } };
        return await staff.Client.PostAsync(address, form);
    }
}
