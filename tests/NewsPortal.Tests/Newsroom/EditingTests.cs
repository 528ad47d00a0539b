using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>An editor's day: files come in, are looked at, published, corrected and taken down.</summary>
public sealed class EditingTests
{
    private const string Capture =
        "大桥今晨合龙\n2026-11-24 08:00:00 | 来源:云川日报\n(资料图片)\n大桥今晨六时合龙,两岸居民在堤上看了整整一夜,天亮时响起了掌声。\n施工方说,桥面铺装明年春天完成,届时从北岸到南岸只要八分钟。\n记者在现场看到,最后一段钢梁吊起用了四十分钟。\n相关新闻\n河堤步道开放\n渡口停航通知\n最新新闻\n粮站翻修完工\n";

    [Fact]
    public async Task Files_that_are_dropped_become_drafts_and_those_that_are_ticked_are_everywhere_at_once()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        var (batch, page) = await staff.UploadAsync(("bridge.txt", Encoding.UTF8.GetBytes(Capture)), ("broken.txt", [0, 1, 2, 3]), ("empty.md", []));
        Assert.Equal(2, page.QuerySelectorAll(".state.rejected").Length);
        Assert.DoesNotContain("newsportal-upload", page.Body!.TextContent, StringComparison.Ordinal);
        var row = Assert.Single(page.QuerySelectorAll("table.rows tbody tr"));
        Assert.Contains("大桥今晨合龙", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, await site.StatusAsync("/2026/11/24/da-qiao-jin-chen-he-long"));
        Assert.DoesNotContain("大桥今晨合龙", await site.Client.GetStringAsync("/latest"), StringComparison.Ordinal);

