using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Publishing;

/// <summary>An article as it was before a change. One that never changed has none.</summary>
public sealed class Revision
{
    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>1 for the article's first state, and so on.</summary>
    public int Number { get; set; }

    /// <summary>The version of the article that said this last.</summary>
    public int Version { get; set; }

    /// <summary>When the change ended this state.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>Who made the change.</summary>
    public string Actor { get; set; } = string.Empty;

    /// <summary>Which change it was.</summary>
    public ArticleAct Act { get; set; }

    /// <summary>Why, where a reason or a notice was given.</summary>
    public string? Reason { get; set; }

    /// <summary>The state before the change: <see cref="ArticleState"/> as compressed JSON.</summary>
    public byte[] Packed { get; set; } = [];
}
