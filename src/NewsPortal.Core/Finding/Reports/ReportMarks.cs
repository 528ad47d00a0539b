using System.Runtime.InteropServices;
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
        if (sketch.Length == 0)
        {
            return;
        }

        if (db.Database.IsSqlite())
        {
            var mark = db.Statements.Sqlite("INSERT INTO \"ReportMarks\" (\"Hash\", \"ArticleId\") VALUES (?1, ?2)").Bind(2, id);
            foreach (var hash in sketch)
            {
                mark.Bind(1, hash).Run();
            }

            return;
        }

        await using var insert = db.Command("INSERT INTO \"ReportMarks\" (\"Hash\", \"ArticleId\") SELECT h.hash, @id FROM unnest(@hashes) h(hash)");
        insert.Add("@id", id);
        insert.Add("@hashes", sketch);
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes an article's pieces away.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RemoveAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        await db.Statements.Command("DELETE FROM \"ReportMarks\" WHERE \"ArticleId\" = @id", ("@id", id)).ExecuteNonQueryAsync(cancellationToken);
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

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var shared = db.Database.IsSqlite() ? PlacesOneByOne(db, sketch) : await PlacesTogetherAsync(db, sketch, cancellationToken);
            shared.Remove(id);
            var most = shared.Where(s => s.Value >= LeastShared).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => s.Key).ToList();
            if (most.Count == 0)
            {
                return [];
            }

            var shown = await db.Articles.VisibleAmong(most).Select(a => a.Id).ToHashSetAsync(cancellationToken);
            return [.. most.Where(shown.Contains).Take(MostCandidates)];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static Dictionary<long, int> PlacesOneByOne(NewsDbContext db, long[] sketch)
    {
        var shared = new Dictionary<long, int>();
        var places = db.Statements.Sqlite($"SELECT \"ArticleId\" FROM \"ReportMarks\" WHERE \"Hash\" = ?1 ORDER BY \"ArticleId\" DESC LIMIT {MostPlaces}");
        foreach (var hash in sketch)
        {
            for (places.Bind(1, hash); places.Next();)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(shared, places.Number(0), out _)++;
            }
        }

        return shared;
    }

    private static async Task<Dictionary<long, int>> PlacesTogetherAsync(NewsDbContext db, long[] sketch, CancellationToken cancellationToken)
    {
        var shared = new Dictionary<long, int>();
        await using var command = db.Query(
            $"""
            SELECT m."ArticleId" FROM unnest(@hashes) h(hash)
            CROSS JOIN LATERAL (SELECT x."ArticleId" FROM "ReportMarks" x WHERE x."Hash" = h.hash ORDER BY x."ArticleId" DESC LIMIT {MostPlaces}) m
            """);
        command.Add("@hashes", sketch);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(shared, reader.GetInt64(0), out _)++;
        }

        return shared;
    }
}
