namespace NewsPortal.Core.Publishing;

/// <summary>Someone saved the article since the editor began: nothing was written, so that nobody's work is lost.</summary>
/// <param name="stored">The article as it is stored now.</param>
/// <param name="version">Its version: the one to save on, once both texts are one.</param>
/// <param name="began">The article as the editor began with it; null where only its state has changed since.</param>
/// <param name="savedBy">Who saved it last; null where that is not known.</param>
/// <param name="savedUtc">When.</param>
public sealed class EditConflictException(ArticleEdit stored, int version, ArticleEdit? began, string? savedBy, DateTime savedUtc)
    : Exception($"The article was saved by {savedBy ?? "someone else"} meanwhile (version {version}). Compare both texts and save again.")
{
    /// <summary>The article as it is stored now.</summary>
    public ArticleEdit Stored => stored;

    /// <summary>Its version.</summary>
    public int Version => version;

    /// <summary>The article as the editor began with it; null where only its state has changed since.</summary>
    public ArticleEdit? Began => began;

    /// <summary>Who saved it last; null where that is not known.</summary>
    public string? SavedBy => savedBy;

    /// <summary>When.</summary>
    public DateTime SavedUtc => savedUtc;
}
