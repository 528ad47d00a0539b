using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Reads and writes what articles are compared by, and remembers it for the length of one transaction.</summary>
/// <param name="db">A context with an open transaction.</param>
internal sealed class ArticleVectors(NewsDbContext db)
{
    private readonly Dictionary<long, ArticleVector?> _known = [];

    /// <summary>Stores the terms of some public articles anew; neighbours are found later.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="articles">Their numbers and terms.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task StoreAsync(NewsDbContext db, IReadOnlyDictionary<long, TermFrequencies> articles, CancellationToken cancellationToken)
    {
        var (total, counts) = await TermStatistics.ReadAsync(db, articles.Values.SelectMany(f => f.Terms.Keys), cancellationToken);
        foreach (var (id, frequencies) in articles)
        {
            await RemoveAsync(db, id, cancellationToken);
            var vector = TermVector.Of(frequencies, total, counts);
            await Postings.AddAsync(db, id, vector.Index, cancellationToken);
            await using var insert = db.Command(
                """
                INSERT INTO "TermVectors" ("ArticleId", "PublishedUtc", "Terms", "IndexTerms", "Neighbours", "Widened")
                SELECT a."Id", a."PublishedUtc", @terms, @index, @none, @none FROM "Articles" a WHERE a."Id" = @id
                """);
            insert.Add("@id", id);
            insert.Add("@terms", vector.Terms.ToBytes());
            insert.Add("@index", vector.Index.ToBytes());
            insert.Add("@none", Array.Empty<byte>());
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Takes away what an article is compared by.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RemoveAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        await using var read = db.Command("SELECT \"IndexTerms\" FROM \"TermVectors\" WHERE \"ArticleId\" = @id");
        read.Add("@id", id);
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
        await using var update = db.Command(
            "UPDATE \"TermVectors\" SET \"Neighbours\" = @neighbours, \"Widened\" = @widened WHERE \"ArticleId\" = @id");
        update.Add("@neighbours", article.NeighbourBytes());
        update.Add("@widened", article.Widened.ToBytes());
        update.Add("@id", article.Id);
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task ReadAsync(List<long> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            _known[id] = null;
        }

        // A row stands for exactly as long as its article is public, so nothing else is asked.
        await using var command = db.Command(
            $"""
            SELECT "ArticleId", "PublishedUtc", "Terms", "IndexTerms", "Neighbours", "Widened"
            FROM "TermVectors" WHERE "ArticleId" IN ({string.Join(',', ids)})
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetInt64(0);
            _known[id] = new ArticleVector(id, reader.GetDateTime(1), new StoredVector(Bytes(2), Bytes(3), Bytes(4), Bytes(5)));
        }

        byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
    }
}
