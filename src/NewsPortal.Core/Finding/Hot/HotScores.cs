using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Hot;

/// <summary>An article among the most read.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Score">Reads weighed by their age.</param>
internal readonly record struct HotScore(long ArticleId, double Score);

/// <summary>
/// Ranks by reads that lose weight with age: each hour's reads count 2^(−age / half-life), the running hour in full. Order is
/// total: score, then the newer article, then the greater number.
/// </summary>
internal static class HotScores
{
    /// <summary>Places in a list.</summary>
    public const int Most = 50;

    // Weights are whole numbers, so that a sum is the same in whichever order a database adds, and equal reads tie.
    private const long Unit = 1 << 20;

    /// <summary>Ranks what the public may see, one article of each report: the most read one stands for all.</summary>
    /// <param name="db">The store.</param>
    /// <param name="window">Which list.</param>
    /// <param name="nowUtc">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<HotScore>> OfAsync(
        NewsDbContext db, HotWindow window, DateTime nowUtc, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Statement(window, ReadHour.Of(nowUtc));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var reports = new HashSet<long>();
            var scores = new List<HotScore>();
            while (scores.Count < Most && await reader.ReadAsync(cancellationToken))
            {
                if (reports.Add(reader.GetInt64(1)))
                {
                    scores.Add(new HotScore(reader.GetInt64(0), (double)reader.GetInt64(2) / Unit));
                }
            }

            return scores;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>What one read weighs, as a fraction of <see cref="Unit"/>.</summary>
    /// <param name="window">Which list.</param>
    /// <param name="age">Whole hours.</param>
    private static long Weight(HotWindow window, int age) =>
        Math.Max(1, (long)Math.Round(Unit * Math.Pow(2, -age / (window == HotWindow.Day ? 8.0 : 48.0))));

    private static string Statement(HotWindow window, int hour)
    {
        var weights = new StringBuilder();
        for (var age = 0; age < (int)window; age++)
        {
            weights.Append(age == 0 ? "(" : ",(").Append(hour - age).Append(',').Append(Weight(window, age)).Append(')');
        }

        return $"""
            SELECT a."Id", CASE WHEN a."ReportId" = 0 THEN a."Id" ELSE a."ReportId" END, CAST(SUM(r."Reads" * w.column2) AS bigint)
            FROM (SELECT "Hour", "ArticleId", MAX("Reads") AS "Reads" FROM "ReadCounts"
                  WHERE "Hour" > {hour - (int)window} AND "Hour" <= {hour} GROUP BY "Hour", "ArticleId") r
            JOIN (VALUES {weights}) AS w ON w.column1 = r."Hour"
            JOIN "Articles" a ON a."Id" = r."ArticleId"
            WHERE {Visibility.Sql}
            GROUP BY a."Id", a."ReportId", a."PublishedUtc"
            ORDER BY 3 DESC, a."PublishedUtc" DESC, a."Id" DESC
            """;
    }
}
