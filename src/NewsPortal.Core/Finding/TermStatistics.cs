using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>In how many public articles each term stands: what makes a term rare, kept exact at every publish.</summary>
public static class TermStatistics
{
    // A row of its own counts the articles themselves, so that both numbers are read and written together.
    private const string AllArticles = "";

    /// <summary>Counts articles in, or out where <paramref name="sign"/> is −1.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="articles">The terms of each article.</param>
    /// <param name="sign">1 or −1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task AddAsync(
        NewsDbContext db, IReadOnlyCollection<TermFrequencies> articles, int sign, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(articles);
        if (articles.Count == 0)
        {
            return;
        }

        // Sorted, so that the table is written in its own order, and so that two nodes lock rows in the same order.
        var sums = new SortedDictionary<string, int>(StringComparer.Ordinal) { [AllArticles] = sign * articles.Count };
        foreach (var article in articles)
        {
            foreach (var term in article.Counts.Keys)
            {
                sums[term] = sums.GetValueOrDefault(term) + sign;
            }
        }

        await using var command = CommandFor(db);
        if (db.Database.IsNpgsql())
        {
            command.CommandText =
                """
                INSERT INTO "TermCounts" ("Term", "Articles") SELECT * FROM unnest(@terms, @counts)
                ON CONFLICT ("Term") DO UPDATE SET "Articles" = "TermCounts"."Articles" + excluded."Articles"
                """;
            command.Add("@terms", sums.Keys.ToArray());
            command.Add("@counts", sums.Values.ToArray());
        }
        else
        {
            command.CommandText =
                """
                INSERT INTO "TermCounts" ("Term", "Articles") SELECT key, value FROM json_each(@sums) WHERE true
                ON CONFLICT ("Term") DO UPDATE SET "Articles" = "Articles" + excluded."Articles"
                """;
            command.Add("@sums", JsonSerializer.Serialize(sums));
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads the counts of some terms.</summary>
    /// <param name="db">The store.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Number of articles in all, and of each term's; a term that stands nowhere is absent.</returns>
    public static async Task<(int Articles, Dictionary<string, int> Counts)> ReadAsync(
        NewsDbContext db, IEnumerable<string> terms, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var wanted = terms.Append(AllArticles).Distinct(StringComparer.Ordinal).ToArray();
        var counts = new Dictionary<string, int>(wanted.Length, StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = CommandFor(db);
            if (db.Database.IsNpgsql())
            {
                command.CommandText = "SELECT \"Term\", \"Articles\" FROM \"TermCounts\" WHERE \"Term\" = ANY(@terms)";
                command.Add("@terms", wanted);
            }
            else
            {
                command.CommandText = "SELECT c.\"Term\", c.\"Articles\" FROM json_each(@terms) j CROSS JOIN \"TermCounts\" c ON c.\"Term\" = j.value";
                command.Add("@terms", JsonSerializer.Serialize(wanted));
            }

            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                counts[reader.GetString(0)] = reader.GetInt32(1);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        counts.Remove(AllArticles, out var articles);
        return (articles, counts);
    }

    private static DbCommand CommandFor(NewsDbContext db)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
