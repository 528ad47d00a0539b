using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Reading;

/// <summary>The one rule that says what the public may see. Every public list, page, feed, search, API and media address starts here.</summary>
public static class Visibility
{
    /// <summary>The same rule for prepared commands: a condition on <c>"Articles"</c> under the alias <c>a</c>.</summary>
    public const string Sql = "a.\"Status\" = 3";

    /// <summary>Articles that the public may see.</summary>
    /// <remarks>A scheduled article becomes published by an event of the ledger, not by the clock, so no time is compared here.</remarks>
    /// <param name="articles">All articles.</param>
    public static IQueryable<Article> Visible(this IQueryable<Article> articles) =>
        articles.Where(a => a.Status == ArticleStatus.Published);

    /// <summary>Those of some articles that the public may see, read by their numbers.</summary>
    /// <remarks>
    /// SQLite, which keeps no statistics here, takes an index that begins with the status for ten rows long, and for more
    /// than a few numbers it walked all of the archive. A sum is in no index, so it reads the numbers. They are one
    /// parameter: a list of parameters would be another statement for every length.
    /// </remarks>
    /// <param name="articles">All articles.</param>
    /// <param name="ids">The numbers.</param>
    public static IQueryable<Article> VisibleAmong(this IQueryable<Article> articles, IReadOnlyCollection<long> ids)
    {
        long[] numbers = [.. ids];
        return articles.Where(a => EF.Parameter(numbers).Contains(a.Id) && (int)a.Status + 0 == (int)ArticleStatus.Published);
    }

    /// <summary>Newest first, in the site's one total order: (time, id).</summary>
    /// <param name="articles">Any articles.</param>
    public static IOrderedQueryable<Article> NewestFirst(this IQueryable<Article> articles) =>
        articles.OrderByDescending(a => a.PublishedUtc).ThenByDescending(a => a.Id);
}
