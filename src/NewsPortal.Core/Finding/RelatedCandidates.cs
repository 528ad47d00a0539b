using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Finds the articles whose related lists an article may enter, and the other way round, by the terms they share.</summary>
internal static class RelatedCandidates
{
    private const int Candidates = 60;

    // Candidates are found by the article's rarest terms, as many as lead to so many places; common ones lead to a share of
    // the whole archive and would make every publish dearer than the last. Scores are then counted over all terms.
    private const int MostWalked = 20_000;

    /// <summary>Finds the articles that share most with one.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Visible articles, at most 60.</returns>
    public static async Task<List<long>> FindAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        var candidates = new List<long>(Candidates);
        await using var command = db.Command(
            $"""
            SELECT n."ArticleId" FROM
                (SELECT t."ArticleId", SUM(t."Weight" * q."Weight") AS "Score"
                 FROM (SELECT x."Term", x."Weight", SUM(c."Articles") OVER (ORDER BY c."Articles", x."Term") AS "Walked"
                       FROM "Terms" x JOIN "TermCounts" c ON c."Term" = x."Term" WHERE x."ArticleId" = @id) q
                 JOIN "Terms" t ON t."Term" = q."Term"
                 WHERE q."Walked" <= {MostWalked} AND t."ArticleId" <> @id
                 GROUP BY t."ArticleId" ORDER BY 2 DESC, 1 DESC LIMIT {Candidates}) n
            JOIN "Articles" a ON a."Id" = n."ArticleId"
            WHERE {Visibility.Sql}
            ORDER BY n."Score" DESC, n."ArticleId" DESC
            """);
        command.Add("@id", id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            candidates.Add(reader.GetInt64(0));
        }

        return candidates;
    }

    /// <summary>The terms an article shares with each of some others, and what each adds to the score.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article.</param>
    /// <param name="others">The others.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Dictionary<long, Dictionary<string, double>>> SharedAsync(NewsDbContext db, long id, List<long> others, CancellationToken cancellationToken)
    {
        var shared = others.ToDictionary(o => o, _ => new Dictionary<string, double>(StringComparer.Ordinal));
        if (others.Count == 0)
        {
            return shared;
        }

        await using var command = db.Command(
            $"""
            SELECT t."ArticleId", t."Term", t."Weight" * q."Weight" FROM "Terms" q JOIN "Terms" t ON t."Term" = q."Term"
            WHERE q."ArticleId" = @id AND t."ArticleId" IN ({string.Join(',', others)})
            """);
        command.Add("@id", id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            shared[reader.GetInt64(0)][reader.GetString(1)] = Convert.ToDouble(reader.GetValue(2));
        }

        return shared;
    }
}
