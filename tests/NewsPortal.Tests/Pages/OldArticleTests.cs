using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Pages;

/// <summary>The notice above articles of long ago; the site's day is 2026-11-24.</summary>
public sealed class OldArticleTests
{
    [Fact]
    public async Task An_article_older_than_a_year_says_so_outside_its_text_and_a_younger_one_does_not()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(Article("旧桥限重", "2023-07-07"), Article("新桥通车", "2026-11-20"));
        var old = await site.PageAsync("/2023/07/07/jiu-qiao-xian-zhong");
        Assert.Contains("2023年7月7日", old.QuerySelector("main > .old-notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(old.QuerySelector("article .old-notice"));
        Assert.Null((await site.PageAsync("/2026/11/20/xin-qiao-tong-che")).QuerySelector(".old-notice"));
    }

    [Fact]
    public async Task An_article_becomes_old_on_its_day_although_nobody_touched_it()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(Article("旧桥限重", "2025-11-25"), Article("新桥通车", "2026-11-20"));
        const string path = "/2025/11/25/jiu-qiao-xian-zhong";
        Assert.Null((await site.PageAsync(path)).QuerySelector(".old-notice"));
        await site.PassAsync(TimeSpan.FromDays(1));
        Assert.NotNull((await site.PageAsync(path)).QuerySelector(".old-notice"));
    }

    private static (string Path, string Text) Article(string headline, string day) =>
        ($"城市/{headline}.md", $"---\ntitle: {headline}\ndate: {day} 08:00\n---\n{headline}的消息今天传开，江边的人都来看。\n");
}
