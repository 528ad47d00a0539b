using NewsPortal.Core.Articles;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>An article's picture in a list: a second link to the same page, so it is hidden from keyboards and listeners.</summary>
/// <param name="Article">The article.</param>
/// <param name="Eager">It stands at the top of the page.</param>
public sealed record Shot(Article Article, bool Eager = false);
