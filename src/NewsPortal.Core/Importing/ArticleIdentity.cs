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
        if (extracted.ExternalId is { Length: > 0 } externalId)
        {
            var byId = await db.Articles.Where(a => a.ExternalId == externalId).Select(a => new { a.Id, a.OriginalHash }).FirstOrDefaultAsync(cancellationToken);
            if (byId is not null)
            {
                return new Identified(byId.Id, SameBytes: byId.OriginalHash == hash, PathSeenBefore: false);
            }
        }

        // An article with an id of its own is only ever found by it; one without may be given one by its file.
        var anonymous = db.Articles.Where(a => a.ExternalId == null);
        var byBytes = await anonymous.Where(a => a.OriginalHash == hash).OrderBy(a => a.Id).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellationToken);
        if (byBytes is not null)
        {
            return new Identified(byBytes, SameBytes: true, PathSeenBefore: false);
        }

        var atPath = await anonymous.Where(a => a.ImportPath == relativePath).OrderByDescending(a => a.Id)
            .Select(a => new { a.Id, a.Headline }).FirstOrDefaultAsync(cancellationToken);
        if (atPath is null)
        {
            return new Identified(null, false, false);
        }

        var same = HasHeadline(extracted, atPath.Headline)
            || IsLike(extracted, await db.Bodies.Where(b => b.ArticleId == atPath.Id).Select(b => b.Text).FirstAsync(cancellationToken));
        return new Identified(same ? atPath.Id : null, false, PathSeenBefore: !same);
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
