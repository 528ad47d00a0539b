namespace NewsPortal.Core.Articles;

/// <summary>Says who has an article open for editing. It ends by itself, and only advises: what protects is the version.</summary>
public sealed class ArticleLock
{
    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>Who edits it.</summary>
    public string Holder { get; set; } = string.Empty;

    /// <summary>Since when.</summary>
    public DateTime SinceUtc { get; set; }

    /// <summary>Until when, unless it is renewed.</summary>
    public DateTime UntilUtc { get; set; }
}
