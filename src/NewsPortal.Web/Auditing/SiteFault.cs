namespace NewsPortal.Web.Auditing;

/// <summary>Something that a reader or a crawler would stumble over.</summary>
/// <param name="Kind">What kind of fault, one of <see cref="FaultKind"/>.</param>
/// <param name="Address">Where, root-relative.</param>
/// <param name="Message">What is wrong.</param>
public sealed record SiteFault(string Kind, string Address, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Address}: {Message}";
}

/// <summary>The kinds of fault that a check names.</summary>
public static class FaultKind
{
    /// <summary>A page that should be there does not answer 200.</summary>
    public const string Status = "status";

    /// <summary>A withdrawn article does not answer 410.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The page that is kept is not what the store makes of its article now.</summary>
    public const string StalePage = "stale-page";

    /// <summary>The canonical address is not the page's own.</summary>
    public const string Canonical = "canonical";

    /// <summary>The one <c>h1</c> is not the headline.</summary>
    public const string Headline = "headline";

    /// <summary>Page, structured data, OpenGraph, feed, sitemap or header state different times.</summary>
    public const string Dates = "dates";

    /// <summary>Structured data does not parse, is missing or contradicts the page.</summary>
    public const string StructuredData = "structured-data";

    /// <summary>What readers see of the text is not the stored text.</summary>
    public const string Text = "text";

    /// <summary>Two pages have the same address or title.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>A link of ours leads to nothing.</summary>
    public const string Link = "link";

    /// <summary>An old address does not lead to its article in one hop.</summary>
    public const string Redirect = "redirect";

    /// <summary>A picture does not answer, or its file is gone.</summary>
    public const string Picture = "picture";

    /// <summary>A picture that nobody describes: neither alternative text nor caption.</summary>
    public const string AltText = "alt";

    /// <summary>The sitemaps and the published articles are not the same set.</summary>
    public const string Sitemap = "sitemap";

    /// <summary>A feed does not parse, or names what is not published.</summary>
    public const string Feed = "feed";

    /// <summary>Search does not find an article by its own headline.</summary>
    public const string Search = "search";

    /// <summary>An article stands in its own related list, or a list names what is not published.</summary>
    public const string List = "list";
}
