using System.ComponentModel.DataAnnotations;

namespace NewsPortal.Web.Api.Resources;

/// <summary>A live report: what an article tells entry by entry, beside its body.</summary>
public sealed class LiveItem
{
    /// <summary>`live` while it goes on, then `ended`.</summary>
    [Required]
    public string State { get; set; } = string.Empty;

    /// <summary>When it began, RFC 3339 with the site's offset.</summary>
    [Required]
    public string From { get; set; } = string.Empty;

    /// <summary>When it ended, RFC 3339 with the site's offset; absent while it goes on.</summary>
    public string? Ended { get; set; }

    /// <summary>Its entries, the newest first.</summary>
    [Required]
    public IReadOnlyList<LiveUpdateItem> Updates { get; set; } = [];
}

/// <summary>An entry of a live report.</summary>
public sealed class LiveUpdateItem
{
    /// <summary>Its number, which never changes.</summary>
    [Required]
    public long Id { get; set; }

    /// <summary>Where it stands in the article's page.</summary>
    [Required]
    public string Url { get; set; } = string.Empty;

    /// <summary>When it was published, RFC 3339 with the site's offset.</summary>
    [Required]
    public string Time { get; set; } = string.Empty;

    /// <summary>When its words were last changed; absent where they never were.</summary>
    public string? Changed { get; set; }

    /// <summary>Its headline; absent where it has none.</summary>
    public string? Headline { get; set; }

    /// <summary>Its text as plain text.</summary>
    [Required]
    public string Text { get; set; } = string.Empty;

    /// <summary>Its text as clean HTML; addresses are absolute.</summary>
    [Required]
    public string Html { get; set; } = string.Empty;

    /// <summary>It belongs to the key moments.</summary>
    [Required]
    public bool Key { get; set; }
}
