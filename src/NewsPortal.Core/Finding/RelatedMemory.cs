namespace NewsPortal.Core.Finding;

/// <summary>What is remembered from one article to the next while related lists are computed.</summary>
public sealed class RelatedMemory
{
    // Some 4 KB each.
    private const int MostVectors = 16_384;

    /// <summary>Remembers for one transaction.</summary>
    public RelatedMemory()
        : this(keeps: false)
    {
    }

    private RelatedMemory(bool keeps) => Heads = new PostingHeads(keeps);

    /// <summary>How articles open.</summary>
    internal OpeningCache Openings { get; } = new();

    /// <summary>The articles under their terms.</summary>
    internal PostingHeads Heads { get; }

    /// <summary>What articles are compared by; null for one that is not public.</summary>
    internal Dictionary<long, ArticleVector?> Vectors { get; } = [];

    /// <summary>True where more is known than is to be kept.</summary>
    internal bool IsFull => Vectors.Count >= MostVectors;

    /// <summary>Remembers from one transaction to the next; whoever uses it forgets it when somebody else has written.</summary>
    public static RelatedMemory OfBulk() => new(keeps: true);

    /// <summary>Forgets everything.</summary>
    public void Forget()
    {
        Heads.Clear();
        Vectors.Clear();
        Openings.Clear();
    }
}
