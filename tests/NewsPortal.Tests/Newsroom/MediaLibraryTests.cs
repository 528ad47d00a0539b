using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Integrity;
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
        Assert.Equal("media.describe", (await db.AuditEntries.SingleAsync(e => e.Act.StartsWith("media."))).Act);
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
