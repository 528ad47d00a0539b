namespace NewsPortal.Core.Articles;

/// <summary>What a person, or the importer, may do to an article. The numbers are stored.</summary>
public enum ArticleAct
{
    /// <summary>Begin it as a draft.</summary>
    Create = 1,

    /// <summary>Change its fields or its text.</summary>
    Save = 2,

    /// <summary>Hand a draft to an editor.</summary>
    Submit = 3,

    /// <summary>Hand it back to its writer, with a reason.</summary>
    Reject = 4,

    /// <summary>Make it public now.</summary>
    Publish = 5,

    /// <summary>Have it published at a moment.</summary>
    Schedule = 6,

    /// <summary>Take it back from the schedule.</summary>
    HoldBack = 7,

    /// <summary>Set or lift the moment before which it may not appear.</summary>
    Embargo = 8,

    /// <summary>Correct an error of a public article, with a notice.</summary>
    Correct = 9,

    /// <summary>Take a public article down, with a reason.</summary>
    Withdraw = 10,

    /// <summary>Bring a withdrawn article back.</summary>
    Restore = 11,

    /// <summary>Give it another address.</summary>
    Move = 12,

    /// <summary>Bring back an earlier text, as a new save.</summary>
    RestoreRevision = 13,

    /// <summary>Revise it by its file: the importer's act, which no person does.</summary>
    Import = 14,

    /// <summary>Set or clear the moment at which it is taken down by itself.</summary>
    End = 15,
}
