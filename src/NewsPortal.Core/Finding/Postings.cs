using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>The inverted side of relatedness: under each term the articles that are found by it, those first in which it is strongest.</summary>
internal static class Postings
{
    // Only the head of a term's articles is looked at, so that the cost of a publish cannot grow with the archive. The head is
    // what the term says most of, and of equals the newest.
    private const int MostWalked = 32;

    // The strongest terms are mostly the headline's.
    private const int StrongTerms = 24;
    internal const int MostWalkedOfStrong = 96;

    // A strength is one of eleven, each twice the one before: finer, and an old article would stand before a new one for a trifle.
    private const int StrengthUnits = 1024;

    /// <summary>Puts an article under its terms.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article, under no term yet.</param>
    /// <param name="index">The terms.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task AddAsync(NewsDbContext db, long id, PackedTerms index, CancellationToken cancellationToken)
    {
        if (index.Count == 0)
        {
            return;
        }

        if (db.Database.IsSqlite())
        {
            var put = db.Statements.Sqlite("INSERT INTO \"Terms\" (\"TermId\", \"Strength\", \"ArticleId\") VALUES (?1, ?2, ?3)").Bind(3, id);
            foreach (var (term, weight) in index.Terms)
            {
                put.Bind(1, term).Bind(2, Strength(weight)).Run();
            }

            return;
        }

        await using var insert = db.Command($"INSERT INTO \"Terms\" (\"TermId\", \"Strength\", \"ArticleId\") VALUES {Keys(id, index)}");
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes an article away from its terms.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article.</param>
    /// <param name="index">The terms it was put under.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RemoveAsync(NewsDbContext db, long id, PackedTerms index, CancellationToken cancellationToken)
    {
        if (index.Count == 0)
        {
            return;
        }

        // Each strength is named, because only equality at every part of the key finds a row without reading all of the term's.
        await using var delete = db.Command(
            $"""
            DELETE FROM "Terms" WHERE "TermId" IN ({string.Join(',', index.Terms.Select(t => t.Term))})
            AND "Strength" IN ({string.Join(',', Enumerable.Range(0, Strength(1) + 1))}) AND "ArticleId" = @id
            """);
        delete.Add("@id", id);
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Finds the articles that share most of some terms; of equals the newest.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article asked for, left out.</param>
    /// <param name="index">Its terms.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="heads">What was read before, for SQLite.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Their numbers, in no order.</returns>
    public static async Task<List<long>> WalkAsync(NewsDbContext db, long id, PackedTerms index, int most, PostingHeads heads, CancellationToken cancellationToken)
    {
        // Whole numbers are summed, so that the order of rows cannot change a result.
        var ordered = index.Terms.OrderByDescending(t => t.Weight).ThenBy(t => t.Term).Select(t => (t.Term, Weight: (int)Math.Round(t.Weight * StrengthUnits))).ToList();
        if (db.Database.IsSqlite())
        {
            for (var i = 0; i < ordered.Count; i++)
            {
                heads.Walk(db, ordered[i].Term, ordered[i].Weight, i < StrongTerms ? MostWalkedOfStrong : MostWalked, MostWalkedOfStrong);
            }

            return heads.Take(id, most);
        }

        var sums = new Dictionary<long, long>();
        await WalkTogetherAsync(db, ordered.Take(StrongTerms).ToDictionary(), MostWalkedOfStrong, sums, cancellationToken);
        await WalkTogetherAsync(db, ordered.Skip(StrongTerms).ToDictionary(), MostWalked, sums, cancellationToken);
        sums.Remove(id);
        return [.. sums.OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Take(most).Select(s => s.Key)];
    }

    private static async Task WalkTogetherAsync(NewsDbContext db, Dictionary<int, int> terms, int most, Dictionary<long, long> sums, CancellationToken cancellationToken)
    {
        await using var command = db.Command(
            $"""
            SELECT q.term, t."Strength", t."ArticleId" FROM unnest(@terms) q(term)
            CROSS JOIN LATERAL (
                SELECT x."Strength", x."ArticleId" FROM "Terms" x WHERE x."TermId" = q.term ORDER BY x."Strength" DESC, x."ArticleId" DESC LIMIT {most}) t
            """);
        command.Add("@terms", terms.Keys.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var weight = (long)terms[reader.GetInt32(0)] << reader.GetInt16(1);
            CollectionsMarshal.GetValueRefOrAddDefault(sums, reader.GetInt64(2), out _) += weight;
        }
    }

    private static string Keys(long id, PackedTerms index) =>
        string.Join(',', index.Terms.Select(t => string.Create(CultureInfo.InvariantCulture, $"({t.Term},{Strength(t.Weight)},{id})")));

    private static int Strength(double weight) => BitOperations.Log2((uint)(weight * StrengthUnits) + 1);
}

/// <summary>An article near another.</summary>
/// <param name="Id">The article.</param>
/// <param name="Closeness">Cosine over the terms of both, 0 to 1.</param>
internal readonly record struct Near(long Id, float Closeness);
