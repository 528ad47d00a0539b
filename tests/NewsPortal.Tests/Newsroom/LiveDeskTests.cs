using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>The page of the newsroom on which a live report is written.</summary>
public sealed class LiveDeskTests
{
    [Fact]
    public async Task An_editor_begins_a_report_writes_changes_marks_and_removes_entries_and_ends_it_by_forms_alone()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("桥今天通车").At("2026-11-24 09:00"));
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        Assert.Contains((await staff.PageAsync("/newsroom/articles/1")).QuerySelectorAll(".ways a"), a => a.GetAttribute("href") == "/newsroom/articles/1/live");
        await DoneAsync(staff, "Start");
        foreach (var _ in (int[])[1, 2])
        {
            await DoneAsync(staff, "Add", ("Headline", "首车上桥"), ("Text", "第一辆车开过**江心**。"));
        }

        await using var db = site.Store.CreateContext();
        var update = await db.LiveUpdates.AsNoTracking().SingleAsync();
        Assert.Equal(("chen", "首车上桥", "第一辆车开过江心。", false), (update.Author, update.Headline, update.Text, update.IsKey));
        var page = await staff.PageAsync($"/newsroom/articles/1/live?edit={update.Id}");
        Assert.Equal("第一辆车开过**江心**。", page.QuerySelector("#OldText")!.TextContent.Trim());
        var seen = page.QuerySelector("input[name=Seen]")!.GetAttribute("value")!;
        await DoneAsync(staff, "Change", ("update", $"{update.Id}"), ("Seen", seen), ("Headline", "首车过桥"), ("Text", "第一辆车开过江心。"), ("Key", "true"));
        using (var late = await staff.PostAsync("/newsroom/articles/1/live?handler=Change", ("update", $"{update.Id}"), ("Seen", "1"), ("Text", "从旧页面来的。")))
        {
            Assert.Equal(409, (int)late.StatusCode);
            Assert.Contains("从旧页面来的。", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var empty = await staff.PostAsync("/newsroom/articles/1/live?handler=Add", ("Headline", "只有标题"), ("Text", " ")))
        {
            Assert.Equal(400, (int)empty.StatusCode);
            Assert.Contains("只有标题", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        update = await db.LiveUpdates.AsNoTracking().SingleAsync();
        Assert.Equal(("首车过桥", true, true), (update.Headline, update.IsKey, update.ChangedUtc is not null));
        await DoneAsync(staff, "Mark", ("update", $"{update.Id}"), ("key", "false"));
        Assert.False((await db.LiveUpdates.AsNoTracking().SingleAsync()).IsKey);
        await DoneAsync(staff, "End");
        await DoneAsync(staff, "Remove", ("update", $"{update.Id}"));
        Assert.Empty(await db.LiveUpdates.ToListAsync());
        Assert.Equal(
            ["live.start", "live.add", "live.change", "live.mark", "live.end", "live.remove"],
            await db.AuditEntries.Where(e => e.ArticleId == 1).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync());
        Assert.Equal(404, await staff.StatusAsync("/newsroom/articles/9/live"));
    }

    [Fact]
    public async Task Whoever_may_not_save_the_article_looks_and_writes_nothing()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("桥今天通车").In("城市"), AnArticle.Called("稻子收完了").In("乡村"));
        using var editor = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        await using var db = site.Store.CreateContext();
        var city = await db.Sections.SingleAsync(s => s.Name == "城市");
        await db.Staff.ExecuteUpdateAsync(set => set.SetProperty(m => m.Sections, $"{city.Id}"));
        using var reporter = await StaffClient.EnterAsync(site, "xiao", StaffRole.Reporter);
        foreach (var article in await db.Articles.AsNoTracking().ToListAsync())
        {
            foreach (var (staff, may) in ((StaffClient, bool)[])[(reporter, false), (editor, article.SectionId == city.Id)])
            {
                Assert.Equal(may, (await staff.PageAsync($"/newsroom/articles/{article.Id}/live")).QuerySelector("form[action*='/live?handler=']") is not null);
                foreach (var act in (string[])["Start", "Add", "Change", "Mark", "Remove", "End"])
                {
                    using var answer = await staff.PostAsync($"/newsroom/articles/{article.Id}/live?handler={act}", ("Text", "越界的一条。"), ("update", "1"));
                    Assert.True(may != ((int)answer.StatusCode == 403), $"{act} of {article.Headline}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.All(await db.LiveUpdates.ToListAsync(), u => Assert.Equal("chen", u.Author));
        Assert.Equal(ArticleStatus.Published, (await db.Articles.FirstAsync()).Status);
    }

    private static async Task DoneAsync(StaffClient staff, string act, params (string Name, string Value)[] fields)
    {
        using var answer = await staff.PostAsync($"/newsroom/articles/1/live?handler={act}", fields);
        Assert.True((int)answer.StatusCode == 302, $"{act}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
