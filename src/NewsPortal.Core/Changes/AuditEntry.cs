namespace NewsPortal.Core.Changes;

/// <summary>One act of the newsroom, public or not: who did what to what, and what changed. Rows are only ever appended.</summary>
public sealed class AuditEntry
{
    /// <summary>Its number; later acts have larger ones.</summary>
    public long Id { get; set; }

    /// <summary>When.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>Who.</summary>
    public string Actor { get; set; } = string.Empty;

    /// <summary>What: <c>article.save</c>, <c>article.reject</c> …</summary>
    public string Act { get; set; } = string.Empty;

    /// <summary>The article it was done to; null for an act that concerns none. It may have left the store since.</summary>
    public long? ArticleId { get; set; }

    /// <summary>What it was done to, as people call it: a headline, a user's name.</summary>
    public string Subject { get; set; } = string.Empty;

    /// <summary>Why, where a reason or a notice was given.</summary>
    public string? Reason { get; set; }

    /// <summary>What changed, as it was: a JSON object of short strings by field; null where nothing was there.</summary>
    public string? Before { get; set; }

    /// <summary>The same fields as they are now.</summary>
    public string? After { get; set; }
}
