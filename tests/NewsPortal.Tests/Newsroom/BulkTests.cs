using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using Xunit.Abstractions;

namespace NewsPortal.Tests.Newsroom;

/// <summary>Acts on many articles at once.</summary>
public sealed class BulkTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Many_are_published_filed_tagged_and_withdrawn_at_once_and_those_for_which_it_cannot_be_are_named()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync([.. Enumerable.Range(1, 4).Select(n => AnArticle.Called($"第{n}座桥合龙").In("城市").With("status", "draft")), AnArticle.Called("稻子收完了").In("乡村").With("status", "draft")]);
        var desk = new ArticleDesk(site.Store, site.Clock, TimeZoneInfo.Utc, "somebody");
        var empty = await desk.CreateAsync(new ArticleEdit { Headline = "还没有正文", Section = "城市" });
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        await using var db = site.Store.CreateContext();
        var city = await db.Sections.SingleAsync(s => s.Name == "城市");
        var country = await db.Sections.SingleAsync(s => s.Name == "乡村");
        await db.Staff.ExecuteUpdateAsync(set => set.SetProperty(m => m.Sections, $"{city.Id}"));

        // All of the filter: of the city, and not the one that says nothing yet; the other section is not this editor's.
        var told = await DoAsync(staff, 200, ("all", "true"), ("act", "Publish"));
        Assert.Equal(2, told.QuerySelectorAll(".failures li").Length);
        Assert.Contains("稻子收完了", told.QuerySelector(".failures")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(told.QuerySelectorAll(".failures a"), a => a.GetAttribute("href") == $"/newsroom/articles/{empty.Id}");
        Assert.Equal(4, await db.Articles.CountAsync(a => a.Status == ArticleStatus.Published));

        var public_ = await db.Articles.AsNoTracking().Where(a => a.Status == ArticleStatus.Published).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync();
        (string, string)[] ticked = [.. public_.Select(id => ("ids", id.ToString(CultureInfo.InvariantCulture)))];
        await DoAsync(staff, 200, [.. ticked, ("act", "Tag"), ("word", "大桥")]);
        Assert.Equal(4, await db.ArticleTags.CountAsync(t => t.Tag.Name == "大桥"));
        await DoAsync(staff, 200, [.. ticked[..2], ("act", "Untag"), ("word", "大桥")]);
        Assert.Equal(2, await db.ArticleTags.CountAsync(t => t.Tag.Name == "大桥"));
        var elsewhere = await DoAsync(staff, 200, [.. ticked[..1], ("act", "Move"), ("to", country.Id.ToString(CultureInfo.InvariantCulture))]);
        Assert.Single(elsewhere.QuerySelectorAll(".failures li"));
        using var chief = await StaffClient.EnterAsync(site, "zhu", StaffRole.ChiefEditor);
        await DoAsync(chief, 200, [.. ticked[..1], ("act", "Move"), ("to", country.Id.ToString(CultureInfo.InvariantCulture))]);
        Assert.Equal(2, await db.Articles.CountAsync(a => a.SectionId == country.Id));
        await DoAsync(chief, 400, [.. ticked, ("act", "Withdraw")]);
        await DoAsync(chief, 200, [.. ticked, ("act", "Withdraw"), ("word", "全部有误")]);
        Assert.Equal(4, await db.Articles.CountAsync(a => a.Status == ArticleStatus.Withdrawn && a.WithdrawnReason == "全部有误"));
        Assert.Equal(4, await db.AuditEntries.CountAsync(e => e.Act == "article.withdraw" && e.Actor == "zhu" && e.Reason == "全部有误"));
        await DoAsync(chief, 400, ("act", "Publish"));

        // Who only writes publishes nothing.
        using var reporter = await StaffClient.EnterAsync(site, "xiao", StaffRole.Reporter);
        Assert.Equal(6, (await DoAsync(reporter, 200, ("all", "true"), ("act", "Publish"))).QuerySelectorAll(".failures li").Length);
    }

    [Fact]
    public async Task A_word_of_the_list_keeps_an_article_from_going_out_unseen_among_many()
    {
        await using var site = await TestSite.StartAsync();
        using var chief = await StaffClient.EnterAsync(site, "zhu", StaffRole.ChiefEditor);
        using (var added = await chief.PostAsync("/newsroom/words?handler=Add", ("lines", "登录岛屿\t登陆岛屿")))
        {
            Assert.Equal(302, (int)added.StatusCode);
        }

        var (batch, _) = await chief.UploadAsync(("one.md", "# 船队登录岛屿\n\n船队清晨出发，中午到达。"u8.ToArray()), ("two.md", "# 船队返航\n\n船队傍晚返航，全员平安。"u8.ToArray()));
        await using var db = site.Store.CreateContext();
        var ids = await db.Articles.Select(a => a.Id).ToListAsync();
        using var refused = await chief.PostAsync($"{batch}?handler=Publish", [.. ids.Select(id => ("chosen", id.ToString(CultureInfo.InvariantCulture)))]);
        Assert.Contains("登录岛屿", new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync()).QuerySelector(".fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("船队返航", (await db.Articles.SingleAsync(a => a.Status == ArticleStatus.Published)).Headline);
        var told = await DoAsync(chief, 200, ("all", "true"), ("act", "Publish"));
        Assert.Contains("登录岛屿", told.QuerySelector(".failures")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_many_as_there_is_time_for_are_published_in_one_request_and_the_rest_is_told()
    {
        await using var site = await TestSite.StartAsync();

        // A thousand take a minute and more of imports alone.
        var most = Environs.AllCases ? 1000 : 60;

        // Texts of their own: a thousand copies of one would be one report.
        var random = new Random(7);
        string Text() => string.Concat(Enumerable.Range(0, 300).Select(i => i % 30 == 29 ? '。' : (char)(0x4e00 + random.Next(2500))));
        await site.ImportAsync([.. Enumerable.Range(1, most + 1).Select(n => AnArticle.Called($"第{n}号渡口今天恢复通航").Saying(Text()).With("status", "draft"))]);
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        if (Environs.AllCases)
        {
            await DoAsync(staff, 400, ("all", "true"), ("act", "Publish"));
        }

        await using var db = site.Store.CreateContext();
        var ids = await db.Articles.OrderBy(a => a.Id).Select(a => a.Id).Take(most).ToListAsync();
        var clock = Stopwatch.StartNew();
        var told = await DoAsync(staff, 200, [.. ids.Select(id => ("ids", id.ToString(CultureInfo.InvariantCulture))), ("act", "Publish")]);
        clock.Stop();
        var published = await db.Articles.CountAsync(a => a.Status == ArticleStatus.Published);
        output.WriteLine($"{published} of {most} published in {clock.Elapsed.TotalSeconds:0.0} s: {told.QuerySelector(".bulk .done")!.TextContent}");

        // Whatever there was no time for is told, and done by asking again.
        Assert.True(published == most || told.QuerySelector(".bulk .done")!.TextContent.Contains((most - published).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.Empty(told.QuerySelectorAll(".failures li"));
    }

    [Fact]
    public async Task Words_in_headlines_are_looked_for_a_part_of_the_archive_at_a_time_until_its_end()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("最早的一篇讲大桥"));
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        await using (var db = site.Store.CreateContext())
        {
            // Rows are enough to pass over: their import would take minutes.
            var (section, now) = (await db.Sections.Select(s => s.Id).FirstAsync(), site.Clock.GetUtcNow().UtcDateTime);
            db.Articles.AddRange(Enumerable.Range(1, 5100).Select(n => new Article
            {
                Headline = $"第{n}号渡口",
                Slug = $"ferry-{n}",
                Day = 20261124,
                SectionId = section,
                PublishedUtc = now,
                CreatedUtc = now,
                UpdatedUtc = now,
                Body = new ArticleBody(),
            }));
            await db.SaveChangesAsync();
        }

        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        var page = await staff.PageAsync("/newsroom/articles?q=大桥");
        Assert.Null(page.QuerySelector("table.rows"));
        var next = await staff.PageAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Contains("最早的一篇讲大桥", next.QuerySelector("table.rows")!.TextContent, StringComparison.Ordinal);
        Assert.Null(next.QuerySelector("a[rel=next]"));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> DoAsync(StaffClient staff, int status, params (string, string)[] fields)
    {
        using var answer = await staff.PostAsync("/newsroom/articles?handler=Bulk", fields);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode}: {html[..Math.Min(1500, html.Length)]}");
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
    }
}
