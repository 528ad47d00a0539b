namespace NewsPortal.Core.Articles;

/// <summary>Where an article is in its life. The numbers are stored.</summary>
public enum ArticleStatus
{
    /// <summary>Being written; nobody but the newsroom sees it.</summary>
    Draft = 0,

    /// <summary>Waiting for an editor's word.</summary>
    InReview = 1,

    /// <summary>Waiting for its moment.</summary>
    Scheduled = 2,

    /// <summary>Public.</summary>
    Published = 3,

    /// <summary>Taken down, with a reason; its address answers 410.</summary>
    Withdrawn = 4,
}
