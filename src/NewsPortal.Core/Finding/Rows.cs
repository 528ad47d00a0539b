namespace NewsPortal.Core.Finding;

/// <summary>One entry of an article's related list, stored in order.</summary>
public sealed class RelatedArticle
{
    /// <summary>Whose list.</summary>
    public long ArticleId { get; set; }

    /// <summary>Its place, from 1 to 15.</summary>
    public int Rank { get; set; }

    /// <summary>The related article.</summary>
    public long RelatedId { get; set; }

    /// <summary>Cosine of the two articles' strongest terms, 0 to 1.</summary>
    public double Score { get; set; }

    /// <summary>The shared terms a reader is shown, joined by <c> · </c>.</summary>
    public string Reasons { get; set; } = string.Empty;
}

/// <summary>One strong term of one article and its weight; the inverted side of relatedness.</summary>
public sealed class ArticleTerm
{
    /// <summary>The term: a pair of Han characters or a Latin word, folded.</summary>
    public string Term { get; set; } = string.Empty;

    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>Its weight; an article's weights have unit length.</summary>
    public float Weight { get; set; }
}

/// <summary>In how many articles a term stands.</summary>
public sealed class TermCount
{
    /// <summary>The term, folded.</summary>
    public string Term { get; set; } = string.Empty;

    /// <summary>Number of articles.</summary>
    public int Articles { get; set; }
}
