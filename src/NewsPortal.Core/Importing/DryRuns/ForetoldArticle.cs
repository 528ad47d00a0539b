using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Importing.DryRuns;

/// <summary>An article as a dry run would have left it; see <see cref="ForetoldArticles"/>.</summary>
/// <param name="ArticleId">Its number where the store has it already; null for one that would be new.</param>
/// <param name="ExternalId">Its id of its own.</param>
/// <param name="OriginalHash">SHA-256 of the bytes that it would be made of.</param>
/// <param name="ImportPath">Their path below the imported root.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="OriginalUrl">Its address elsewhere.</param>
/// <param name="ContentHash">The hash of what the public would see.</param>
/// <param name="IsDraft">True where it would not be public.</param>
/// <param name="PublishedUtc">Its time.</param>
/// <param name="PublishedDateOnly">True where that is a day.</param>
/// <param name="PublishedAutomatic">True where no file stated it.</param>
/// <param name="Text">Where its text is kept.</param>
internal sealed record ForetoldArticle(
    long? ArticleId,
    string? ExternalId,
    string OriginalHash,
    string ImportPath,
    string Headline,
    string? OriginalUrl,
    string ContentHash,
    bool IsDraft,
    DateTime PublishedUtc,
    bool PublishedDateOnly,
    bool PublishedAutomatic,
    (long Start, int Length) Text)
{
    /// <summary>True once a later input would have changed it.</summary>
    public bool IsOutdated { get; set; }

    /// <summary>The article that a further input finds: what a file leaves open stays as it is.</summary>
    /// <param name="nowUtc">The moment of the import.</param>
    public Article ToArticle(DateTime nowUtc) => new()
    {
        CreatedUtc = nowUtc,
        ExternalId = ExternalId,
        PublishedUtc = PublishedUtc,
        PublishedDateOnly = PublishedDateOnly,
        PublishedAutomatic = PublishedAutomatic,
    };
}
