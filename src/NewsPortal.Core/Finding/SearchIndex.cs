using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>Writes the full-text index, inside the transaction that makes an article public or takes it away.</summary>
public static class SearchIndex
{
    // PostgreSQL keeps positions up to 16,383 and 256 of them a word: longer texts lie in several rows that overlap by
    // more than any phrase is long.
    private const int PartTokens = 8000;
    private const int Overlap = 64;

    /// <summary>Puts an article into the index, in place of what the index held of it.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="articleId">The article.</param>
    /// <param name="headline">Its headline.</param>
    /// <param name="text">Its plain text.</param>
    /// <param name="isNew">The index holds nothing of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task PutAsync(
        NewsDbContext db, long articleId, string headline, string text, bool isNew, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.Database.IsNpgsql())
        {
            // An update gives every column, as a contentless table must.
            await ExecuteAsync(
                db,
                isNew
                    ? "INSERT INTO \"ArticleSearch\"(rowid, Headline, Body) VALUES (@id, @headline, @body)"
                    : "INSERT OR REPLACE INTO \"ArticleSearch\"(rowid, Headline, Body) VALUES (@id, @headline, @body)",
                cancellationToken,
                ("@id", articleId),
                ("@headline", TextSplitter.Joined(headline)),
                ("@body", TextSplitter.Joined(text)));
            return;
        }

        if (!isNew)
        {
            await RemoveAsync(db, articleId, cancellationToken);
        }

        var title = TextSplitter.Tokens(headline);
        var body = TextSplitter.Tokens(text);
        var part = 0;
        var from = 0;
        do
        {
            var to = Math.Min(body.Count, from + PartTokens);
            await ExecuteAsync(
                db,
                "INSERT INTO \"ArticleSearch\"(\"ArticleId\", \"Part\", \"Vector\") VALUES (@id, @part, CAST(@vector AS tsvector))",
                cancellationToken,
                ("@id", articleId),
                ("@part", part),
                ("@vector", Vector(part == 0 ? title : [], body, from, to)));
            part++;
            from = to == body.Count ? to : to - Overlap;
        }
        while (from < body.Count);
    }

    /// <summary>Takes an article out of the index.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="articleId">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task RemoveAsync(NewsDbContext db, long articleId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return ExecuteAsync(
            db,
            db.Database.IsNpgsql() ? "DELETE FROM \"ArticleSearch\" WHERE \"ArticleId\" = @id" : "DELETE FROM \"ArticleSearch\" WHERE rowid = @id",
            cancellationToken,
            ("@id", articleId));
    }

    // Written in tsvector's own notation, so that no parser of the database's ever looks at a token.
    private static string Vector(List<string> title, List<string> body, int from, int to)
    {
        var places = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var i = 0; i < title.Count && i < 400; i++)
        {
            Add(title[i], (i + 1).ToString(CultureInfo.InvariantCulture) + "A");
        }

        for (var i = from; i < to; i++)
        {
            // The gap keeps a phrase from running over from the headline into the text.
            Add(body[i], (i - from + 1000).ToString(CultureInfo.InvariantCulture) + "B");
        }

        var vector = new StringBuilder();
        foreach (var (token, at) in places)
        {
            vector.Append('\'').Append(token.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal))
                .Append("':").AppendJoin(',', at.Take(255)).Append(' ');
        }

        return vector.ToString();

        void Add(string token, string place)
        {
            if (!places.TryGetValue(token, out var at))
            {
                places.Add(token, at = []);
            }

            at.Add(place);
        }
    }

    private static async Task ExecuteAsync(
        NewsDbContext db, string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await using var command = db.Command(sql);
        foreach (var (name, value) in parameters)
        {
            command.Add(name, value);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
