using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Api;

namespace NewsPortal.Tests.Api;

/// <summary>What a page of a long list costs: the store's own plans, and walks through filters that no index holds.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class ArticleWalkTests(PrivatePostgres server)
{
    private const int Count = 9000;
    private const int Common = 3000;

    [Theory]
    [StoreKinds]
    public async Task No_page_sorts_or_scans_the_archive(string kind)
    {
        using var test = await FillAsync(kind);
        await using var db = test.Store.CreateContext();
        var middle = new ArticlePlace(At(Count / 2), Count / 2);
        foreach (var filter in new[] { new(), new() { SectionId = 1 }, new() { SourceId = 1 }, new() { StoryId = 7 }, new() { SectionId = 2, FromUtc = At(100), BeforeUtc = At(Count - 100) }, new ArticleFilter { FromUtc = At(5), BeforeUtc = At(50) } })
        {
            foreach (var after in new ArticlePlace?[] { null, middle })
            {
                var plan = await PlanAsync(db, new ArticleWalk(db, filter).Query(after, 21));
                Assert.True(IsBounded(plan, maySort: false), $"{filter}\n{plan}");
            }
        }

        foreach (var filter in new[] { new() { SectionId = 1, SourceId = 1 }, new() { TagId = 1 }, new ArticleFilter { TagId = 1, AuthorId = 1, SectionId = 2 } })
        {
            // What is sorted here is one window at most.
            var plan = await PlanAsync(db, new ArticleWalk(db, filter).Query(middle, 21));
            Assert.True(IsBounded(plan, maySort: true), $"{filter}\n{plan}");
        }

        var few = await PlanAsync(db, new ArticleWalk(db, new ArticleFilter { TagId = 2 }).Query([.. Enumerable.Range(1, 90).Select(i => i * 100L)]));
        Assert.True(kind == StoreKindsAttribute.Postgres ? !few.Contains("Seq Scan on \"Articles\"", StringComparison.Ordinal) : few.Contains("SEARCH a USING INTEGER PRIMARY KEY", StringComparison.Ordinal) && !few.Contains("Status", StringComparison.Ordinal), few);
    }

    [Theory]
    [StoreKinds]
    public async Task Filters_that_meet_rarely_are_walked_to_the_end_without_loss(string kind)
    {
        using var test = await FillAsync(kind);
        await using var db = test.Store.CreateContext();
        (ArticleFilter Filter, Func<long, bool> Holds)[] cases =
        [
            (new ArticleFilter { SectionId = 1, SourceId = 2 }, i => i % 2 == 0 && i % 1000 == 0),
            (new ArticleFilter { TagId = 1 }, i => i % (Count / Common) == 0),
            (new ArticleFilter { TagId = 1, SourceId = 2 }, i => i % (Count / Common) == 0 && i % 1000 == 0),
            (new ArticleFilter { TagId = 2 }, i => i % 100 == 0),
            (new ArticleFilter { TagId = 2, AuthorId = 1, BeforeUtc = At(8000) }, i => i % 100 == 0 && i % 50 == 0 && i < 8000),
            (new ArticleFilter { AuthorId = 1, SectionId = 2 }, _ => false),
        ];
        foreach (var (filter, holds) in cases)
        {
            var walk = new ArticleWalk(db, filter);
            var seen = new List<long>();
            ArticlePlace? after = null;
            do
            {
                (var places, after) = await walk.PageAsync(after, 40);
                seen.AddRange(places.Select(p => p.Id));
            }
            while (after is not null);
            Assert.Equal((filter, string.Join(' ', Enumerable.Range(1, Count).Select(i => (long)i).Where(holds).Reverse())), (filter, string.Join(' ', seen)));
        }
    }

    private static DateTime At(long number) => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(number);

    private static bool IsBounded(string plan, bool maySort) =>
        !plan.Contains("Seq Scan on \"Articles\"", StringComparison.Ordinal)
        && !plan.Split('\n').Any(l => l.Trim() is "SCAN a" or "SCAN t" || l.Contains("SCAN a USING INDEX", StringComparison.Ordinal))
        && (maySort || !(plan.Contains("Sort", StringComparison.Ordinal) || plan.Contains("TEMP B-TREE", StringComparison.Ordinal)));

    private static async Task<string> PlanAsync<T>(NewsDbContext db, IQueryable<T> query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = (db.Database.IsNpgsql() ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(reader.FieldCount - 1));
        }

        return string.Join('\n', lines);
    }

    private async Task<TestStore> FillAsync(string kind)
    {
        var test = await TestStore.OpenAsync(kind, server);
        await using var db = test.Store.CreateContext();
        db.AddRange(new Section { Id = 1, Name = "一", Slug = "a" }, new Section { Id = 2, Name = "二", Slug = "b" });
        db.AddRange(new Source { Id = 1, Name = "甲", NameKey = "甲", Slug = "a" }, new Source { Id = 2, Name = "乙", NameKey = "乙", Slug = "b" });
        db.AddRange(new Tag { Id = 1, Name = "常", NameKey = "常", Slug = "a" }, new Tag { Id = 2, Name = "稀", NameKey = "稀", Slug = "b" });
        db.Add(new Author { Id = 1, Name = "人", NameKey = "人", Slug = "a" });
        await db.SaveChangesAsync();
        for (var from = 1; from <= Count; from += 1000)
        {
            db.ChangeTracker.Clear();
            for (long i = from; i < from + 1000; i++)
            {
                db.Articles.Add(New(i));
            }

            await db.SaveChangesAsync();
        }

        if (db.Database.IsNpgsql())
        {
            // As the server itself does a minute later. SQLite's planner is given nothing here, as in use.
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }

        return test;
    }

    private static Article New(long i)
    {
        var article = new Article
        {
            Id = i,
            Slug = $"s{i}",
            Day = 20200101,
            Headline = $"{i}",
            Status = ArticleStatus.Published,
            PublishedUtc = At(i),
            CreatedUtc = At(i),
            UpdatedUtc = At(i),
            SectionId = i % 2 == 0 ? 1 : 2,
            SourceId = i % 1000 == 0 ? 2 : 1,
            ReportId = i,
            StoryId = i % 300 == 0 ? 7 : i,
        };
        if (i % (Count / Common) == 0)
        {
            article.Tags.Add(new ArticleTag { TagId = 1 });
        }

        if (i % 100 == 0)
        {
            article.Tags.Add(new ArticleTag { TagId = 2, Position = 1 });
        }

        if (i % 50 == 0)
        {
            article.Authors.Add(new ArticleAuthor { AuthorId = 1 });
        }

        return article;
    }
}
