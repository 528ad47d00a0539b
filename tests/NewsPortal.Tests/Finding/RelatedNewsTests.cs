using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Finding;

/// <summary>Related lists in a store of either kind.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RelatedNewsTests(PrivatePostgres server)
{
    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
    private static readonly string[] Birds = ["白鹭洲湿地迎来第一批候鸟", "候鸟飞抵白鹭洲湿地过冬", "白鹭洲湿地为候鸟修了一道浅滩", "摄影者在白鹭洲湿地拍到候鸟"];

    [Theory]
    [StoreKinds]
    public async Task An_article_is_never_related_to_itself_and_every_entry_has_a_reason(string kind)
    {
        using var test = await FilledAsync(kind);
        await using var db = test.Store.CreateContext();
        var all = await db.Related.ToListAsync();
        Assert.Equal(Birds.Length * (Birds.Length - 1), all.Count);
        Assert.DoesNotContain(all, r => r.ArticleId == r.RelatedId || r.Reasons.Length == 0);
    }

    [Theory]
    [StoreKinds]
    public async Task A_withdrawn_article_leaves_every_list(string kind)
    {
        using var test = await FilledAsync(kind);
        await using var db = test.Store.CreateContext();
        var gone = await db.Articles.Include(a => a.Body).OrderBy(a => a.Id).FirstAsync();
        await using (var edition = await Edition.BeginAsync(db, Clock, "editor"))
        {
            edition.Withdraw(gone, gone.Body!, "误发");
            await edition.CommitAsync();
        }

        Assert.Empty(await db.Related.Where(r => r.RelatedId == gone.Id || r.ArticleId == gone.Id).ToListAsync());
        Assert.Empty(await db.Terms.Where(t => t.ArticleId == gone.Id).ToListAsync());
        Assert.False(await db.TermVectors.AnyAsync(v => v.ArticleId == gone.Id));
    }

    // What an upgrade leaves: counts and terms gone, a mark, and every article waiting.
    [Theory]
    [StoreKinds]
    public async Task After_an_upgrade_the_backlog_brings_the_same_lists_again(string kind)
    {
        using var test = await FilledAsync(kind);
        await using var db = test.Store.CreateContext();
        var before = await ListsAsync(db);
        await db.Related.ExecuteDeleteAsync();
        await db.Terms.ExecuteDeleteAsync();
        await db.TermVectors.ExecuteDeleteAsync();
        await db.TermCounts.ExecuteDeleteAsync();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"TermCounts\" (\"TermId\", \"Articles\") VALUES (-1, 1)");
        await db.Articles.ExecuteUpdateAsync(a => a.SetProperty(x => x.RelatedDue, true));
        await new RelatedBacklog(test.Store, Clock).WorkOffAsync();
        Assert.NotEmpty(before);
        Assert.Equal(before, await ListsAsync(db));
    }

    private static async Task<List<(long Article, long Related, double Score)>> ListsAsync(Core.Storage.NewsDbContext db) =>
        (await db.Related.AsNoTracking().OrderBy(r => r.ArticleId).ThenBy(r => r.Rank).ToListAsync()).ConvertAll(r => (r.ArticleId, r.RelatedId, r.Score));

    private async Task<TestStore> FilledAsync(string kind)
    {
        var test = kind == StoreKindsAttribute.Postgres ? await TestStore.PostgresAsync(server) : await TestStore.SqliteAsync();
        using var folder = new TemporaryFolder();
        foreach (var (headline, i) in Birds.Select((h, i) => (h, i)))
        {
            var (path, text) = AnArticle.Called(headline).Under($"{i}.md").At($"2026-02-0{i + 1} 08:00:00").Saying($"第{i + 1}天，观鸟的人在白鹭洲湿地数候鸟。").ToFile();
            folder.Write(path, text);
        }

        await new ArticleImporter(test.Store, Clock).ImportAsync(InputReader.Read([folder.Path]), new ImportOptions("import", TimeZoneInfo.Utc));
        return test;
    }
}
