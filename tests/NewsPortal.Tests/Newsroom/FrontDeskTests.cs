using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding.Hot;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>The front page's desk: lead, pins, hot, stories, pages and settings, each seen by readers at once.</summary>
public sealed class FrontDeskTests
{
    [Fact]
    public async Task A_lead_and_pins_stay_where_they_are_whatever_is_published_and_go_when_their_time_has_come()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync([.. Enumerable.Range(1, 20).Select(i => ((string, string))AnArticle.Called($"第{i}号新闻").At($"2026-11-23 {i:00}:00").With("slug", $"n{i}").In(i % 3 == 0 ? "民生" : "城市"))]);
        using var staff = await StaffClient.EnterAsync(site, "主编", StaffRole.ChiefEditor);
        var (third, fifth, seventh) = (await IdAsync(site, "第3号新闻"), await IdAsync(site, "第5号新闻"), await IdAsync(site, "第7号新闻"));
        await PostAsync(staff, "Lead", ("lead", third), ("until", "2026-11-24T12:00"));
        await PostAsync(staff, "Pin", ("pin", fifth), ("until", ""));
        await PostAsync(staff, "Pin", ("pin", seventh), ("until", ""));
        Assert.Equal("第3号新闻", await LeadAsync(site));
        Assert.Equal(["第5号新闻", "第7号新闻"], (await TopAsync(staff))[..2]);
        await PostAsync(staff, "Up", ("id", seventh));
        Assert.Equal(["第7号新闻", "第5号新闻"], (await TopAsync(staff))[..2]);
        await site.ImportAsync([.. Enumerable.Range(1, 12).Select(i => ((string, string))AnArticle.Called($"又一则{i}").At($"2026-11-24 0{i % 9}:30"))]);
        Assert.Equal("第3号新闻", await LeadAsync(site));
        Assert.Equal(["第7号新闻", "第5号新闻"], (await TopAsync(staff))[..2]);

