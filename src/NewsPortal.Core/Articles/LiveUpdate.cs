namespace NewsPortal.Core.Articles;

/// <summary>One entry of a live report: a moment, a headline, some text. Readers see the newest first.</summary>
public sealed class LiveUpdate
{
    /// <summary>Number, part of the entry's anchor.</summary>
    public long Id { get; set; }

    /// <summary>The article that reports live.</summary>
    public long ArticleId { get; set; }

    /// <summary>The moment it was published, UTC.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>When its words were last changed, UTC; null where they never were.</summary>
    public DateTime? ChangedUtc { get; set; }

    /// <summary>Its headline; may be empty.</summary>
    public string Headline { get; set; } = string.Empty;

    /// <summary>Its text as cleaned HTML of the body's allow-list.</summary>
    public string Html { get; set; } = string.Empty;

    /// <summary>Its text without markup.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>The staff member who wrote it.</summary>
    public string Author { get; set; } = string.Empty;

    /// <summary>True where it stands in the summary of key moments.</summary>
    public bool IsKey { get; set; }

    /// <summary>When its words last changed, their publication included.</summary>
    public DateTime LastUtc => ChangedUtc ?? AtUtc;
}
