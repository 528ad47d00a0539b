namespace NewsPortal.Core.Publishing;

/// <summary>What an editor asked of an article cannot be done; the message names the field and says what to do.</summary>
/// <param name="name">The field as in JSON (<c>headline</c>, <c>body</c>, <c>published</c>), or <c>status</c>, <c>reason</c>, <c>notice</c>, <c>id</c>.</param>
/// <param name="problem">What is wrong with it, for a page to say in its own words.</param>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">What refused it.</param>
public sealed class ArticleEditException(string name, EditProblem problem, string message, Exception? inner = null) : Exception($"{name}: {message}", inner)
{
    /// <summary>The field.</summary>
    public string Field => name;

    /// <summary>What is wrong with it.</summary>
    public EditProblem Problem => problem;
}

/// <summary>What is wrong with a field.</summary>
public enum EditProblem
{
    /// <summary>It is empty and must not be.</summary>
    Missing,

    /// <summary>It is longer, larger or deeper than is stored.</summary>
    TooLong,

    /// <summary>It cannot be read as what it should be.</summary>
    Unreadable,

    /// <summary>It names something that is not there.</summary>
    Unknown,

    /// <summary>Another article has it.</summary>
    Taken,

    /// <summary>The moment must not lie ahead.</summary>
    Ahead,

    /// <summary>The moment must lie ahead.</summary>
    Past,

    /// <summary>Somebody changed it since it was opened.</summary>
    Overtaken,

    /// <summary>The article's state does not allow it.</summary>
    NotPossible,
}
