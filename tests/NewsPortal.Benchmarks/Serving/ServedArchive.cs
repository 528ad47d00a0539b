using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Benchmarks.Serving;

/// <summary>An archive whose articles have bodies to be shown and fifteen related ones each, without an import's work.</summary>
internal static class ServedArchive
{
    private const int Related = 15;

    /// <summary>Adds to an archive what its pages show.</summary>
    /// <param name="store">The store.</param>
    public static async Task CompleteAsync(NewsStore store)
    {
        await using var db = store.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync("UPDATE \"Bodies\" SET \"Html\" = '<p>' || replace(\"Text\", char(10), '</p><p>') || '</p>'");
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {Related})
            INSERT INTO "Related" ("ArticleId", "RelatedId", "Rank", "Score", "Reasons")
            SELECT a."Id", b."Id", n.i, 1.0 - n.i / 100.0, '同样的词' FROM "Articles" a, n JOIN "Articles" b ON b."Id" = a."Id" - n.i * 7
            """);
        await transaction.CommitAsync();
    }

    /// <summary>Addresses of articles, in an order that has nothing to do with when they were published.</summary>
    /// <param name="store">The store.</param>
    /// <param name="most">How many.</param>
    public static async Task<List<string>> PathsAsync(NewsStore store, int most)
    {
        await using var db = store.CreateContext();
        var paths = (await db.Articles.AsNoTracking().Visible().Select(a => new { a.Day, a.Slug }).ToListAsync()).ConvertAll(a => Core.Articles.ArticleAddress.Of(a.Day, a.Slug));
        new Random(20261201).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(paths));
        return [.. paths.Take(most)];
    }
}
