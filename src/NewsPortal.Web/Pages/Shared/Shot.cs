using NewsPortal.Core.Articles;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>An article's picture in a list: a second link to the same page, so it is hidden from keyboards and listeners.</summary>
/// <param name="Article">The article.</param>
/// <param name="Sizes">How wide it is shown there; one of the four below.</param>
/// <param name="IsFirst">It stands at the top of the page.</param>
public sealed record Shot(Article Article, string Sizes, bool IsFirst = false)
{
    /// <summary>Beside a row of a list (site.css, <c>.row.pictured</c>).</summary>
    public const string Row = "clamp(6.5rem, 22vw, 11.5rem)";

    /// <summary>Over the front page's lead.</summary>
    public const string Lead = "(min-width: 64rem) min(36rem, 45vw), 100vw";

    /// <summary>With the second story, in its column.</summary>
    public const string Second = "(max-width: 35.99rem) 7.5rem, (min-width: 64rem) 17rem, 50vw";

    /// <summary>Over the first story of a section's block.</summary>
    public const string Block = "(min-width: 64rem) 16rem, (min-width: 36rem) 46vw, 100vw";
}
