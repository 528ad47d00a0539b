using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Finding;

/// <summary>Reprints found in a store, whatever was done to them.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class ReportGroupTests(PrivatePostgres server)
{
    private const string Report =
        "云川市新图书馆今天上午开馆，首日接待读者八千余人。新馆建在旧船厂的滑道上，阅览大厅可以看见江面，共有座位一千二百个。"
        + "馆长说，开放时间从早上八点到晚上十点，周六周日不休息。儿童区设在二楼，铺着软木地板，孩子们可以坐着看，也可以躺着看。"
        + "下午的讲座请来了老船工郑师傅，他讲了滑道是怎样一根一根铺起来的，台下坐满了人。";

    private const string Other =
        "海桥镇的渡口今天恢复通航，第一班船坐了四十个人。停航的一个月里，镇上的人都绕大桥走，一趟要多花半个钟头。"
        + "船长说，往后每天早晚各多开一班，周末还有夜船，票价不变，老人和孩子减半，自行车可以推上船来。";

    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    [Theory]
    [StoreKinds]
    public async Task Copies_with_other_headlines_widths_cuts_and_order_are_one_report_and_a_digest_is_none(string kind)
    {
        using var test = await TestStore.OpenAsync(kind, server);
        var sentences = Report.Split('。', StringSplitOptions.RemoveEmptyEntries);
        await test.ImportAsync(
            Clock,
            null,
            Article("图书馆开馆", Report),
            Article("转载：新馆迎客", Report.Replace('，', ',').Replace('。', '.')),
            Article("首日八千人", Report[..(Report.Length * 4 / 10)]),
            Article("滑道上的书", string.Concat(sentences.Reverse().Select(s => s + "。"))),
            Article("渡口复航", Other),
            Article("一周要闻", Other + string.Concat(Enumerable.Range(0, 40).Select(i => $"第{i}件事发生在第{i * 7}号码头，那里停着{i * 3}条船，船上有{i * 11}个人在等天亮。")) + Report));

        await using var db = test.Store.CreateContext();
        var groups = await db.Articles.GroupBy(a => a.ReportId).Select(g => g.Count()).ToListAsync();
        Assert.Equal([1, 1, 4], groups.Order());
        Assert.All(await db.Articles.ToListAsync(), a => Assert.True(a.ReportId <= a.Id));
    }

    [Theory]
    [StoreKinds]
    public async Task What_only_a_withdrawn_copy_held_together_falls_apart_and_comes_together_when_it_is_restored(string kind)
    {
        using var test = await TestStore.OpenAsync(kind, server);
        await test.ImportAsync(
            Clock, null, Article("图书馆开馆", Report), Article("开馆与复航", Report + Other).With("id", "bridge"), Article("渡口复航", Other));
        Assert.Equal(1, await GroupsAsync(test));

        await ChangeAsync(test, (edition, article) => edition.Withdraw(article, article.Body!, "错稿"));
        Assert.Equal(3, await GroupsAsync(test));
        await ChangeAsync(test, (edition, article) => edition.Restore(article, article.Body!));
        Assert.Equal(1, await GroupsAsync(test));
    }

    [Theory]
    [StoreKinds]
    public async Task A_copy_that_was_rewritten_leaves_its_group(string kind)
    {
        using var test = await TestStore.OpenAsync(kind, server);
        var copy = Article("转载：新馆迎客", Report).With("id", "copy").Under("copy.md");
        await test.ImportAsync(Clock, null, Article("图书馆开馆", Report), copy);
        Assert.Equal(1, await GroupsAsync(test));

        await test.ImportAsync(Clock, null, Article("转载：新馆迎客", Other).With("id", "copy").Under("copy.md"));
        Assert.Equal(2, await GroupsAsync(test));
    }

    private static AnArticle Article(string headline, string text) => AnArticle.Called(headline).At("2026-11-20 08:00").Saying(text);

    private static async Task<int> GroupsAsync(TestStore test)
    {
        await using var db = test.Store.CreateContext();
        return await db.Articles.Select(a => a.ReportId).Distinct().CountAsync();
    }

    private static async Task ChangeAsync(TestStore test, Action<Edition, Article> change)
    {
        await using var db = test.Store.CreateContext();
        await using var edition = await Edition.BeginAsync(db, Clock, "editor");
        change(edition, await db.Articles.Include(a => a.Body).SingleAsync(a => a.ExternalId == "bridge"));
        await edition.CommitAsync();
    }
}
