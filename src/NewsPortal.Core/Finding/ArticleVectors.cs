using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Reads and writes what articles are compared by, and remembers it.</summary>
/// <param name="db">A context with an open transaction.</param>
/// <param name="memory">What was read before.</param>
internal sealed class ArticleVectors(NewsDbContext db, RelatedMemory memory)
{
    private readonly Dictionary<long, ArticleVector?> _known = memory.Vectors;

    /// <summary>Stores the terms of some public articles anew; neighbours are found later.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="articles">Their numbers and terms.</param>
    /// <param name="known">Counts that were read before, and more of them afterwards; null where none are kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task StoreAsync(NewsDbContext db, IReadOnlyDictionary<long, TermFrequencies> articles, Dictionary<int, int>? known, CancellationToken cancellationToken)
    {
        var (total, counts) = await TermStatistics.ReadAsync(db, articles.Values.SelectMany(f => f.Terms.Keys), known, cancellationToken);
        foreach (var (id, frequencies) in articles)
        {
            await RemoveAsync(db, id, cancellationToken);
            var vector = TermVector.Of(frequencies, total, counts);
            await Postings.AddAsync(db, id, vector.Index, cancellationToken);
            await db.Statements.Command(
                """
                INSERT INTO "TermVectors" ("ArticleId", "PublishedUtc", "Terms", "IndexTerms", "Neighbours", "Widened")
                SELECT a."Id", a."PublishedUtc", @terms, @index, @none, @none FROM "Articles" a WHERE a."Id" = @id
                """,
                ("@id", id),
                ("@terms", vector.Terms.ToBytes()),
                ("@index", vector.Index.ToBytes()),
                ("@none", Array.Empty<byte>())).ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Takes away what an article is compared by.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RemoveAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        var read = db.Statements.Command("SELECT \"IndexTerms\" FROM \"TermVectors\" WHERE \"ArticleId\" = @id", ("@id", id));
        if (await read.ExecuteScalarAsync(cancellationToken) is not byte[] index)
        {
            return;
        }

        await Postings.RemoveAsync(db, id, PackedTerms.Read(index), cancellationToken);
        await using var delete = db.Command("DELETE FROM \"TermVectors\" WHERE \"ArticleId\" = @id");
        delete.Add("@id", id);
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>One article; null where it is not public.</summary>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ArticleVector?> GetAsync(long id, CancellationToken cancellationToken) =>
        _known.TryGetValue(id, out var known) ? known : (await GetAsync([id], cancellationToken)).FirstOrDefault();

    /// <summary>Some articles, in the order asked for; those that are not public are left out.</summary>
    /// <param name="ids">The articles.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<List<ArticleVector>> GetAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var missing = ids.Where(id => !_known.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            // Those that are worked on stay alive by themselves; what else is wanted of the forgotten is read again.
            if (memory.IsFull)
            {
                missing = [.. ids];
                _known.Clear();
            }

            await ReadAsync(missing, cancellationToken);
        }

        return [.. ids.Select(id => _known[id]).OfType<ArticleVector>()];
    }

    /// <summary>Forgets an article that was taken away.</summary>
    /// <param name="id">The article.</param>
    public void Forget(long id) => _known.Remove(id);

    /// <summary>Writes an article's neighbours and widened terms.</summary>
    /// <param name="article">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(ArticleVector article, CancellationToken cancellationToken)
    {
        await db.Statements.Command(
            "UPDATE \"TermVectors\" SET \"Neighbours\" = @neighbours, \"Widened\" = @widened WHERE \"ArticleId\" = @id",
            ("@neighbours", article.NeighbourBytes()),
            ("@widened", article.Widened.ToBytes()),
            ("@id", article.Id)).ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task ReadAsync(List<long> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            _known[id] = null;
        }

        // A row stands for exactly as long as its article is public, so nothing else is asked.
        if (db.Database.IsSqlite())
        {
            ReadOneByOne(ids);
            return;
        }

        await using var command = db.Command(
            """
            SELECT "ArticleId", "PublishedUtc", "Terms", "IndexTerms", "Neighbours", "Widened"
            FROM "TermVectors" WHERE "ArticleId" = ANY(@ids)
            """);
        command.Add("@ids", ids.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetInt64(0);
            _known[id] = ArticleVector.Read(id, reader.GetDateTime(1), Bytes(2), Bytes(3), Bytes(4), Bytes(5));
        }

        byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
    }

    private void ReadOneByOne(List<long> ids)
    {
        var read = db.Statements.Sqlite("SELECT \"PublishedUtc\", \"Terms\", \"IndexTerms\", \"Neighbours\", \"Widened\" FROM \"TermVectors\" WHERE \"ArticleId\" = ?1");
        foreach (var id in ids)
        {
            for (read.Bind(1, id); read.Next();)
            {
                var publishedUtc = DateTime.Parse(read.Text(0), CultureInfo.InvariantCulture);
                _known[id] = ArticleVector.Read(id, publishedUtc, read.Bytes(1), read.Bytes(2), read.Bytes(3), read.Bytes(4));
            }
        }
    }
}
