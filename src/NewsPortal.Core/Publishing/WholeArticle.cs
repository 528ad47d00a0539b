using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Publishing;

/// <summary>Loads articles with everything that their content hash is made of, as any change to them needs.</summary>
public static class WholeArticle
{
    /// <summary>With body, section, source, tags, writers, pictures and the entries of a live report.</summary>
    /// <param name="articles">Any articles.</param>
    public static IQueryable<Article> WithEverything(this IQueryable<Article> articles) => articles
        .Include(a => a.Body).Include(a => a.Section).Include(a => a.Source).Include(a => a.LeadPicture)
        .Include(a => a.Tags).ThenInclude(t => t.Tag)
        .Include(a => a.Authors).ThenInclude(t => t.Author)
        .Include(a => a.LiveUpdates)
        .Include(a => a.Pictures).ThenInclude(p => p.Picture)
        .AsSplitQuery();
}
