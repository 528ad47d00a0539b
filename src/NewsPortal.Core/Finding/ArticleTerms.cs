using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Stores the terms by which articles are compared.</summary>
internal static class ArticleTerms
{
    /// <summary>Stores the terms of some public articles anew.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="articles">Their numbers and terms.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task StoreAsync(
        NewsDbContext db, IReadOnlyDictionary<long, TermFrequencies> articles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var (total, counts) = await TermStatistics.ReadAsync(db, articles.Values.SelectMany(f => f.Counts.Keys), cancellationToken);
        foreach (var (id, frequencies) in articles)
        {
            await RemoveAsync(db, id, cancellationToken);
            await InsertAsync(db, id, TermVector.Of(frequencies, total, counts), cancellationToken);
        }
    }

    /// <summary>Takes an article's terms away.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RemoveAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        await using var delete = db.Command("DELETE FROM \"Terms\" WHERE \"ArticleId\" = @id");
        delete.Add("@id", id);
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task InsertAsync(
        NewsDbContext db, long id, IReadOnlyList<(string Term, float Weight)> terms, CancellationToken cancellationToken)
    {
        if (terms.Count == 0)
        {
            return;
        }

        await using var insert = db.Command(
            "INSERT INTO \"Terms\" (\"Term\", \"ArticleId\", \"Weight\") VALUES "
            + string.Join(", ", terms.Select((_, i) => $"(@t{i}, @id, @w{i})")));
        insert.Add("@id", id);
        for (var i = 0; i < terms.Count; i++)
        {
            insert.Add($"@t{i}", terms[i].Term);
            insert.Add($"@w{i}", terms[i].Weight);
        }

        await insert.ExecuteNonQueryAsync(cancellationToken);
    }
}
