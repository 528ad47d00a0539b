using System.Data.Common;
using System.Globalization;
using System.Numerics;
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
    private const int MostWalkedOfStrong = 96;

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

    /// <summary>Finds the articles that share most of some terms, first those that share most; equals newest first.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article asked for, left out.</param>
    /// <param name="index">Its terms.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<long>> WalkAsync(NewsDbContext db, long id, PackedTerms index, int most, CancellationToken cancellationToken)
    {
        // Whole numbers are summed, so that the order of rows cannot change a result.
        var sums = new Dictionary<long, long>();
        var ordered = index.Terms.OrderByDescending(t => t.Weight).ThenBy(t => t.Term).Select(t => (t.Term, (int)Math.Round(t.Weight * StrengthUnits))).ToList();
        await WalkAsync(db, ordered.Take(StrongTerms), MostWalkedOfStrong, sums, cancellationToken);
        await WalkAsync(db, ordered.Skip(StrongTerms), MostWalked, sums, cancellationToken);

        sums.Remove(id);
        return [.. sums.OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Take(most).Select(s => s.Key)];
    }

    private static Task WalkAsync(NewsDbContext db, IEnumerable<(int Term, int Weight)> some, int most, Dictionary<long, long> sums, CancellationToken cancellationToken)
    {
        var terms = some.ToDictionary(t => t.Term, t => t.Weight);
        return db.Database.IsNpgsql() ? WalkTogetherAsync(db, terms, most, sums, cancellationToken) : WalkOneByOneAsync(db, terms, most, sums, cancellationToken);
    }

    // SQLite has no lateral join, but a prepared statement costs it microseconds.
    private static async Task WalkOneByOneAsync(NewsDbContext db, Dictionary<int, int> terms, int most, Dictionary<long, long> sums, CancellationToken cancellationToken)
    {
        await using var command = db.Command(
            $"SELECT \"Strength\", \"ArticleId\" FROM \"Terms\" WHERE \"TermId\" = @term ORDER BY \"Strength\" DESC, \"ArticleId\" DESC LIMIT {most}");
        var wanted = command.Add("@term", 0);
        foreach (var (term, weight) in terms)
        {
            wanted.Value = term;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (reader.Read())
            {
                Add(sums, reader, 0, weight);
            }
        }
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
            Add(sums, reader, 1, terms[reader.GetInt32(0)]);
        }
    }

    private static void Add(Dictionary<long, long> sums, DbDataReader row, int column, int weight) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, row.GetInt64(column + 1), out _) += (long)weight << row.GetInt16(column);

    private static string Keys(long id, PackedTerms index) =>
        string.Join(',', index.Terms.Select(t => string.Create(CultureInfo.InvariantCulture, $"({t.Term},{Strength(t.Weight)},{id})")));

    private static int Strength(double weight) => BitOperations.Log2((uint)(weight * StrengthUnits) + 1);
}

/// <summary>An article near another.</summary>
/// <param name="Id">The article.</param>
/// <param name="Closeness">Cosine over the terms of both, 0 to 1.</param>
internal readonly record struct Near(long Id, float Closeness);
