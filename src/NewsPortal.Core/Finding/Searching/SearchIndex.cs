using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>Writes the full-text index, inside the transaction that makes an article public or takes it away.</summary>
public static class SearchIndex
{
    /// <summary>The rules by which articles are indexed now. Raise it when the splitter, its folding or the tokens change.</summary>
    public const int Version = 1;

    /// <summary>Puts an article into the index, in place of what the index held of it.</summary>
    /// <remarks>A bulk is put in the order of time: FTS5 keeps a transaction's rows together only while they ascend.</remarks>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="article">The article.</param>
    /// <param name="text">Its plain text.</param>
    /// <param name="isNew">The index holds nothing of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task PutAsync(NewsDbContext db, Article article, string text, bool isNew, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(article);
        if (!isNew)
        {
            await RemoveAsync(db, article.Id, cancellationToken);
        }

        var key = await SearchKeys.TakeAsync(db, article.Id, article.PublishedUtc, cancellationToken);
        var compared = Folding.ForComparison(article.Headline);
        await ExecuteAsync(
            db,
            """
            INSERT INTO "SearchEntries" ("Key", "ArticleId", "SectionId", "SourceId", "PublishedUtc", "Headline", "HeadlineHash", "Version")
            VALUES (@key, @id, @section, @source, @published, @headline, @hash, @version)
            """,
            cancellationToken,
            ("@key", key),
            ("@id", article.Id),
            ("@section", article.SectionId),
            ("@source", article.SourceId),
            ("@published", article.PublishedUtc),
            ("@headline", compared),
            ("@hash", HashOf(compared)),
            ("@version", Version));
        if (db.Database.IsNpgsql())
        {
            await PutVectorsAsync(db, key, article, text, cancellationToken);
            return;
        }

        var bytes = new IndexBytes();
        var index = db.Statements.Sqlite("INSERT INTO \"ArticleSearch\"(rowid, Body, Headline, Notes) VALUES (?1, ?2, ?3, ?4)").Bind(1, key);
        index.BindText(2, bytes.Clear().AddText(text).Written).BindText(3, bytes.Clear().AddText(article.Headline).Written)
            .Bind(4, string.Join(' ', IndexTokens.Facets(article.SectionId, article.SourceId).Concat(IndexTokens.Syllables(article.Headline)))).Run();
        bytes.Clear().AddCharacters(headline: true, article.Headline).AddCharacters(headline: false, article.Headline, text);
        foreach (var facet in IndexTokens.Facets(article.SectionId, article.SourceId))
        {
            bytes.Add(facet);
        }

        db.Statements.Sqlite("INSERT INTO \"ArticleCharacters\"(rowid, Characters) VALUES (?1, ?2)").Bind(1, key).BindText(2, bytes.Written).Run();
    }

    /// <summary>Takes an article out of the index.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="articleId">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RemoveAsync(NewsDbContext db, long articleId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        string[] tables = db.Database.IsNpgsql()
            ? ["DELETE FROM \"ArticleSearch\" WHERE \"Key\" = @key"]
            : ["DELETE FROM \"ArticleSearch\" WHERE rowid = @key", "DELETE FROM \"ArticleCharacters\" WHERE rowid = @key"];
        var command = db.Statements.Command("SELECT \"Key\" FROM \"SearchEntries\" WHERE \"ArticleId\" = @id", ("@id", articleId));
        if (await command.ExecuteScalarAsync(cancellationToken) is not { } found)
        {
            return;
        }

        var key = Convert.ToInt64(found, CultureInfo.InvariantCulture);
        foreach (var sql in (string[])[.. tables, "DELETE FROM \"SearchEntries\" WHERE \"Key\" = @key"])
        {
            await ExecuteAsync(db, sql, cancellationToken, ("@key", key));
        }
    }

    /// <summary>The hash by which a headline is looked up.</summary>
    /// <param name="compared">The headline's letters and digits, folded.</param>
    internal static long HashOf(string compared) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(compared)));

    private static async Task PutVectorsAsync(NewsDbContext db, long key, Article article, string text, CancellationToken cancellationToken)
    {
        var part = 0;
        foreach (var body in SearchVectors.Parts(article.Headline, text))
        {
            await ExecuteAsync(
                db,
                "INSERT INTO \"ArticleSearch\"(\"Key\", \"Part\", \"Headline\", \"Vector\") VALUES (@key, @part, CAST(@headline AS tsvector), CAST(@vector AS tsvector))",
                cancellationToken,
                ("@key", key),
                ("@part", part),
                ("@headline", part == 0 ? SearchVectors.Headline(article.Headline) : null),
                ("@vector", body));
            part++;
        }
    }

    private static async Task ExecuteAsync(
        NewsDbContext db, string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await db.Statements.Command(sql, parameters).ExecuteNonQueryAsync(cancellationToken);
    }
}
