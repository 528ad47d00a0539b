namespace NewsPortal.Core.Finding.Searching;

/// <summary>
/// What a search needs to know of a public article without reading it: one narrow row, stored in the order in which
/// matches are walked (newest first), so that a thousand of them cost a few pages.
/// </summary>
public sealed class SearchEntry
{
    /// <summary>Its row in the full-text index; larger is newer (see <see cref="SearchKeys"/>).</summary>
    public long Key { get; set; }

    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>Its section.</summary>
    public int SectionId { get; set; }

    /// <summary>Its source; null where it has none.</summary>
    public int? SourceId { get; set; }

    /// <summary>When it was published.</summary>
    public DateTime PublishedUtc { get; set; }

    /// <summary>Its headline without anything but letters and digits, folded: two that look alike are equal.</summary>
    public string Headline { get; set; } = string.Empty;

    /// <summary>A hash of <see cref="Headline"/>, by which the article called exactly so is found among any number.</summary>
    public long HeadlineHash { get; set; }

    /// <summary>The rules by which it was indexed (<see cref="SearchIndex.Version"/>); an older one is indexed anew.</summary>
    public int Version { get; set; }
}
