namespace NewsPortal.Core.Changes;

/// <summary>
/// One row of the change ledger: a committed change to what the public sees, or an event of the clock. Rows are only
/// ever appended, in the transaction of the change itself, and each carries the hash of the one before.
/// </summary>
public sealed class Change
{
    /// <summary>Its place: 1, 2, 3 … in commit order.</summary>
    public long Sequence { get; set; }

    /// <summary>What happened.</summary>
    public ChangeKind Kind { get; set; }

    /// <summary>The article it happened to; null for the site as a whole.</summary>
    public long? ArticleId { get; set; }

    /// <summary>When.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>Who: a user, <c>import</c>, <c>clock</c>, <c>operator</c>.</summary>
    public string Actor { get; set; } = string.Empty;

    /// <summary>More about it: a setting's key, a clock event's name; null where the kind says it all.</summary>
    public string? Detail { get; set; }

    /// <summary>Hash of the article's public content after the change; null for the site as a whole.</summary>
    public string? ContentHash { get; set; }

    /// <summary>Hash of the previous row; 64 zeros for the first.</summary>
    public string PreviousHash { get; set; } = string.Empty;

    /// <summary>SHA-256 over this row's other fields; see <c>ChangeLedger</c>.</summary>
    public string Hash { get; set; } = string.Empty;
}

/// <summary>What happened. The numbers are stored and hashed.</summary>
public enum ChangeKind
{
    /// <summary>An article became public.</summary>
    Published = 1,

    /// <summary>A public article's content changed.</summary>
    Revised = 2,

    /// <summary>A public article's error was corrected, with a notice.</summary>
    Corrected = 3,

    /// <summary>A public article was taken down.</summary>
    Withdrawn = 4,

    /// <summary>A withdrawn article came back.</summary>
    Restored = 5,

    /// <summary>A public article's address changed.</summary>
    Moved = 6,

    /// <summary>A public article left a list (related, hot, front page).</summary>
    RemovedFromList = 7,

    /// <summary>An article left the store altogether (samples).</summary>
    Removed = 8,

    /// <summary>A site setting, section or fixed page changed.</summary>
    Site = 9,

    /// <summary>Time itself changed what is shown: a new day, an entry that expired, a new hot list.</summary>
    Clock = 10,

    /// <summary>A section, tag, source or writer of a public article has another name; what the article says is the same.</summary>
    Renamed = 11,
}
