using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Stores the pieces that stand for a text, and finds the articles that share them.</summary>
internal static class ReportMarks
{
    // A piece that many texts share is boilerplate, and its oldest places tell nothing: reading the newest keeps the cost of
    // one article the same however large the archive is.
    private const int MostPlaces = 40;
    private const int LeastShared = 4;
    private const int MostCandidates = 20;

    /// <summary>Stores an article's pieces in place of those it had.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article.</param>
    /// <param name="sketch">The pieces.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task ReplaceAsync(NewsDbContext db, long id, long[] sketch, CancellationToken cancellationToken)
    {
        await RemoveAsync(db, id, cancellationToken);
        if (sketch.Length > 0)
        {
            await using var insert = db.Command(
                $"INSERT INTO \"ReportMarks\" (\"Hash\", \"ArticleId\") VALUES {string.Join(", ", sketch.Select(h => $"({h}, @id)"))}");
            insert.Add("@id", id);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Takes an article's pieces away.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RemoveAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        await using var delete = db.Command("DELETE FROM \"ReportMarks\" WHERE \"ArticleId\" = @id");
        delete.Add("@id", id);
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The public articles that share several pieces with one, most first.</summary>
    /// <param name="db">A context.</param>
    /// <param name="id">The article.</param>
    /// <param name="sketch">Its pieces.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<long>> SharingAsync(NewsDbContext db, long id, long[] sketch, CancellationToken cancellationToken)
    {
        if (sketch.Length < LeastShared)
        {
            return [];
        }

        // Whole numbers of our own, so that nothing in it has to be a parameter.
        var places = sketch.Select((h, i) =>
            $"SELECT * FROM (SELECT \"ArticleId\" FROM \"ReportMarks\" WHERE \"Hash\" = {h} ORDER BY \"ArticleId\" DESC LIMIT {MostPlaces}) h{i}");
        var sql =
            $"""
            SELECT p."ArticleId" AS "Value" FROM ({string.Join(" UNION ALL ", places)}) p JOIN "Articles" a ON a."Id" = p."ArticleId"
            WHERE p."ArticleId" <> {id} AND {Visibility.Sql}
            GROUP BY p."ArticleId" HAVING COUNT(*) >= {LeastShared} ORDER BY COUNT(*) DESC, p."ArticleId" LIMIT {MostCandidates}
            """;
        return await db.Database.SqlQueryRaw<long>(sql).ToListAsync(cancellationToken);
    }
}