        // 02:00 UTC is ten o'clock in the site's zone: the lead ends two hours later, exactly once.
        await site.PassAsync(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));
        Assert.NotEqual("第3号新闻", await LeadAsync(site));
        await using var db = site.Store.CreateContext();
        Assert.Equal(1, await db.Changes.CountAsync(c => c.Kind == ChangeKind.Clock && c.Detail == "pin"));
        Assert.Equal(2, await db.FrontPins.CountAsync());

        // Whoever was away for two hours signs in again.
        using var later = await StaffClient.EnterAsync(site, "副主编", StaffRole.ChiefEditor);
        await PostAsync(later, "Unpin", ("id", seventh));
        Assert.Equal("第5号新闻", (await TopAsync(later))[0]);
        Assert.Equal(["front.unpin", "front.order", "front.pin", "front.pin", "front.lead"], await db.AuditEntries.Where(e => !e.Act.StartsWith("staff.")).OrderByDescending(e => e.Id).Select(e => e.Act).ToListAsync());
    }

    [Fact]
    public async Task What_is_withdrawn_leaves_its_place_and_what_is_not_public_gets_none()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("大桥合龙").At("2026-11-23 08:00"), AnArticle.Called("草稿").With("status", "draft"), AnArticle.Called("渡口停航").At("2026-11-24 08:00"));
        using var staff = await StaffClient.EnterAsync(site, "主编", StaffRole.ChiefEditor);
        var first = await IdAsync(site, "大桥合龙");
        await PostAsync(staff, "Lead", ("lead", first));
        Assert.Equal("大桥合龙", await LeadAsync(site));
        foreach (var (handler, field, value) in new[] { ("Lead", "lead", await IdAsync(site, "草稿")), ("Pin", "pin", "999"), ("Exclude", "id", "999") })
        {
            using var refused = await staff.PostAsync($"/newsroom/front?handler={handler}", (field, value));
            Assert.Equal(400, (int)refused.StatusCode);
        }

        using (var past = await staff.PostAsync("/newsroom/front?handler=Pin", ("pin", first), ("until", "2026-11-23T00:00")))
        {
            Assert.Equal(400, (int)past.StatusCode);
        }

        using (var withdrawn = await staff.SendAsync($"/newsroom/articles/{first}", $"/newsroom/articles/{first}?handler=Withdraw", ("Form.Reason", "消息不实")))
        {
            Assert.Equal(302, (int)withdrawn.StatusCode);
        }

        await site.RefreshAsync();
        Assert.Equal("渡口停航", await LeadAsync(site));

        // What readers do not see any more can still be taken from the desk.
        await PostAsync(staff, "Unpin", ("id", first));
        await using var db = site.Store.CreateContext();
        Assert.Empty(await db.FrontPins.ToListAsync());
    }

    [Fact]
    public async Task Pins_of_withdrawn_articles_take_nobodys_place()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync([.. Enumerable.Range(1, 10).Select(i => ((string, string))AnArticle.Called($"第{i}号新闻").At($"2026-11-23 {i:00}:00"))]);
        using var staff = await StaffClient.EnterAsync(site, "主编", StaffRole.ChiefEditor);
        for (var i = 1; i <= 8; i++)
        {
            await PostAsync(staff, "Pin", ("pin", await IdAsync(site, $"第{i}号新闻")));
        }

        var ninth = await IdAsync(site, "第9号新闻");
        using (var full = await staff.PostAsync("/newsroom/front?handler=Pin", ("pin", ninth)))
        {
            Assert.Equal(400, (int)full.StatusCode);
        }

        var first = await IdAsync(site, "第1号新闻");
        using (var withdrawn = await staff.SendAsync($"/newsroom/articles/{first}", $"/newsroom/articles/{first}?handler=Withdraw", ("Form.Reason", "消息不实")))
        {
            Assert.Equal(302, (int)withdrawn.StatusCode);
        }

        await PostAsync(staff, "Pin", ("pin", ninth));
        Assert.Contains("第9号新闻", await TopAsync(staff));
    }

    [Fact]
    public async Task What_is_kept_out_of_the_most_read_leaves_at_once_and_does_not_come_back_with_the_next_list()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("大桥合龙").At("2026-11-23 08:00"), AnArticle.Called("渡口停航").At("2026-11-24 08:00"));
        await using var db = site.Store.CreateContext();
        db.ReadCounts.AddRange(from id in await db.Articles.Select(a => a.Id).ToListAsync() select new ReadCount { ArticleId = id, Hour = ReadHour.Of(site.Clock.GetUtcNow().UtcDateTime), Reads = 5 });
        await db.SaveChangesAsync();
        await HotSnapshot.RenewAsync(db, site.Clock);
        await site.RefreshAsync();
        var bridge = await IdAsync(site, "大桥合龙");
        Assert.Contains("大桥合龙", await site.Client.GetStringAsync("/hot"), StringComparison.Ordinal);
        using var staff = await StaffClient.EnterAsync(site, "主编", StaffRole.ChiefEditor);
        await PostAsync(staff, "Exclude", ("id", bridge));
        Assert.DoesNotContain("大桥合龙", await HotAsync(site), StringComparison.Ordinal);
        await site.PassAsync(TimeSpan.FromMinutes(21));
        Assert.DoesNotContain("大桥合龙", await HotAsync(site), StringComparison.Ordinal);
        await PostAsync(staff, "Allow", ("id", bridge));
        await site.PassAsync(TimeSpan.FromMinutes(21));
        Assert.Contains("大桥合龙", await HotAsync(site), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_written_stands_at_its_address_in_the_foot_and_in_the_sitemap_and_its_text_is_clean()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("大桥合龙").At("2026-11-23 08:00").With("slug", "bridge"));
        using var staff = await StaffClient.EnterAsync(site, "主编", StaffRole.ChiefEditor);
        using (var saved = await staff.SendAsync("/newsroom/pages/0?begin=contact", "/newsroom/pages/0?handler=Save", ("Text", "编辑部在**河堤路**十号。<script>alert(1)</script>\n\n[来信](mailto:desk@example.com)"), ("IsPublic", "true"), ("IsInFooter", "true")))
        {
            Assert.Equal("/newsroom/pages/1", saved.Headers.Location?.ToString());
        }

        var page = await site.PageAsync("/pages/contact");
        Assert.Equal("联系我们", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("河堤路", page.QuerySelector(".article-body strong")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Contains("/pages/contact", await site.Client.GetStringAsync("/sitemaps/pages.xml"), StringComparison.Ordinal);
        Assert.NotNull((await site.PageAsync("/2026/11/23/bridge")).QuerySelector("footer a[href='/pages/contact']"));
        Assert.NotNull((await site.PageAsync("/")).QuerySelector("footer a[href='/pages/contact']"));

        // The second of two saves from the same version is refused, and what was written is shown again.
        using (var first = await staff.SendAsync("/newsroom/pages/1", "/newsroom/pages/1?handler=Save", ("Text", "第二稿"), ("IsPublic", "true")))
        {
            Assert.Equal(302, (int)first.StatusCode);
        }

        using (var second = await staff.SendAsync("/newsroom/pages/1", "/newsroom/pages/1?handler=Save", ("Version", "1"), ("Text", "第三稿"), ("IsPublic", "true")))
        {
            Assert.Equal(409, (int)second.StatusCode);
            Assert.Contains("第三稿", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var moved = await staff.SendAsync("/newsroom/pages/1", "/newsroom/pages/1?handler=Save", ("Slug", "reach-us"), ("IsPublic", "true")))
        {
            Assert.Equal(302, (int)moved.StatusCode);
        }

        using (var old = await site.Client.GetAsync("/pages/contact"))
        {
            Assert.Equal("/pages/reach-us", old.Headers.Location?.ToString());
        }

        using (var hidden = await staff.SendAsync("/newsroom/pages/1", "/newsroom/pages/1?handler=Save", ("IsPublic", "false")))
        {
            Assert.Equal(302, (int)hidden.StatusCode);
        }

        Assert.Equal(404, await site.StatusAsync("/pages/contact"));
        Assert.Equal(404, await site.StatusAsync("/pages/reach-us"));
        Assert.DoesNotContain("/pages/reach-us", await site.Client.GetStringAsync("/sitemaps/pages.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_is_changed_is_seen_at_once_one_that_is_locked_stays_and_one_that_is_wrong_changes_nothing()
    {
        await using var site = await TestSite.StartAsync("--Site:Tagline=锁住的一句");
        await site.ImportAsync(AnArticle.Called("大桥合龙").At("2026-11-23 08:00").With("slug", "bridge"));
        using var staff = await StaffClient.EnterAsync(site, "管理员", StaffRole.Administrator);
        using (var wrong = await staff.PostAsync("/newsroom/settings", ("Name", "新名字"), ("Accent", "红")))
        {
            Assert.Equal(400, (int)wrong.StatusCode);
        }

        Assert.DoesNotContain("新名字", await site.Client.GetStringAsync("/"), StringComparison.Ordinal);
        using (var saved = await staff.PostAsync("/newsroom/settings", ("Name", "海桥新闻"), ("Tagline", "改不动"), ("IcpNumber", "云ICP备2026000001号")))
        {
            Assert.Equal(302, (int)saved.StatusCode);
        }

        var html = await site.Client.GetStringAsync("/2026/11/23/bridge");
        Assert.Contains("海桥新闻", html, StringComparison.Ordinal);
        Assert.Contains("云ICP备2026000001号", html, StringComparison.Ordinal);
        Assert.DoesNotContain("改不动", html, StringComparison.Ordinal);
        Assert.True((await staff.PageAsync("/newsroom/settings")).QuerySelector("#s-Tagline")!.HasAttribute("disabled"));
        await using var db = site.Store.CreateContext();
        Assert.Equal(["IcpNumber", "Name"], await db.AuditEntries.Where(e => e.Act == "site.set").Select(e => e.Subject).Order().ToListAsync());
    }

    [Fact]
    public async Task What_editors_do_to_related_news_and_stories_is_seen_by_readers_and_on_record()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("大桥合龙").At("2026-11-23 08:00").With("slug", "bridge"), AnArticle.Called("稻子收完了").At("2026-11-22 08:00").With("slug", "rice").Saying("田里的稻子全部收完了，农户开始翻地，准备种下冬天的油菜。"));
        using var staff = await StaffClient.EnterAsync(site, "主编", StaffRole.ChiefEditor);
        var (bridge, rice) = (await IdAsync(site, "大桥合龙"), await IdAsync(site, "稻子收完了"));
        using (var pinned = await staff.PostAsync($"/newsroom/articles/{bridge}/related?handler=Pin", ("related", rice)))
        {
            Assert.Equal(302, (int)pinned.StatusCode);
        }

        Assert.NotNull((await site.PageAsync("/2026/11/23/bridge")).QuerySelector("#related a[href='/2026/11/22/rice']"));
        using (var excluded = await staff.PostAsync($"/newsroom/articles/{bridge}/related?handler=Exclude", ("related", rice)))
        {
            Assert.Equal(302, (int)excluded.StatusCode);
        }

        Assert.Null((await site.PageAsync("/2026/11/23/bridge")).QuerySelector("#related a[href='/2026/11/22/rice']"));
        using (var unknown = await staff.PostAsync("/newsroom/stories/999?handler=Name", ("name", "大桥")))
        {
            Assert.Equal(404, (int)unknown.StatusCode);
        }

        await using var db = site.Store.CreateContext();
        Assert.Equal(["related.exclude", "related.pin"], await db.AuditEntries.Where(e => !e.Act.StartsWith("staff.")).OrderByDescending(e => e.Id).Select(e => e.Act).ToListAsync());
    }

    private static async Task PostAsync(StaffClient staff, string handler, params (string, string)[] fields)
    {
        using var answer = await staff.PostAsync($"/newsroom/front?handler={handler}", fields);
        Assert.True((int)answer.StatusCode == 302, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> IdAsync(TestSite site, string headline)
    {
        await using var db = site.Store.CreateContext();
        return $"{await db.Articles.Where(a => a.Headline == headline).Select(a => a.Id).SingleAsync()}";
    }

    // Where nothing is ranked any more there is no such page at all.
    private static async Task<string> HotAsync(TestSite site)
    {
        using var answer = await site.Client.GetAsync("/hot");
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector(".hot-lists")?.TextContent ?? string.Empty;
    }

    private static async Task<string> LeadAsync(TestSite site) => (await site.PageAsync("/")).QuerySelector("main h2 a")!.TextContent;

    private static async Task<string[]> TopAsync(StaffClient staff) =>
        [.. (await staff.PageAsync("/newsroom/front")).QuerySelectorAll("main section:first-of-type tbody tr td:first-child a").Select(a => a.TextContent).Skip(1)];
}
