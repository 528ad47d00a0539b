namespace NewsPortal.Core.Articles;

/// <summary>A remark of the newsroom on an article. No page, feed, search or export that readers reach ever holds one.</summary>
public sealed class EditorialNote
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>When.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>Who.</summary>
    public string Actor { get; set; } = string.Empty;

    /// <summary>What, 1 to 2,000 characters of plain text.</summary>
    public string Text { get; set; } = string.Empty;
}
