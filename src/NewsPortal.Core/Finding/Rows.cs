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

    /// <summary>How closely the two are related, 0 to 1.</summary>
    public double Score { get; set; }

    /// <summary>The shared terms a reader is shown, joined by <c> · </c>.</summary>
    public string Reasons { get; set; } = string.Empty;
}

/// <summary>One of the terms by which an article is found; the inverted side of relatedness.</summary>
public sealed class ArticleTerm
{
    /// <summary>The term's number, 24 bits made from its letters.</summary>
    public int TermId { get; set; }

    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>How much of the article it says, 0 to 10; each is twice the one before.</summary>
    public short Strength { get; set; }
}

/// <summary>What an article is about, packed, and who is near it.</summary>
public sealed class TermVectorRow
{
    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>When it was published.</summary>
    public DateTime PublishedUtc { get; set; }

    /// <summary>Its strongest terms, four bytes each.</summary>
    public byte[] Terms { get; set; } = [];

    /// <summary>The terms by which it is found, four bytes each.</summary>
    public byte[] IndexTerms { get; set; } = [];

    /// <summary>The nearest articles by these, twelve bytes each: number, closeness.</summary>
    public byte[] Neighbours { get; set; } = [];

    /// <summary>Its terms widened by its neighbours', four bytes each.</summary>
    public byte[] Widened { get; set; } = [];
}

/// <summary>In how many public articles a term stands.</summary>
public sealed class TermCount
{
    /// <summary>The term's number; 0 counts the articles, −1 says that all is to be counted anew.</summary>
    public int TermId { get; set; }

    /// <summary>Number of articles.</summary>
    public int Articles { get; set; }
}
