using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding.Hot;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Reading;

/// <summary>What is read most, as readers see it.</summary>
public static class HotList
{
    /// <summary>How many stand on the front page and below articles.</summary>
    public const int ShortLength = 10;

    /// <summary>The list as last ranked, without what has left the site since.</summary>
    /// <param name="articles">All articles.</param>
    /// <param name="db">Where the ranks are.</param>
    /// <param name="window">Which list.</param>
    public static IQueryable<Article> MostRead(this IQueryable<Article> articles, NewsDbContext db, HotWindow window)
    {
        ArgumentNullException.ThrowIfNull(db);
        return articles.Visible()
            .Join(db.HotEntries.Where(e => e.Window == window), a => a.Id, e => e.ArticleId, (article, entry) => new { article, entry.Rank })
            .OrderBy(r => r.Rank).Select(r => r.article).ForLists();
    }
}
