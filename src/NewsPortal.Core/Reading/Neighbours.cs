using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Reading;

/// <summary>Previous and next in the site's one order. Many articles of one import share a moment; the number decides between them.</summary>
public static class Neighbours
{
    /// <summary>Articles before another in (time, id), the nearest first.</summary>
    /// <param name="articles">Visible articles.</param>
    /// <param name="article">The other.</param>
    public static IQueryable<Article> JustBefore(this IQueryable<Article> articles, Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return articles.AsNoTracking().JustBefore(article.PublishedUtc, article.Id);
    }

    /// <summary>Articles before a place in (time, id), the nearest first.</summary>
    /// <param name="articles">Visible articles.</param>
    /// <param name="time">The place's time.</param>
    /// <param name="id">The place's number.</param>
    public static IQueryable<Article> JustBefore(this IQueryable<Article> articles, DateTime time, long id) =>

        // The first condition is implied by the second; it is the one that an index can start from.
        articles.Where(a => a.PublishedUtc <= time && (a.PublishedUtc < time || a.Id < id)).NewestFirst();

    /// <summary>Articles after another in (time, id), the nearest first.</summary>
    /// <param name="articles">Visible articles.</param>
    /// <param name="article">The other.</param>
    public static IQueryable<Article> JustAfter(this IQueryable<Article> articles, Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var (time, id) = (article.PublishedUtc, article.Id);
        return articles.AsNoTracking()
            .Where(a => a.PublishedUtc >= time && (a.PublishedUtc > time || a.Id > id))
            .OrderBy(a => a.PublishedUtc).ThenBy(a => a.Id);
    }
}
