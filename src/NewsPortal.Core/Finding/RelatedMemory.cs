namespace NewsPortal.Core.Finding;

/// <summary>What is remembered from one article to the next while related lists are computed.</summary>
public sealed class RelatedMemory
{
    // Some 4 KB each.
    private const int MostVectors = 16_384;

    // A hundred each, 1.6 KB.
    private const int MostNear = 16_384;

    private const int MostCounts = 1_500_000;

    private readonly bool _keeps;
    private readonly Dictionary<long, List<Near>> _near = [];

    /// <summary>Remembers for one transaction.</summary>
    public RelatedMemory()
        : this(keeps: false)
    {
    }

    private RelatedMemory(bool keeps) => (_keeps, Heads) = (keeps, new PostingHeads(keeps));

    /// <summary>How articles open.</summary>
    internal OpeningCache Openings { get; } = new();

    /// <summary>The articles under their terms.</summary>
    internal PostingHeads Heads { get; }

    /// <summary>What articles are compared by; null for one that is not public.</summary>
    internal Dictionary<long, ArticleVector?> Vectors { get; } = [];

    /// <summary>True where more is known than is to be kept.</summary>
    internal bool IsFull => Vectors.Count >= MostVectors;

    /// <summary>In how many articles terms stand, as far as it was read; null where it is not kept.</summary>
    internal Dictionary<int, int>? Counts
    {
        get
        {
            if (field?.Count > MostCounts)
            {
                field.Clear();
            }

            return _keeps ? field ??= [] : null;
        }
    }

    /// <summary>Remembers from one transaction to the next; whoever uses it forgets it when somebody else has written.</summary>
    public static RelatedMemory OfBulk() => new(keeps: true);

    /// <summary>Forgets everything.</summary>
    public void Forget()
    {
        Heads.Clear();
        Counts?.Clear();
        _near.Clear();
        Vectors.Clear();
        Openings.Clear();
    }

    /// <summary>Remembers which articles are near one, from the time when it is placed to that of its list.</summary>
    internal void Keep(long article, List<Near> near)
    {
        if (_keeps && _near.Count < MostNear)
        {
            _near[article] = near;
        }
    }

    /// <summary>The articles near one, where they are remembered, for the last time.</summary>
    internal List<Near>? Take(long article) => _near.Remove(article, out var near) ? near : null;
}
