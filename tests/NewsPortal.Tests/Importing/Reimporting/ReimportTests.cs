using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Importing.Reimporting;

/// <summary>Today's importer over originals that an older one read.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class ReimportTests(PrivatePostgres server)
{
    private static readonly DateTime Edited = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [StoreKinds]
    public async Task What_a_machine_read_is_updated_and_what_a_person_wrote_stays(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(AnArticle.Called("桥通车").Under("城市/a.md").At("2026-11-20 08:00").With("kicker", "机器读的引题").With("tags", "[河流]").With("source", "海桥晚报"));
        var address = (await store.OnlyAsync()).Path;
        await store.ChangeAsync(article =>
        {
            article.Headline = "误读的旧标题";
            article.Tags.Clear();
            article.PublishedUtc = article.PublishedUtc.AddDays(-3);
            article.Kicker = "编辑写的引题";
            article.Body!.MarkEdited("kicker", "li", Edited);
        });

        Assert.Equal("added 0, revised 1, unchanged 0, rejected 0", (await store.ReimportAsync()).ToString());

        var article = await store.OnlyAsync();
        Assert.Equal("桥通车", article.Headline);
        Assert.Equal("河流", Assert.Single(article.Tags).Tag.Name);
        Assert.Equal(new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc), article.PublishedUtc);
        Assert.Equal("编辑写的引题", article.Kicker);
        Assert.Equal(("li", Edited), (article.Body!.Origins["kicker"]!.EditedBy, article.Body.Origins["kicker"]!.EditedUtc));
        Assert.Equal(address, article.Path);
        Assert.Equal(ReimportedStore.Clock.GetUtcNow().UtcDateTime, article.RevisedUtc);
        Assert.Equal(ContentHash.Of(article, article.Body), article.ContentHash);
        await using var db = store.Test.Store.CreateContext();
        Assert.Equal([ChangeKind.Published, ChangeKind.Revised], await db.Changes.Where(c => c.ArticleId == article.Id).OrderBy(c => c.Sequence).Select(c => c.Kind).ToListAsync());
        Assert.Equal(article.Id, Assert.Single(await ArticleSearch.RankAsync(db, "通车", 10)));
    }

    [Theory]
    [StoreKinds]
    public async Task A_second_run_finds_everything_unchanged_and_writes_nothing(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync([.. Enumerable.Range(1, 12).Select(i => AnArticle.Called($"第{i}号新闻").Under($"{i}.md").With("lastmod", "2026-11-21 09:00").At("2026-11-20 08:00").ToFile())]);
        await store.ChangeAsync(article => article.Body!.Text = article.Body.Html = "旧的正文");
        Assert.Equal(12, (await store.ReimportAsync()).Revised);
        var before = await StateAsync(store);
        Assert.Equal("added 0, revised 0, unchanged 12, rejected 0", (await store.ReimportAsync()).ToString());
        Assert.Equal(before, await StateAsync(store));
    }

    [Theory]
    [StoreKinds]
    public async Task An_import_read_again_at_once_is_unchanged(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(
            AnArticle.Called("有字段的一篇").Under("城市/a.md").At("2026-11-20 08:00").With("author", "张三、李四").With("cover", "missing.png").With("slug", "my-own").With("aliases", "[/old/a]").With("id", "one").ToFile(),
            ("b.txt", "轮渡恢复夜航\n2026-11-20 08:00 来源:海桥晚报\n海桥讯，今晚起轮渡恢复夜航，首班船七点半开出，码头上站满了等船的人。\n第二段也是正文，说的是票价和班次，一直到月底都不会变。\n责任编辑：王五"),
            ("c.html", "<html lang=zh><head><title>书店开门_某网</title><meta property=og:site_name content=某网></head><body><h1>书店开门</h1><p>老街的书店今天又开门了，门口排起了队，店主说他等这一天等了很久。<img src=\"https://x.example/a.png\"></p></body></html>"),
            ("d.md", "没有标题也没有日期的一段话，只有正文。"));
        var before = await StateAsync(store);
        Assert.Equal("added 0, revised 0, unchanged 4, rejected 0", (await store.ReimportAsync()).ToString());
        Assert.Equal(before, await StateAsync(store));
    }

    [Theory]
    [StoreKinds]
    public async Task A_dry_run_tells_and_writes_nothing(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(AnArticle.Called("桥通车").Under("a.md").With("tags", "[河流]"));
        await store.ChangeAsync(article =>
        {
            article.Headline = "旧标题";
            article.Tags.Clear();
        });
        await using var db = store.Test.Store.CreateContext();
        await db.Tags.ExecuteDeleteAsync();
        await db.OriginalUses.ExecuteUpdateAsync(u => u.SetProperty(x => x.ImporterVersion, 0));
        var before = await StateAsync(store);
        var told = new List<ImportResult>();
        Assert.Equal("added 0, revised 1, unchanged 0, rejected 0", (await store.ReimportAsync(dryRun: true, listener: new ReimportListener(told.Add))).ToString());
        Assert.Equal(["headline: 旧标题 → 桥通车", "tags: (none) → 河流"], Assert.Single(told).Changes!.Select(c => c.ToString()));
        Assert.Equal(before, await StateAsync(store));
        Assert.Equal("旧标题", (await store.OnlyAsync()).Headline);
        Assert.False(await db.Tags.AnyAsync());
    }

    [Theory]
    [StoreKinds]
    public async Task Everything_is_told_before_anything_is_written(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync([.. Enumerable.Range(1, 5).Select(i => AnArticle.Called($"第{i}号新闻").Under($"{i}.md").ToFile())]);
        await store.ChangeAsync(article => article.Headline = "旧标题");
        var log = new List<string>();
        await store.ReimportAsync(listener: new ReimportListener(_ => log.Add("told"), _ => log.Add("stored")));
        Assert.Equal([.. Enumerable.Repeat("told", 5), .. Enumerable.Repeat("stored", 5)], log);
    }

    [Theory]
    [StoreKinds]
    public async Task A_run_that_was_cut_off_is_finished_by_the_next(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync([.. Enumerable.Range(1, 30).Select(i => AnArticle.Called($"第{i}号新闻").Under($"{i}.md").Saying($"第{i}号新闻的正文写在这里。").ToFile())]);
        await store.ChangeAsync(article => article.Headline = $"误读 {article.Id}");
        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ReimportAsync(listener: new ReimportListener(Done: _ => cut.Cancel()), cancellationToken: cut.Token));
        var done = (await store.AllAsync()).Count(a => !a.Headline.StartsWith("误读", StringComparison.Ordinal));
        Assert.InRange(done, 1, 29);

        Assert.Equal($"added 0, revised {30 - done}, unchanged {done}, rejected 0", (await store.ReimportAsync()).ToString());

        Assert.DoesNotContain(await store.AllAsync(), a => a.Headline.StartsWith("误读", StringComparison.Ordinal));
        await using var db = store.Test.Store.CreateContext();
        Assert.Equal(30, await db.Changes.CountAsync(c => c.Kind == ChangeKind.Revised));
        Assert.False(await db.Articles.AnyAsync(a => a.RelatedDue));
    }

    [Theory]
    [StoreKinds]
    public async Task Only_what_a_version_or_a_later_one_read_is_read_again(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(AnArticle.Called("旧版本读的").Under("a.md"), AnArticle.Called("新版本读的").Under("b.md"));
        await store.ChangeAsync(article => article.Kicker = "误读的引题");
        await using var db = store.Test.Store.CreateContext();
        await db.OriginalUses.Where(u => u.Path == "a.md").ExecuteUpdateAsync(u => u.SetProperty(x => x.ImporterVersion, 0));
        Assert.Equal("added 0, revised 1, unchanged 0, rejected 0", (await store.ReimportAsync(since: 1)).ToString());
        Assert.Equal(["误读的引题", null], (await store.AllAsync()).Select(a => a.Kicker));
        Assert.Equal(1, (await store.ReimportAsync()).Revised);
        Assert.True(await db.OriginalUses.AllAsync(u => u.ImporterVersion == ArticleExtractor.Version));
    }

    [Theory]
    [StoreKinds]
    public async Task An_original_that_cannot_be_read_leaves_its_article_alone(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(AnArticle.Called("好的一篇").Under("a.md"), AnArticle.Called("坏的一篇").Under("b.md").Saying("另外的正文。"));
        await store.ChangeAsync(article => article.Kicker = "误读的引题");
        await using var db = store.Test.Store.CreateContext();
        var broken = await db.OriginalUses.SingleAsync(u => u.Path == "b.md");
        await db.Originals.Where(o => o.Hash == broken.OriginalHash).ExecuteUpdateAsync(o => o.SetProperty(x => x.Compressed, new byte[] { 1, 2, 3 }));
        var done = new List<ImportResult>();
        Assert.Equal("added 0, revised 1, unchanged 0, rejected 1", (await store.ReimportAsync(listener: new ReimportListener(Done: done.Add))).ToString());
        Assert.Contains("damaged", done.Single(r => r.Outcome == ImportOutcome.Rejected).Error, StringComparison.Ordinal);
        Assert.Equal([null, "误读的引题"], (await store.AllAsync()).Select(a => a.Kicker));
    }

    [Theory]
    [StoreKinds]
    public async Task Drafts_and_withdrawn_articles_are_read_again_and_stay_what_they_are(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(AnArticle.Called("草稿").Under("a.md").With("draft", "true"), AnArticle.Called("撤下的").Under("b.md").Saying("撤下的正文。"));
        await store.ChangeAsync(article =>
        {
            article.Kicker = "误读的引题";
            if (article.Status == ArticleStatus.Published)
            {
                article.Withdraw("测试", Edited);
            }
        });
        Assert.Equal(2, (await store.ReimportAsync()).Revised);
        Assert.Equal([(ArticleStatus.Draft, null), (ArticleStatus.Withdrawn, null)], (await store.AllAsync()).Select(a => (a.Status, a.Kicker)));
        await using var db = store.Test.Store.CreateContext();
        Assert.False(await db.Changes.AnyAsync(c => c.Kind == ChangeKind.Revised));
        Assert.Empty(await ArticleSearch.RankAsync(db, "撤下", 10));
    }

    private static async Task<(int Changes, string Versions, string Bodies, int Runs)> StateAsync(ReimportedStore store)
    {
        await using var db = store.Test.Store.CreateContext();
        var articles = await store.AllAsync();
        return (
            await db.Changes.CountAsync(),
            string.Join(',', articles.Select(a => $"{a.Id}:{a.Version}:{a.ContentHash}:{a.RevisedUtc:O}:{a.Path}")),
            string.Join(',', articles.Select(a => $"{a.Body!.Html}{a.Body.LedgerJson}{a.Body.OriginsJson}{a.Body.WarningsJson}"))
                + string.Join(',', await db.OriginalUses.OrderBy(u => u.Id).Select(u => u.ImporterVersion).ToListAsync()),
            await db.ImportRuns.CountAsync());
    }
}