        var id = row.QuerySelector("input[name=chosen]")!.GetAttribute("value")!;
        using var published = await staff.PostAsync($"{batch}?handler=Publish", ("chosen", id));
        Assert.Equal(302, (int)published.StatusCode);
        Assert.Contains("已发布 1 篇", (await staff.PageAsync(batch)).QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        foreach (var path in (string[])["/", "/latest", "/feed.xml", "/sitemaps/articles-2026-11-1.xml", "/news-sitemap.xml", "/search?q=%E5%A4%A7%E6%A1%A5%E5%90%88%E9%BE%99"])
        {
            Assert.Contains("da-qiao-jin-chen-he-long", await site.Client.GetStringAsync(path), StringComparison.Ordinal);
        }

        // The same file once more changes nothing, and says so.
        var (_, again) = await staff.UploadAsync(("bridge.txt", Encoding.UTF8.GetBytes(Capture)));
        Assert.Contains("已经有的", again.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_what_is_public_is_told_before_it_is_published()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        var text = string.Concat(Enumerable.Range(1, 12).Select(i => $"第{i}段钢梁在清晨吊起,岸上的人数着它的编号,风把号子声送到对岸{(char)('甲' + (i * 31))}。\n"));
        await site.ImportAsync(AnArticle.Called("大桥合龙").At("2026-11-24 08:00").Saying(text));
        var (_, page) = await staff.UploadAsync(("other.txt", Encoding.UTF8.GetBytes($"钢梁全部吊装到位\n2026-11-24 09:00:00 来源:海桥晚报\n{text}")));
        Assert.Matches("(9[0-9]|100) % 与此文相同：\\s*大桥合龙", page.QuerySelector(".note")!.TextContent);
    }

    [Fact]
    public async Task Of_two_saves_the_second_is_refused_with_both_texts_and_nothing_is_lost()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("大桥今晨合龙").At("2026-11-24 08:00").With("slug", "bridge"));
        using var one = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        using var other = await StaffClient.EnterAsync(site, "li", StaffRole.Editor);
        var version = (await one.PageAsync("/newsroom/articles/1")).QuerySelector("input[name='Form.Version']")!.GetAttribute("value")!;
        using var first = await other.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=Save", ("Form.Headline", "大桥今晨六时合龙"));
        Assert.Equal(302, (int)first.StatusCode);
        using var second = await one.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=Save", ("Form.Version", version), ("Form.Headline", "大桥合龙 掌声响起"));
        var shown = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await second.Content.ReadAsStringAsync());
        Assert.Equal(409, (int)second.StatusCode);
        Assert.Contains("li 在您编辑时保存过", shown.QuerySelector(".fault")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("六时", shown.QuerySelector(".conflict del")!.TextContent + shown.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("大桥合龙 掌声响起", shown.QuerySelector("#Headline")!.GetAttribute("value"));
        Assert.Contains("大桥今晨六时合龙", await site.Client.GetStringAsync("/2026/11/24/bridge"), StringComparison.Ordinal);

        var now = shown.QuerySelector("input[name='Form.Version']")!.GetAttribute("value")!;
        using var third = await one.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=Save", ("Form.Version", now), ("Form.Headline", "大桥合龙 掌声响起"));
        Assert.Equal(302, (int)third.StatusCode);
        var lines = (await one.PageAsync("/newsroom/articles/1/revisions")).QuerySelectorAll("table.rows tbody tr");
        Assert.Equal(2, lines.Length);
        var compared = await one.PageAsync("/newsroom/articles/1/revisions/1");
        Assert.Contains("今晨", compared.QuerySelector(".diff del")!.TextContent, StringComparison.Ordinal);
        using var back = await one.PostAsync("/newsroom/articles/1/revisions/1?handler=Restore", ("version", $"{int.Parse(now, System.Globalization.CultureInfo.InvariantCulture) + 1}"));
        Assert.Equal(302, (int)back.StatusCode);
        await site.RefreshAsync();
        Assert.Contains("<h1>大桥今晨合龙</h1>", await site.Client.GetStringAsync("/2026/11/24/bridge"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_saves_that_touch_different_things_are_put_together_for_whoever_saves_second()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("大桥今晨合龙").At("2026-11-24 08:00").With("slug", "bridge").Saying("大桥今晨合龙。\n\n明年通车。"));
        using var one = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        using var other = await StaffClient.EnterAsync(site, "li", StaffRole.Editor);
        var began = await one.PageAsync("/newsroom/articles/1");
        var version = began.QuerySelector("input[name='Form.Version']")!.GetAttribute("value")!;
        var headline = began.QuerySelector("#Headline")!.GetAttribute("value")!;
        using var first = await other.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=Save", ("Form.Headline", "大桥今晨六时合龙"));
        using var second = await one.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=Save", ("Form.Version", version), ("Form.Headline", headline), ("Form.Body", "大桥今晨合龙。\n\n后年通车。"));
        var shown = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await second.Content.ReadAsStringAsync());
        Assert.Equal((409, "大桥今晨六时合龙"), ((int)second.StatusCode, shown.QuerySelector("#Headline")!.GetAttribute("value")));
        Assert.Contains("后年通车", shown.QuerySelector("#Body")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reporter_hands_in_an_editor_hands_back_publishes_corrects_withdraws_and_restores_and_all_of_it_is_on_record()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("河堤步道开放").In("城市").At("2026-11-23 08:00"));
        using var reporter = await StaffClient.EnterAsync(site, "xiao", StaffRole.Reporter);
        using var editor = await StaffClient.EnterAsync(site, "chen", StaffRole.ChiefEditor);
        using var made = await reporter.SendAsync("/newsroom/articles/new", "/newsroom/articles/new?handler=Submit", ("Form.Headline", "渡口今天停航"), ("Form.Body", "渡口今天停航，明天恢复。\n\n请改乘公交。"), ("Form.Section", "城市"));
        var page = made.Headers.Location!.ToString();
        Assert.Equal(403, (int)(await reporter.PostAsync($"{page}?handler=Publish", ("Form.Version", "1"))).StatusCode);

        await Done(editor, page, "Reject", ("Form.Reason", "停航的原因没有写"));
        Assert.Contains("停航的原因没有写", (await reporter.PageAsync(page)).QuerySelector(".record")!.TextContent, StringComparison.Ordinal);
        await Done(reporter, page, "Submit", ("Form.Body", "渡口因大风今天停航，明天恢复。\n\n请改乘公交。"));
        await Done(editor, page, "Publish");
        await site.RefreshAsync();
        const string address = "/2026/11/24/du-kou-jin-tian-ting-hang";
        Assert.Contains("因大风", await site.Client.GetStringAsync(address), StringComparison.Ordinal);

        await Done(editor, page, "Correct", ("Form.Body", "渡口因大雾今天停航，明天恢复。\n\n请改乘公交。"), ("Form.Notice", "初稿误写大风，实为大雾。"));
        await site.RefreshAsync();
        Assert.Contains("初稿误写大风，实为大雾。", (await site.PageAsync(address)).QuerySelector(".correction")!.TextContent, StringComparison.Ordinal);
        await Done(editor, page, "Withdraw", ("Form.Reason", "消息有误"));
        await site.RefreshAsync();
        Assert.Equal(410, await site.StatusAsync(address));
        await Done(editor, page, "Restore");
        await site.RefreshAsync();
        Assert.Equal(200, await site.StatusAsync(address));
        await Done(editor, page, "Move", ("Form.Slug", "ferry"));
        await site.RefreshAsync();
        Assert.Equal((301, 200), (await site.StatusAsync(address), await site.StatusAsync("/2026/11/24/ferry")));

        var record = await editor.PageAsync("/newsroom/record");
        foreach (var act in (string[])["新建", "交审", "退回", "发布", "更正", "撤稿", "恢复", "改网址"])
        {
            Assert.Contains(act, record.QuerySelector("table.rows")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(403, await reporter.StatusAsync("/newsroom/record"));
        var exported = await editor.Client.GetStringAsync("/newsroom/record?handler=Export");
        Assert.All(exported.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Assert.StartsWith("{\"id\":", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scheduled_article_appears_at_its_moment_and_not_before()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("河堤步道开放").In("城市").At("2026-11-23 08:00"));
        using var editor = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        using var made = await editor.SendAsync("/newsroom/articles/new", "/newsroom/articles/new?handler=Schedule", ("Form.Headline", "渡口明天恢复"), ("Form.Body", "渡口明天恢复通航。"), ("Form.Section", "城市"), ("Form.Moment", "2026-11-24T18:30"));
        Assert.Equal(302, (int)made.StatusCode);
        const string address = "/2026/11/24/du-kou-ming-tian-hui-fu";
        Assert.Equal(404, await site.StatusAsync(address));
        await site.PassAsync(TimeSpan.FromHours(8.4));
        Assert.Equal(404, await site.StatusAsync(address));
        await site.PassAsync(TimeSpan.FromHours(0.2));
        Assert.Equal(200, await site.StatusAsync(address));
    }

    [Fact]
    public async Task A_line_that_the_importer_left_out_is_put_back_where_it_stood_and_stays_when_the_file_comes_again()
    {
        await using var site = await TestSite.StartAsync();
        using var editor = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        var (_, page) = await editor.UploadAsync(("bridge.txt", Encoding.UTF8.GetBytes(Capture)));
        var article = page.QuerySelector("table.rows tbody label a")!.GetAttribute("href")!;
        var origin = await editor.PageAsync($"{article}/origin");

        // Every line of the file stands there, each with its fate and why.
        var lines = Capture.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var shown = string.Concat(origin.QuerySelectorAll(".blocks summary").Select(s => s.TextContent.Trim()));
        Assert.All(lines, l => Assert.Contains(string.Concat(l.Where(c => !char.IsWhiteSpace(c))), string.Concat(shown.Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal));
        Assert.All(origin.QuerySelectorAll("ol.blocks .why"), w => Assert.True(w.TextContent.Trim().Length > 5));
        var dropped = origin.QuerySelectorAll("ol.blocks li.dropped").First(l => l.QuerySelector("summary")!.TextContent.Contains("粮站翻修完工", StringComparison.Ordinal));
        using var taken = await editor.PostAsync($"{article}/origin?handler=Take", [.. Fields(dropped), ("what", "p")]);
        Assert.Equal(302, (int)taken.StatusCode);
        Assert.EndsWith("粮站翻修完工", (await TextAsync(site)).TrimEnd(), StringComparison.Ordinal);

        var kept = (await editor.PageAsync($"{article}/origin")).QuerySelectorAll("ol.blocks li.kept").First(l => l.TextContent.Contains("施工方说", StringComparison.Ordinal));
        using var left = await editor.PostAsync($"{article}/origin?handler=Take", [.. Fields(kept), ("what", "drop")]);
        Assert.Equal(302, (int)left.StatusCode);
        Assert.DoesNotContain("施工方说", await TextAsync(site), StringComparison.Ordinal);
        using var undone = await editor.PostAsync($"{article}/origin?handler=Undo", Fields((await editor.PageAsync($"{article}/origin")).QuerySelector("ol.blocks li.kept")!)[0]);
        Assert.Equal(302, (int)undone.StatusCode);
        Assert.Contains("施工方说", await TextAsync(site), StringComparison.Ordinal);

        await editor.UploadAsync(("bridge.txt", Encoding.UTF8.GetBytes(Capture + "\n")));
        Assert.Contains("粮站翻修完工", await TextAsync(site), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_refused_by_the_name_of_its_field_and_stays_in_the_form()
    {
        await using var site = await TestSite.StartAsync();
        using var editor = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        using var refused = await editor.SendAsync("/newsroom/articles/new", "/newsroom/articles/new?handler=Publish", ("Form.Headline", "有标题"), ("Form.Body", string.Empty), ("Form.Published", "不是时间"));
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.StartsWith("发布时间：", page.QuerySelector(".fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("有标题", page.QuerySelector("#Headline")!.GetAttribute("value"));
        await using var db = site.Store.CreateContext();
        Assert.False(await db.Articles.AnyAsync());
    }

    [Fact]
    public async Task The_newsroom_audits_the_site_and_shows_what_is_wrong_and_what_was_told_to_others()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("大桥今晨合龙").At("2026-11-24 08:00").With("slug", "bridge"));
        await site.PageAsync("/2026/11/24/bridge");
        await using (var db = site.Store.CreateContext())
        {
            // A fault that no editor made: the page that is kept is not what the store says.
            await db.Bodies.ExecuteUpdateAsync(set => set.SetProperty(b => b.Html, "<p>被改坏的正文。</p>"));
            db.PushDeliveries.Add(new NewsPortal.Core.Pushing.PushDelivery { Receiver = "indexnow", Address = "https://news.example/a", State = NewsPortal.Core.Pushing.PushState.Refused, Answer = "422: not yours", QueuedUtc = DateTime.UnixEpoch, NextUtc = DateTime.UnixEpoch });
            await db.SaveChangesAsync();
        }

        using var editor = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        using (await editor.PostAsync("/newsroom/check"))
        {
        }

        var page = await editor.PageAsync("/newsroom/check");
        for (var tries = 0; tries < 300 && page.QuerySelector("main section") is null; tries++)
        {
            await Task.Delay(200);
            page = await editor.PageAsync("/newsroom/check");
        }

        Assert.Contains("/2026/11/24/bridge", page.QuerySelector("table.rows")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("查了 1 篇稿件", page.QuerySelector(".fault")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("422: not yours", (await editor.PageAsync("/newsroom/push")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("..\\..\\x.txt", "x.txt")]
    [InlineData("/abs/olute.md", "abs/olute.md")]
    [InlineData("....", "file")]
    [InlineData("a/./b//c.txt", "a/b/c.txt")]
    [InlineData(".hidden", "hidden")]
    public void A_name_that_a_browser_sends_leads_nowhere_else(string sent, string kept) =>
        Assert.Equal(kept, string.Join('/', NewsPortal.Web.Newsroom.UploadFolder.PartsOf(sent)));

    private static async Task Done(StaffClient staff, string page, string act, params (string, string)[] fields)
    {
        using var answer = await staff.SendAsync(page, $"{page}?handler={act}", fields);
        Assert.True((int)answer.StatusCode == 302, $"{act}: {(int)answer.StatusCode} {new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector(".fault")?.TextContent}");
    }

    private static (string Name, string Value)[] Fields(AngleSharp.Dom.IElement block) =>
        [.. block.QuerySelectorAll("input[type=hidden]").Where(i => i.GetAttribute("name") != "__RequestVerificationToken").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))];

    private static async Task<string> TextAsync(TestSite site)
    {
        await using var db = site.Store.CreateContext();
        return await db.Bodies.Select(b => b.Text).SingleAsync();
    }
}
