using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing;

/// <summary>Says which stored article an input is, if any: by id, then by bytes, then by path and likeness.</summary>
public static class ArticleIdentity
{
    private const int ShingleLength = 4;
    private const double SameShare = 0.5;

    /// <summary>Finds the article.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="extracted">What the input became.</param>
    /// <param name="hash">SHA-256 of its bytes.</param>
    /// <param name="relativePath">Its path below the imported root.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Identified> FindAsync(
        NewsDbContext db, ExtractedArticle extracted, string hash, string relativePath, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(extracted);
        if (extracted.ExternalId is { Length: > 0 } externalId
            && await FirstAsync(db, "SELECT a.\"Id\", a.\"OriginalHash\" FROM \"Articles\" a WHERE a.\"ExternalId\" = @id", ("@id", externalId), cancellationToken) is { } byId)
        {
            return new Identified(byId.Id, SameBytes: byId.Text == hash, PathSeenBefore: false);
        }

        // An article with an id of its own is only ever found by it; one without may be given one by its file. The index
        // of ids, in which nearly all have none, must not be walked: no index knows the value asked for here.
        var byBytes = await FirstAsync(
            db, "SELECT a.\"Id\", '' FROM \"Articles\" a WHERE a.\"OriginalHash\" = @hash AND COALESCE(a.\"ExternalId\", '') = '' ORDER BY a.\"Id\" LIMIT 1", ("@hash", hash), cancellationToken);
        if (byBytes is not null)
        {
            return new Identified(byBytes.Value.Id, SameBytes: true, PathSeenBefore: false);
        }

        if (await FirstAsync(
            db, "SELECT a.\"Id\", a.\"Headline\" FROM \"Articles\" a WHERE a.\"ImportPath\" = @path AND COALESCE(a.\"ExternalId\", '') = '' ORDER BY a.\"Id\" DESC LIMIT 1", ("@path", relativePath), cancellationToken)
            is not { } atPath)
        {
            return new Identified(null, false, false);
        }

        var same = HasHeadline(extracted, atPath.Text!)
            || IsLike(extracted, await db.Bodies.Where(b => b.ArticleId == atPath.Id).Select(b => b.Text).FirstAsync(cancellationToken));
        return new Identified(same ? atPath.Id : null, false, PathSeenBefore: !same);
    }

    // Not through EF: every article of a bulk asks.
    private static async Task<(long Id, string? Text)?> FirstAsync(NewsDbContext db, string sql, (string Name, object? Value) asked, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var reader = await db.Statements.Command(sql, asked).ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetString(1)) : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>True where an input from the path of an earlier one has its headline, and so is the same article.</summary>
    /// <param name="extracted">What the input became.</param>
    /// <param name="headline">The earlier headline.</param>
    internal static bool HasHeadline(ExtractedArticle extracted, string headline) => Folding.ForComparison(headline) == Folding.ForComparison(extracted.Headline);

    /// <summary>True where it holds half of the earlier text, and so is the same article under another headline.</summary>
    /// <param name="extracted">What the input became.</param>
    /// <param name="text">The earlier text.</param>
    internal static bool IsLike(ExtractedArticle extracted, string text)
    {
        var before = Shingles.Of(text, ShingleLength);
        var now = Shingles.Of(extracted.Text, ShingleLength);
        return before.Count > 0 && before.Count(now.Contains) >= before.Count * SameShare;
    }
}

/// <summary>The answer to which article an input is.</summary>
/// <param name="ArticleId">The stored article; null for a new one.</param>
/// <param name="SameBytes">The very same original: nothing to do.</param>
/// <param name="PathSeenBefore">Another article came from this path before.</param>
public sealed record Identified(long? ArticleId, bool SameBytes, bool PathSeenBefore);
