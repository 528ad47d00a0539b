using System.Collections.Frozen;

namespace NewsPortal.Core.Articles;

/// <summary>Which acts are possible in which state: the one table that articles guard themselves by and pages ask.</summary>
public static class ArticleActs
{
    private static readonly FrozenDictionary<ArticleStatus, FrozenSet<ArticleAct>> Table = new Dictionary<ArticleStatus, ArticleAct[]>
    {
        [ArticleStatus.Draft] =
        [
            ArticleAct.Save, ArticleAct.RestoreRevision, ArticleAct.Submit, ArticleAct.Publish, ArticleAct.Schedule, ArticleAct.Embargo, ArticleAct.Move, ArticleAct.End,
        ],
        [ArticleStatus.InReview] =
        [
            ArticleAct.Save, ArticleAct.RestoreRevision, ArticleAct.Reject, ArticleAct.Publish, ArticleAct.Schedule, ArticleAct.Embargo, ArticleAct.Move, ArticleAct.End,
        ],
        [ArticleStatus.Scheduled] =
        [
            ArticleAct.Save, ArticleAct.RestoreRevision, ArticleAct.Publish, ArticleAct.Schedule, ArticleAct.HoldBack, ArticleAct.Embargo, ArticleAct.Move, ArticleAct.End,
        ],
        [ArticleStatus.Published] = [ArticleAct.Save, ArticleAct.RestoreRevision, ArticleAct.Correct, ArticleAct.Withdraw, ArticleAct.Move, ArticleAct.End],

        // What was wrong can be put right before it comes back. Its address stays: it answers 410.
        [ArticleStatus.Withdrawn] = [ArticleAct.Save, ArticleAct.RestoreRevision, ArticleAct.Restore],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>The acts that are possible in a state.</summary>
    /// <param name="status">The state.</param>
    public static IReadOnlySet<ArticleAct> In(ArticleStatus status) => Table[status];

    /// <summary>True where an act is possible in a state.</summary>
    /// <param name="status">The state.</param>
    /// <param name="act">The act.</param>
    public static bool May(ArticleStatus status, ArticleAct act) => Table[status].Contains(act);

    /// <summary>The states in which an act is possible.</summary>
    /// <param name="act">The act.</param>
    public static IEnumerable<ArticleStatus> StatesFor(ArticleAct act) => Enum.GetValues<ArticleStatus>().Where(status => May(status, act));

    /// <summary>True in the states before an article was ever public: its address and its moment are still open.</summary>
    /// <param name="status">The state.</param>
    public static bool IsBeforePublication(this ArticleStatus status) =>
        status is ArticleStatus.Draft or ArticleStatus.InReview or ArticleStatus.Scheduled;
}
