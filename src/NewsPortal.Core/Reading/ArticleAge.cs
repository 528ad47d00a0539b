using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Reading;

/// <summary>
/// When a reader is to be told that an article is old: shared links bring people to news of years ago as if it were today's.
/// </summary>
public static class ArticleAge
{
    /// <summary>The age from which a notice stands above an article, in years.</summary>
    public const int NoticeYears = 1;

    /// <summary>True where an article has that age.</summary>
    /// <param name="article">The article.</param>
    /// <param name="today">Today in the site's zone.</param>
    public static bool IsOld(Article article, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Day <= LastOldDay(today);
    }

    /// <summary>The last day of which articles have that age, as yyyymmdd.</summary>
    /// <param name="today">Today in the site's zone.</param>
    public static int LastOldDay(DateOnly today) => ArticleAddress.Day(today.AddYears(-NoticeYears));
}
