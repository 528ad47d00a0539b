namespace NewsPortal.Core.Articles;

/// <summary>An article that an editor put on the front page, where it stays whatever is published after it.</summary>
public sealed class FrontPin
{
    /// <summary>The article; it has one place.</summary>
    public long ArticleId { get; set; }

    /// <summary>The article.</summary>
    public Article Article { get; set; } = null!;

    /// <summary>It is the lead story; else it is one of the stories below and beside it. At most one is.</summary>
    public bool IsLead { get; set; }

    /// <summary>Its place among the pins, from 0; the lead's counts for nothing.</summary>
    public int Position { get; set; }

    /// <summary>When it ends by itself; null for never.</summary>
    public DateTime? UntilUtc { get; set; }
}

/// <summary>An article that an editor keeps out of what is read most.</summary>
public sealed class HotExclusion
{
    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>Since when.</summary>
    public DateTime AtUtc { get; set; }
}
