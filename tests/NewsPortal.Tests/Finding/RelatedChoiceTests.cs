using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Finding;

/// <summary>What editors decide about related lists, in a store of either kind.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RelatedChoiceTests(PrivatePostgres server)
{
    private const string Soup = "老街的汤圆店添了一口锅";

    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
    private static readonly string[] Birds = ["白鹭洲湿地迎来第一批候鸟", "候鸟飞抵白鹭洲湿地过冬", "白鹭洲湿地为候鸟修了一道浅滩", "摄影者在白鹭洲湿地拍到候鸟"];

    [Theory]
    [StoreKinds]
    public async Task A_pinned_article_stands_first_though_nothing_joins_the_two(string kind)
    {
        using var test = await FilledAsync(kind);
        await using var db = test.Store.CreateContext();
        var (owner, soup) = (await IdAsync(db, Birds[0]), await IdAsync(db, Soup));
        Assert.DoesNotContain(soup, await ListAsync(db, owner));
        await Desk(test).PinAsync(owner, soup);
        Assert.Equal(soup, (await ListAsync(db, owner))[0]);
        Assert.Equal(4, (await ListAsync(db, owner)).Count);
        Assert.DoesNotContain(owner, await ListAsync(db, soup));
    }

    [Theory]
    [StoreKinds]
    public async Task An_excluded_article_stays_out_whatever_is_published_or_revised_later(string kind)
    {
        using var test = await FilledAsync(kind);
        await using var db = test.Store.CreateContext();
        var (owner, other) = (await IdAsync(db, Birds[0]), await IdAsync(db, Birds[1]));
        await Desk(test).ExcludeAsync(owner, other);
        Assert.DoesNotContain(other, await ListAsync(db, owner));
        Assert.Contains(owner, await ListAsync(db, other));
        await ImportAsync(test, Birds[1], "9.md", "观鸟的人又来了，在白鹭洲湿地数候鸟。", "1.md");
        await ImportAsync(test, "白鹭洲湿地的候鸟今年来得早", "8.md", "第九天，观鸟的人在白鹭洲湿地数候鸟。");
        Assert.DoesNotContain(other, await ListAsync(db, owner));
        Assert.Contains(await IdAsync(db, "白鹭洲湿地的候鸟今年来得早"), await ListAsync(db, owner));
    }

    [Theory]
    [StoreKinds]
    public async Task A_reprint_of_an_excluded_article_does_not_take_its_place(string kind)
    {
        using var test = await FilledAsync(kind);
        await using var db = test.Store.CreateContext();
        const string report = "观鸟的人清晨五点就到了白鹭洲湿地，他们带着望远镜和热水，数到第一千二百只候鸟的时候太阳才出来。管理处说，浅滩是去年秋天修的，水深不到三十厘米，正好让候鸟站住脚。今年冬天还要再修两道。";
        await ImportAsync(test, "清晨五点，白鹭洲湿地的数鸟人", "7.md", report);
        var (owner, first) = (await IdAsync(db, Birds[0]), await IdAsync(db, "清晨五点，白鹭洲湿地的数鸟人"));
        Assert.Contains(first, await ListAsync(db, owner));
        await Desk(test).ExcludeAsync(owner, first);
        await ImportAsync(test, "数到一千二百只候鸟，白鹭洲湿地的早晨", "6.md", report);
        var reprint = await db.Articles.AsNoTracking().SingleAsync(a => a.Headline == "数到一千二百只候鸟，白鹭洲湿地的早晨");
        Assert.Equal(await db.Articles.Where(a => a.Id == first).Select(a => a.ReportId).SingleAsync(), reprint.ReportId);
        Assert.DoesNotContain(reprint.Id, await ListAsync(db, owner));
    }

    [Theory]
    [StoreKinds]
    public async Task A_withdrawn_pin_leaves_the_list_and_comes_back_with_its_article(string kind)
    {
        using var test = await FilledAsync(kind);
        await using var db = test.Store.CreateContext();
        var (owner, soup) = (await IdAsync(db, Birds[0]), await IdAsync(db, Soup));
        await Desk(test).PinAsync(owner, soup);
        var article = await db.Articles.Include(a => a.Body).SingleAsync(a => a.Id == soup);
        await using (var edition = await Edition.BeginAsync(db, Clock, "editor"))
        {
            edition.Withdraw(article, article.Body!, "误发");
            await edition.CommitAsync();
        }

        Assert.DoesNotContain(soup, await ListAsync(db, owner));
        await using (var edition = await Edition.BeginAsync(db, Clock, "editor"))
        {
            edition.Restore(article, article.Body!);
            await edition.CommitAsync();
        }

        Assert.Equal(soup, (await ListAsync(db, owner))[0]);
    }

    [Theory]
    [StoreKinds]
    public async Task What_is_released_is_left_to_the_computation_and_the_ledger_tells_all(string kind)
    {
        using var test = await FilledAsync(kind);
        await using var db = test.Store.CreateContext();
        var (owner, other) = (await IdAsync(db, Birds[0]), await IdAsync(db, Birds[1]));
        var before = await ListAsync(db, owner);
        await Desk(test).ExcludeAsync(owner, other);
        await Desk(test).ReleaseAsync(owner, other);
        Assert.Equal(before, await ListAsync(db, owner));
        Assert.Equal(2, await db.Changes.CountAsync(c => c.Kind == ChangeKind.Site && c.Actor == "wang"));
    }

    [Theory]
    [StoreKinds]
    public async Task What_cannot_be_decided_is_refused_with_the_reason(string kind)
    {
        using var test = await FilledAsync(kind);
        await using var db = test.Store.CreateContext();
        var (owner, soup) = (await IdAsync(db, Birds[0]), await IdAsync(db, Soup));
        Assert.Contains("same report", (await Assert.ThrowsAsync<RelatedChoiceException>(() => Desk(test).PinAsync(owner, owner))).Message, StringComparison.Ordinal);
        Assert.Contains("12345", (await Assert.ThrowsAsync<RelatedChoiceException>(() => Desk(test).PinAsync(owner, 12345))).Message, StringComparison.Ordinal);
        Assert.Contains("neither", (await Assert.ThrowsAsync<RelatedChoiceException>(() => Desk(test).ReleaseAsync(owner, soup))).Message, StringComparison.Ordinal);
        Assert.Empty(await db.RelatedChoices.ToListAsync());
    }

    [Theory]
    [StoreKinds]
    public async Task A_title_that_the_capture_listed_raises_a_related_article_and_brings_in_no_other(string kind)
    {
        using var test = await FilledAsync(kind);
        await using var db = test.Store.CreateContext();
        var owner = await IdAsync(db, Birds[0]);
        var before = await ListAsync(db, owner);
        var scores = await db.Related.AsNoTracking().Where(r => r.ArticleId == owner).ToDictionaryAsync(r => r.RelatedId, r => r.Score);
        var last = before[^1];
        var lastHeadline = await db.Articles.Where(a => a.Id == last).Select(a => a.Headline).SingleAsync();
        await db.Bodies.Where(b => b.ArticleId == owner).ExecuteUpdateAsync(b => b.SetProperty(x => x.Listed, $"{Soup}\n{lastHeadline}"));
        await Desk(test).PinAsync(owner, last);
        await Desk(test).ReleaseAsync(owner, last);
        var raised = await db.Related.AsNoTracking().Where(r => r.ArticleId == owner).ToDictionaryAsync(r => r.RelatedId, r => r.Score);
        Assert.True(raised[last] > scores[last]);
        Assert.All(before.SkipLast(1), id => Assert.Equal(scores[id], raised[id]));
        Assert.DoesNotContain(await IdAsync(db, Soup), await ListAsync(db, owner));
    }

    private static RelatedDesk Desk(TestStore test) => new(test.Store, Clock, "wang");

    private static Task<long> IdAsync(NewsDbContext db, string headline) => db.Articles.Where(a => a.Headline == headline).Select(a => a.Id).SingleAsync();

    private static async Task<List<long>> ListAsync(NewsDbContext db, long owner) => (await RelatedLink.OfAsync(db, owner)).ConvertAll(r => r.Article.Id);

    private static async Task ImportAsync(TestStore test, string headline, string file, string text, string? under = null)
    {
        using var folder = new TemporaryFolder();
        var (path, content) = AnArticle.Called(headline).Under(under ?? file).At("2026-02-06 08:00:00").Saying(text).ToFile();
        folder.Write(path, content);
        await new ArticleImporter(test.Store, Clock).ImportAsync(InputReader.Read([folder.Path]), new ImportOptions("import", TimeZoneInfo.Utc));
    }

    private async Task<TestStore> FilledAsync(string kind)
    {
        var test = kind == StoreKindsAttribute.Postgres ? await TestStore.PostgresAsync(server) : await TestStore.SqliteAsync();
        foreach (var (headline, i) in Birds.Append(Soup).Index().Select(x => (x.Item, x.Index)))
        {
            await ImportAsync(test, headline, $"{i}.md", i < Birds.Length ? $"第{i + 1}天，观鸟的人在白鹭洲湿地数候鸟。" : "汤圆店的老板说，芝麻要炒到裂口才香。");
        }

        return test;
    }
}
