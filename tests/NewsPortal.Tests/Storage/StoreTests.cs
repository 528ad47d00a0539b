using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Storage;

/// <summary>What must hold on both databases.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class StoreTests(PrivatePostgres server)
{
    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));


    [Theory]
    [StoreKinds]
    public async Task The_model_has_no_change_that_the_migrations_lack(string kind)
    {
        using var test = await OpenAsync(kind);
        await using var db = test.Store.CreateContext();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory]
    [StoreKinds]
    public async Task Two_articles_of_one_day_cannot_share_a_slug(string kind)
    {
        using var test = await OpenAsync(kind);
        await ImportAsync(test, AnArticle.Called("桥通车").At("2026-11-20 08:00"));
        await using var db = test.Store.CreateContext();
        var first = await db.Articles.SingleAsync();
        db.Articles.Add(new Article { Day = first.Day, Slug = first.Slug, Headline = "另一篇", SectionId = first.SectionId, PublishedUtc = first.PublishedUtc, CreatedUtc = first.CreatedUtc, UpdatedUtc = first.UpdatedUtc });
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Theory]
    [StoreKinds]
    public async Task The_same_folder_twice_changes_nothing(string kind)
    {
        using var test = await OpenAsync(kind);
        (string, string)[] files = [AnArticle.Called("桥通车").Under("a.md"), AnArticle.Called("书店开门").Under("b.md").Saying("老街的书店今天又开门了，门口排起了队。")];
        var first = await ImportAsync(test, files);
        var rows = await LedgerAsync(test);
        var second = await ImportAsync(test, files);
        Assert.Equal("added 2, revised 0, unchanged 0, rejected 0", first.ToString());
        Assert.Equal("added 0, revised 0, unchanged 2, rejected 0", second.ToString());
        Assert.Equal(rows.Count, (await LedgerAsync(test)).Count);
    }

    [Theory]
    [StoreKinds]
    public async Task A_changed_file_revises_its_article_and_keeps_its_address(string kind)
    {
        using var test = await OpenAsync(kind);
        await ImportAsync(test, AnArticle.Called("桥通车").Under("a.md").Saying("大桥今天上午通车，首日车流平稳。"));
        await using var before = test.Store.CreateContext();
        var address = (await before.Articles.SingleAsync()).Path;
        var report = await ImportAsync(test, AnArticle.Called("桥通车").Under("a.md").Saying("大桥今天上午通车，首日车流平稳，晚间亮灯。"));
        await using var db = test.Store.CreateContext();
        var article = await db.Articles.Include(a => a.Body).SingleAsync();
        Assert.Equal("added 0, revised 1, unchanged 0, rejected 0", report.ToString());
        Assert.Equal(address, article.Path);
        Assert.Contains("晚间亮灯", article.Body!.Text, StringComparison.Ordinal);
        Assert.NotNull(article.RevisedUtc);
        Assert.Equal([ChangeKind.Published, ChangeKind.Revised], (await LedgerAsync(test)).Where(c => c.ArticleId == article.Id).Select(c => c.Kind));
    }

    [Theory]
    [StoreKinds]
    public async Task One_bad_file_never_stops_a_batch(string kind)
    {
        using var test = await OpenAsync(kind);
        var results = new List<ImportResult>();
        var report = await ImportAsync(
            test, results.Add, ("a.md", "---\nheadline: [\n---\n\n正文。"), AnArticle.Called("好的一篇").Under("b.md"), ("c.txt", string.Empty));
        Assert.Equal("added 1, revised 0, unchanged 0, rejected 2", report.ToString());
        var refused = results.First(r => r.Path.EndsWith("a.md", StringComparison.Ordinal));
        Assert.Equal(ImportOutcome.Rejected, refused.Outcome);
        Assert.False(string.IsNullOrWhiteSpace(refused.Error));
        Assert.True(refused.ErrorLine > 0, "the line of the fault is named");
    }

    [Theory]
    [StoreKinds]
    public async Task Many_changed_files_are_all_revised(string kind)
    {
        using var test = await OpenAsync(kind);
        (string, string)[] Files(string ending) => [.. Enumerable.Range(1, 40).Select(i => AnArticle
            .Called($"第{i}号新闻").Under($"城市/{i}.md").With("tags", $"[河流, 桥{i % 3}]").With("source", "海桥晚报").With("author", $"记者{i % 4}")
            .Saying($"第{i}号新闻的正文写在这里，{ending}").ToFile())];
        Assert.Equal("added 40, revised 0, unchanged 0, rejected 0", (await ImportAsync(test, Files("第一版。"))).ToString());
        Assert.Equal("added 0, revised 40, unchanged 0, rejected 0", (await ImportAsync(test, Files("第二版。"))).ToString());
        await using var db = test.Store.CreateContext();
        Assert.Equal(2 + 3 + 1, await db.Sections.CountAsync() + await db.Tags.CountAsync() + await db.Sources.CountAsync());
    }

    [Theory]
    [StoreKinds]
    public async Task Articles_of_one_day_under_one_long_headline_all_get_an_address(string kind)
    {
        using var test = await OpenAsync(kind);
        var headline = string.Concat(Enumerable.Repeat("双江湾窗床", 6));
        (string, string)[] files = [.. Enumerable.Range(1, 12).Select(i => AnArticle.Called(headline).Under($"{i}.md").At("2026-11-20").Saying($"第{i}份稿件各有各的正文。").ToFile())];
        Assert.Equal("added 12, revised 0, unchanged 0, rejected 0", (await ImportAsync(test, files)).ToString());
        await using var db = test.Store.CreateContext();
        Assert.All(await db.Articles.Select(a => a.Slug).ToListAsync(), s => Assert.Matches("^[a-z0-9-]{1,60}$", s));
    }

    [Theory]
    [StoreKinds]
    public async Task The_last_version_of_an_id_wins_even_within_one_file(string kind)
    {
        using var test = await OpenAsync(kind);
        var rows = string.Join('\n', Enumerable.Range(1, 3).Select(i => $$"""{"id":"one","title":"同一篇","date":"2026-11-20","text":"这是第{{i}}个版本的正文。"}"""));
        Assert.Equal("added 1, revised 2, unchanged 0, rejected 0", (await ImportAsync(test, ("rows.jsonl", rows))).ToString());
        await using var db = test.Store.CreateContext();
        Assert.Equal("这是第3个版本的正文。", (await db.Bodies.SingleAsync()).Text);
        Assert.Equal("added 0, revised 0, unchanged 1, rejected 0", (await ImportAsync(test, ("rows.jsonl", rows.Split('\n')[^1]))).ToString());
    }

    [Theory]
    [StoreKinds]
    public async Task A_file_that_is_given_an_id_stays_the_same_article(string kind)
    {
        using var test = await OpenAsync(kind);
        await ImportAsync(test, AnArticle.Called("桥通车").Under("a.md"));
        Assert.Equal("added 0, revised 1, unchanged 0, rejected 0", (await ImportAsync(test, AnArticle.Called("桥通车").Under("a.md").With("id", "bridge-1"))).ToString());
        await using var db = test.Store.CreateContext();
        Assert.Equal("bridge-1", (await db.Articles.SingleAsync()).ExternalId);
    }

    [Theory]
    [StoreKinds]
    public async Task A_scheduled_article_that_becomes_a_draft_again_is_not_published(string kind)
    {
        using var test = await OpenAsync(kind);
        await ImportAsync(test, AnArticle.Called("明天的新闻").Under("a.md").At("2026-11-24 12:00:00"));
        await ImportAsync(test, AnArticle.Called("明天的新闻").Under("a.md").At("2026-11-24 12:00:00").With("draft", "true"));
        await using var db = test.Store.CreateContext();
        Assert.Equal(0, await DueArticles.PublishAsync(db, new FixedClock(new DateTimeOffset(2026, 11, 25, 4, 0, 1, TimeSpan.Zero))));
        Assert.Equal(ArticleStatus.Draft, (await db.Articles.SingleAsync()).Status);
    }

    [Theory]
    [StoreKinds]
    public async Task A_public_article_cannot_be_moved_into_the_future_by_its_file(string kind)
    {
        using var test = await OpenAsync(kind);
        await ImportAsync(test, AnArticle.Called("桥通车").Under("a.md").At("2026-11-20 08:00"));
        var warned = new List<ImportResult>();
        await ImportAsync(test, warned.Add, AnArticle.Called("桥通车").Under("a.md").At("2031-11-20 08:00"));
        await using var db = test.Store.CreateContext();
        Assert.Equal(2026, (await db.Articles.Visible().SingleAsync()).PublishedUtc.Year);
        Assert.Contains(warned.Single().Warnings!, w => w.Message.Contains("lies ahead", StringComparison.Ordinal));
    }

    [Theory]
    [StoreKinds]
    public async Task Every_original_is_kept_byte_for_byte(string kind)
    {
        using var test = await OpenAsync(kind);
        (string Path, string Text) file = AnArticle.Called("桥通车").Under("a.md");
        await ImportAsync(test, file);
        await using var db = test.Store.CreateContext();
        var original = await db.Originals.SingleAsync();
        using var unpacked = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(new MemoryStream(original.Compressed), System.IO.Compression.CompressionMode.Decompress))
        {
            brotli.CopyTo(unpacked);
        }

        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(file.Text), unpacked.ToArray());
    }

    [Theory]
    [StoreKinds]
    public async Task The_ledgers_chain_holds_and_a_tampered_row_is_named(string kind)
    {
        using var test = await OpenAsync(kind);
        await ImportAsync(test, [.. Enumerable.Range(1, 6).Select(i => AnArticle.Called($"第{i}篇新闻").Saying($"这是第{i}篇的正文，内容各不相同。").ToFile())]);
        await using var db = test.Store.CreateContext();
        Assert.Null(await ChangeLedger.FirstFaultAsync(db));
        await db.Changes.Where(c => c.Sequence == 4).ExecuteUpdateAsync(c => c.SetProperty(x => x.Actor, "someone"));
        Assert.Equal(4, await ChangeLedger.FirstFaultAsync(db));
    }

    [Theory]
    [StoreKinds]
    public async Task A_change_without_a_transaction_is_refused(string kind)
    {
        using var test = await OpenAsync(kind);
        await using var db = test.Store.CreateContext();
        await Assert.ThrowsAsync<InvalidOperationException>(() => ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Clock, AtUtc = Clock.NowUtc(), Actor = "clock" }], []));
    }

    [Theory]
    [StoreKinds]
    public async Task A_withdrawn_article_leaves_search_and_every_related_list(string kind)
    {
        using var test = await OpenAsync(kind);
        await ImportAsync(test, [.. Fleet(8)]);
        await using var db = test.Store.CreateContext();
        var gone = await db.Articles.WithEverything().OrderBy(a => a.Id).FirstAsync();
        Assert.True(await db.Related.AnyAsync(r => r.RelatedId == gone.Id), "it stands in some list before");
        await using (var edition = await Edition.BeginAsync(db, Clock, "operator"))
        {
            edition.Withdraw(gone, gone.Body!, "写错了");
            await edition.CommitAsync();
        }

        Assert.False(await db.Related.AnyAsync(r => r.RelatedId == gone.Id || r.ArticleId == gone.Id));
        Assert.DoesNotContain(gone.Id, await ArticleSearch.RankAsync(db, "轮渡", 50));
        Assert.Null(await ChangeLedger.FirstFaultAsync(db));
    }

    [Theory]
    [StoreKinds]
    public async Task A_publish_enters_its_neighbours_related_lists_at_once(string kind)
    {
        using var test = await OpenAsync(kind);
        await ImportAsync(test, [.. Fleet(4)]);
        await using var db = test.Store.CreateContext();
        var section = await db.Sections.FirstAsync();
        var article = new Article
        {
            Headline = "海桥轮渡添新船",
            Day = 20261124,
            Slug = "new-ferry",
            Section = section,
            PublishedUtc = Clock.NowUtc().AddMinutes(-1),
            CreatedUtc = Clock.NowUtc(),
        };
        var body = new ArticleBody { Html = "<p>x</p>", Text = "海桥轮渡的新船停在码头，渡船上的书架换成了整面墙，来看热闹的人挤满栈桥。" };
        await using (var edition = await Edition.BeginAsync(db, Clock, "editor"))
        {
            edition.Publish(article, body);
            await edition.CommitAsync();
        }

        Assert.True(await db.Related.AnyAsync(r => r.ArticleId == article.Id), "it has a list");
        Assert.True(await db.Related.AnyAsync(r => r.RelatedId == article.Id), "it stands in others' lists");
        Assert.False(await db.Related.AnyAsync(r => r.RelatedId == r.ArticleId), "no article is related to itself");
    }

    [Theory]
    [StoreKinds]
    public async Task Search_finds_what_readers_type(string kind)
    {
        using var test = await OpenAsync(kind);
        await ImportAsync(
            test,
            AnArticle.Called("工信部公布5G牌照名单").Under("a.md").Saying("今天公布的名单里有四家运营商。"),
            AnArticle.Called("臺灣來的茶農").Under("b.md").Saying("他在霧嶺種了三十年茶，茶園裡也有安全java課。"),
            AnArticle.Called("雨中的灯塔").Under("c.md").Saying("守塔人说，下雨的夜里灯更要亮。"));
        await using var db = test.Store.CreateContext();
        Assert.Equal("工信部公布5G牌照名单", await FirstAsync(db, "信部"));
        Assert.Equal("工信部公布5G牌照名单", await FirstAsync(db, "５ｇ 牌照"));
        Assert.Equal("臺灣來的茶農", await FirstAsync(db, "台湾"));
        Assert.Equal("臺灣來的茶農", await FirstAsync(db, "安全java"));
        Assert.Equal("雨中的灯塔", await FirstAsync(db, "雨"));
        Assert.Empty(await ArticleSearch.RankAsync(db, "龘龘龘", 10));
        foreach (var odd in (string[])["\"", "'", "*", "a OR b", "NEAR(", "\\", "%_", "：", "\0", "☃", "-", "^a", "{x}:y", new string('字', 5000)])
        {
            await ArticleSearch.RankAsync(db, odd, 10);
        }
    }

    [Theory]
    [StoreKinds]
    public async Task A_scheduled_article_is_published_once_when_its_moment_comes(string kind)
    {
        using var test = await OpenAsync(kind);
        await ImportAsync(test, AnArticle.Called("明天的新闻").At("2026-11-24 12:00:00"));
        await using var db = test.Store.CreateContext();
        Assert.False(await db.Articles.Visible().AnyAsync());
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 24, 4, 0, 1, TimeSpan.Zero));
        Assert.Equal(1, await DueArticles.PublishAsync(db, clock));
        Assert.Equal(0, await DueArticles.PublishAsync(db, clock));
        Assert.True(await db.Articles.Visible().AnyAsync());
        Assert.Single(await LedgerAsync(test), c => c.Kind == ChangeKind.Published);
    }

    [Theory]
    [StoreKinds]
    public async Task Nodes_that_see_the_same_due_articles_publish_each_once_and_none_of_them_fails(string kind)
    {
        using var test = await OpenAsync(kind);
        await ImportAsync(test, [.. Enumerable.Range(1, 12).Select(n => AnArticle.Called($"明天的第{n}条新闻").Under($"{n}.md").At("2026-11-24 12:00:00"))]);
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 24, 4, 0, 1, TimeSpan.Zero));
        var published = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = test.Store.CreateContext();
            return await DueArticles.PublishAsync(db, clock);
        })));
        Assert.Equal(12, published.Sum());
        Assert.Equal(12, (await LedgerAsync(test)).Count(c => c.Kind == ChangeKind.Published));
    }

    [Theory]
    [StoreKinds]
    public async Task Removed_samples_leave_nothing_behind(string kind)
    {
        using var test = await OpenAsync(kind);
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in Fleet(5).Append(AnArticle.Called("自己的稿件").Under("own.md").Saying("这一篇是编辑自己的，不是示例。").ToFile()))
        {
            folder.Write(path, text);
        }

        folder.Write(".samples", string.Join('\n', Fleet(5).Select(f => f.Path)));
        await new ArticleImporter(test.Store, Clock).ImportAsync(
            InputReader.Read([folder.Path]), new ImportOptions("import", TimeZoneInfo.Utc, IsSample: SampleContent.In(folder.Path)));
        Assert.Equal(5, await Samples.RemoveAsync(test.Store, Clock));
        await using var db = test.Store.CreateContext();
        Assert.Equal("自己的稿件", (await db.Articles.SingleAsync()).Headline);
        Assert.Empty(await db.Related.ToListAsync());
        Assert.Empty(await ArticleSearch.RankAsync(db, "轮渡", 10));
        Assert.Equal(1, await db.Originals.CountAsync());
        Assert.Equal(1, await TermStatistics.ArticlesAsync(db));
    }

    [PostgresFact]
    public async Task The_same_queries_find_the_same_articles_on_both_databases()
    {
        using var sqlite = await OpenAsync(StoreKindsAttribute.Sqlite);
        using var postgres = await OpenAsync(StoreKindsAttribute.Postgres);
        (string, string)[] files = [.. Fleet(30)];
        await ImportAsync(sqlite, files);
        await ImportAsync(postgres, files);
        await using var one = sqlite.Store.CreateContext();
        await using var other = postgres.Store.CreateContext();
        foreach (var query in (string[])["轮渡", "书", "第3号", "码头 书架", "号船停在码头", "第7号船 49本", "没有的词 轮渡"])
        {
            var found = await ArticleSearch.RankAsync(one, query, 100);
            Assert.Equal(found.Order(), (await ArticleSearch.RankAsync(other, query, 100)).Order());
            Assert.NotEmpty(found);
        }

        Assert.Equal(await one.Articles.CountAsync(), await other.Articles.CountAsync());
        Assert.Equal(
            await one.Related.OrderBy(r => r.ArticleId).ThenBy(r => r.Rank).Select(r => r.RelatedId).ToListAsync(),
            await other.Related.OrderBy(r => r.ArticleId).ThenBy(r => r.Rank).Select(r => r.RelatedId).ToListAsync());
    }

    private Task<TestStore> OpenAsync(string kind) => TestStore.OpenAsync(kind, server);

    // Different reports of one subject: related, and no reprints of each other.
    private static IEnumerable<(string Path, string Text)> Fleet(int count) => Enumerable.Range(1, count).Select(i => AnArticle
        .Called($"海桥轮渡第{i}号船首航").Under($"ferry-{i}.md").At($"2026-11-{(i % 22) + 1:00} 08:00")
        .Saying($"海桥轮渡第{i}号船停在码头。" + string.Concat(Enumerable.Range(0, 30).Select(j => (char)(0x4E10 + (((i * 977) + (j * 131)) % 8000)))) + $"。渡船上的书架有{i * 7}本书。").ToFile());

    private static Task<ImportReport> ImportAsync(TestStore test, params (string Path, string Text)[] files) => ImportAsync(test, null, files);

    private static Task<ImportReport> ImportAsync(TestStore test, Action<ImportResult>? stored, params (string Path, string Text)[] files) =>
        test.ImportAsync(Clock, stored, files);

    private static async Task<List<Change>> LedgerAsync(TestStore test)
    {
        await using var db = test.Store.CreateContext();
        return await db.Changes.AsNoTracking().Where(c => c.ArticleId != null).OrderBy(c => c.Sequence).ToListAsync();
    }

    private static async Task<string?> FirstAsync(NewsDbContext db, string query)
    {
        var ids = await ArticleSearch.RankAsync(db, query, 1);
        var id = ids.Count > 0 ? ids[0] : -1;
        return await db.Articles.Where(a => a.Id == id).Select(a => a.Headline).FirstOrDefaultAsync();
    }
}
