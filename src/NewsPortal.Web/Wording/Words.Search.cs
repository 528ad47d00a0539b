namespace NewsPortal.Web.Wording;

/// <content>Search.</content>
public abstract partial class Words
{
    /// <summary>Title of a search.</summary>
    /// <param name="query">The words looked for.</param>
    public abstract string SearchFor(string query);

    /// <summary>No limit.</summary>
    public abstract string Everything { get; }

    /// <summary>The first day.</summary>
    public abstract string From { get; }

    /// <summary>The last day.</summary>
    public abstract string To { get; }

    /// <summary>The section in which something was found.</summary>
    public abstract string Section { get; }

    /// <summary>When it was published.</summary>
    public abstract string Time { get; }

    /// <summary>A way to narrow a search, to a listener.</summary>
    /// <param name="name">What it narrows by.</param>
    public abstract string NarrowBy(string name);

    /// <summary>A year.</summary>
    /// <param name="year">The year.</param>
    public abstract string Year(int year);

    /// <summary>Nothing was found.</summary>
    /// <param name="query">The words looked for.</param>
    public abstract string NotFound(string query);

    /// <summary>What to do then.</summary>
    public abstract string TryOtherWords { get; }

    /// <summary>What to do where the search was narrowed.</summary>
    public abstract string SearchEverything { get; }

    /// <summary>No article has all the words, these have some.</summary>
    /// <param name="total">How many.</param>
    public abstract string Widened(int total);

    /// <summary>What was found.</summary>
    /// <param name="total">How many are listed.</param>
    /// <param name="isFloor">There are more.</param>
    public abstract string Found(int total, bool isFloor);

    /// <summary>What stands before other queries.</summary>
    public abstract string Try { get; }
}
