namespace NewsPortal.Core.Articles;

/// <summary>An address that an article once had; it answers 301 in one hop for ever.</summary>
public sealed class OldAddress
{
    /// <summary>The root-relative path, percent-decoded, with the query as it was written where the old address had one; unique.</summary>
    public string Path { get; set; } = string.Empty;

    /// <summary>The article it leads to.</summary>
    public long ArticleId { get; set; }

    /// <summary>The article it leads to.</summary>
    public Article Article { get; set; } = null!;
}
