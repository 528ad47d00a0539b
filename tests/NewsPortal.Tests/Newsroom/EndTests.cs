using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>Articles that are taken down by themselves, and what stands on record of acts from outside the newsroom.</summary>
public sealed class EndTests
{
    [Fact]
    public async Task An_article_is_taken_down_at_its_moment_exactly_once_and_an_import_does_not_keep_it_up()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(("a.md", "---\nid: a\nheadline: 限时活动公告\n---\n活动从今天开始，到明天结束，请按时参加。\n"));
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        await using var db = site.Store.CreateContext();
        var path = (await db.Articles.AsNoTracking().SingleAsync()).Path;

        // 12:00 in Shanghai; the site's clock stands at 10:00 there.
        using (var past = await staff.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=End", ("Form.Ends", "2026-11-24T09:00")))
        {
            Assert.Equal(400, (int)past.StatusCode);
        }

        using (var set = await staff.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=End", ("Form.Ends", "2026-11-24T12:00")))
        {
            Assert.Equal(302, (int)set.StatusCode);
        }

        Assert.Equal("2026-11-24T12:00", (await staff.PageAsync("/newsroom/articles/1")).QuerySelector("#Ends")!.GetAttribute("value"));
        await site.ImportAsync(("a.md", "---\nid: a\nheadline: 限时活动公告\n---\n活动从今天开始，到明天结束，请带好证件按时参加。\n"));
        Assert.Equal(new DateTime(2026, 11, 24, 4, 0, 0, DateTimeKind.Utc), (await db.Articles.AsNoTracking().SingleAsync()).EndsUtc);
        await site.PassAsync(TimeSpan.FromMinutes(119));
        Assert.Equal(200, await site.StatusAsync(path));
        site.Clock.Pass(TimeSpan.FromMinutes(2));

        // Several nodes see it at once.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var own = site.Store.CreateContext();
            await DueArticles.WithdrawAsync(own, site.Clock);
        }));
        await site.RefreshAsync();
        Assert.Equal(410, await site.StatusAsync(path));
        Assert.Equal(1, await db.Changes.CountAsync(c => c.Kind == ChangeKind.Withdrawn));
        var entry = await db.AuditEntries.SingleAsync(e => e.Act == "article.withdraw");
        Assert.Equal("clock", entry.Actor);
        Assert.Contains("2026-11-24T04:00:00Z", entry.Before, StringComparison.Ordinal);

        // Brought back, it stays.
        using var later = await StaffClient.EnterAsync(site, "li", StaffRole.Editor);
        using (var back = await later.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=Restore"))
        {
            Assert.True((int)back.StatusCode == 302, await back.Content.ReadAsStringAsync());
        }

        await site.PassAsync(TimeSpan.FromHours(3));
        Assert.Equal(200, await site.StatusAsync(path));
    }

    [Fact]
    public async Task An_end_is_cleared_moved_and_never_before_publication()
    {
        await using var site = await TestSite.StartAsync();
        var desk = new ArticleDesk(site.Store, site.Clock, TimeZoneInfo.Utc, "chen");
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var article = await desk.CreateAsync(new ArticleEdit { Headline = "限时活动公告", Body = "<p>到明天结束。</p>" });
        await desk.EndAsync(article.Id, now.AddHours(2));
        await Assert.ThrowsAsync<ArticleEditException>(() => desk.ScheduleAsync(article.Id, now.AddHours(3)));
        await desk.ScheduleAsync(article.Id, now.AddHours(1));
        await Assert.ThrowsAsync<ArticleEditException>(() => desk.EndAsync(article.Id, now.AddMinutes(30)));
        var cleared = await desk.EndAsync(article.Id, null);
        Assert.True(cleared.Changed);
        Assert.False((await desk.EndAsync(article.Id, null)).Changed);
        await site.PassAsync(TimeSpan.FromHours(4));
        Assert.Equal(200, await site.StatusAsync(article.Path));
        await desk.EndAsync(article.Id, now.AddHours(5));
        await desk.EndAsync(article.Id, now.AddHours(6));
        await site.PassAsync(TimeSpan.FromMinutes(90));
        Assert.Equal(200, await site.StatusAsync(article.Path));
        await site.PassAsync(TimeSpan.FromMinutes(60));
        Assert.Equal(410, await site.StatusAsync(article.Path));
        await using var db = site.Store.CreateContext();
        Assert.Equal(4, await db.AuditEntries.CountAsync(e => e.Act == "article.end"));
    }

    [Fact]
    public async Task What_a_program_sends_changes_and_withdraws_stands_on_record_under_its_token()
    {
        await using var site = await TestSite.StartAsync();
        await using var db = site.Store.CreateContext();
        var token = (await new ApiTokens(db, site.Clock).AddAsync("robot", TokenScopes.Publish | TokenScopes.Draft | TokenScopes.Withdraw, null, null))!;
        foreach (var text in (string[])["大桥今天通车，两岸居民走上桥面。", "大桥今天通车，两岸居民走上桥面，交警在桥头指挥。"])
        {
            using var sent = new HttpRequestMessage(HttpMethod.Post, "/api/v1/articles") { Content = new StringContent($"---\nid: bridge\nheadline: 大桥通车\n---\n{text}\n", System.Text.Encoding.UTF8, "text/markdown") };
            sent.Headers.Authorization = new("Bearer", token);
            using var answer = await site.Client.SendAsync(sent);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }

        using (var gone = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/articles/bridge?reason=" + Uri.EscapeDataString("写错了")))
        {
            gone.Headers.Authorization = new("Bearer", token);
            using var answer = await site.Client.SendAsync(gone);
            Assert.Equal(204, (int)answer.StatusCode);
        }

        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.ArticleId != null).OrderBy(e => e.Id).ToListAsync();
        Assert.Equal([("api:robot", "article.create"), ("api:robot", "article.import"), ("api:robot", "article.withdraw")], entries.Select(e => (e.Actor, e.Act)));
        Assert.Equal("写错了", entries[^1].Reason);
        Assert.All(entries, e => Assert.Equal("大桥通车", e.Subject));

        // An archive that an operator imports fills no record; the ledger tells of it.
        await site.ImportAsync(AnArticle.Called("另一篇"));
        Assert.Equal(3, await db.AuditEntries.CountAsync(e => e.ArticleId != null));
    }
}
