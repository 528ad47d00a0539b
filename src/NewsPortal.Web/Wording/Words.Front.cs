namespace NewsPortal.Web.Wording;

/// <content>The front page, and stories wherever they stand.</content>
public abstract partial class Words
{
    /// <summary>Said on an empty site.</summary>
    public abstract string NoArticlesYet { get; }

    /// <summary>The lead story, to a listener.</summary>
    public abstract string LeadLabel { get; }

    /// <summary>The stories beside it, to a listener.</summary>
    public abstract string SecondsLabel { get; }

    /// <summary>Stories: reports of one event over time.</summary>
    public abstract string Stories { get; }

    /// <summary>One of them.</summary>
    public abstract string Story { get; }

    /// <summary>Marks a story that no editor named.</summary>
    public abstract string GroupedAutomatically { get; }

    /// <summary>The same at length.</summary>
    public abstract string GroupedAutomaticallyWhy { get; }

    /// <summary>What kind of list a story that no editor named is.</summary>
    public abstract string StoryGroupedAutomatically { get; }
}
