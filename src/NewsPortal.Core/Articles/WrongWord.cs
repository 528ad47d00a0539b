namespace NewsPortal.Core.Articles;

/// <summary>A word that the publisher does not want in print (错别字、禁用词), and what to write instead.</summary>
public sealed class WrongWord
{
    /// <summary>Its number.</summary>
    public int Id { get; set; }

    /// <summary>The word, 1 to 40 characters; unique.</summary>
    public string Wrong { get; set; } = string.Empty;

    /// <summary>What to write instead; empty where the word is only to be thought about.</summary>
    public string Right { get; set; } = string.Empty;

    /// <summary>Why, shown beside a hit; null for nothing.</summary>
    public string? Reason { get; set; }
}
