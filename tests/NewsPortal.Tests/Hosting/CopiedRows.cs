using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;

namespace NewsPortal.Tests.Hosting;

/// <summary>Public articles by the hundred thousand: copies of one row, written by SQLite itself. They have addresses and times and are in no index.</summary>
internal static class CopiedRows
{
    /// <summary>Writes them.</summary>
    /// <param name="store">An empty store in SQLite.</param>
    /// <param name="count">How many.</param>
    /// <param name="day">SQL for the day of row <c>n</c>, from 1, as yyyymmdd.</param>
    /// <param name="published">SQL for its moment.</param>
    /// <param name="slug">SQL for its slug.</param>
    public static async Task AddAsync(NewsStore store, int count, string day, string published, string slug = "'article-with-a-slug-of-usual-length-' || n")
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var db = store.CreateContext();
        var at = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var first = new Article
        {
            Section = new Section { Name = "栏目", Slug = "section" },
            Headline = "一篇",
            Slug = "a0",
            Day = 20240101,
            PublishedUtc = at,
            CreatedUtc = at,
            UpdatedUtc = at,
            Status = ArticleStatus.Published,
            ReportId = 1,
            StoryId = 1,
            Body = new ArticleBody { Text = "正文。", Html = "<p>正文。</p>" },
        };
        db.Add(first);
        await db.SaveChangesAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Published, ArticleId = first.Id, AtUtc = at, Actor = "import" }], []);
        var columns = db.Model.FindEntityType(typeof(Article))!.GetProperties().Select(p => p.GetColumnName()).ToList();
        await ExecuteAsync(db, string.Create(CultureInfo.InvariantCulture,
            $"""
            INSERT INTO "Articles" ({string.Join(',', columns.Select(c => $"\"{c}\""))})
            WITH RECURSIVE s(n) AS (SELECT 2 WHERE {count} > 1 UNION ALL SELECT n + 1 FROM s WHERE n < {count})
            SELECT {string.Join(',', columns.Select(c => ValueOf(c, day, published, slug)))} FROM s, "Articles" a WHERE a."Id" = 1
            """));
        await ExecuteAsync(db, $"WITH s(n) AS (SELECT 1) UPDATE \"Articles\" SET \"Day\" = (SELECT {day} FROM s), \"PublishedUtc\" = (SELECT {published} FROM s), \"Slug\" = (SELECT {slug} FROM s) WHERE \"Id\" = 1");
        await transaction.CommitAsync();
    }

    private static string ValueOf(string column, string day, string published, string slug) => column switch
    {
        "Id" or "ReportId" or "StoryId" => "n",
        "Slug" => slug,
        "Day" => day,
        "PublishedUtc" => published,
        _ => $"a.\"{column}\"",
    };

    private static async Task ExecuteAsync(NewsDbContext db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandTimeout = 1200;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
