using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Wording;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>A list of a time and a headline a line.</summary>
/// <param name="Site">The site.</param>
/// <param name="Articles">The articles, in order.</param>
public sealed record NewsList(SiteSnapshot Site, IReadOnlyList<Article> Articles)
{
    // A month and day say which year they mean only while they lie less than a year back.
    private const int DaysWithoutYear = 300;

    /// <summary>The short time shown: 16:42 today (今天 where only the day is known), 11-23 lately, 2023年 long ago.</summary>
    /// <param name="article">The article.</param>
    public string TimeOf(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var day = Site.Zone.DayOf(article.PublishedUtc);
        if (day == Site.Today)
        {
            return article.PublishedDateOnly ? Site.Words.Today : SiteDates.Clock(article.PublishedUtc, Site.Zone);
        }

        return Site.Today.DayNumber - day.DayNumber < DaysWithoutYear
            ? Site.Words.Dates.NarrowDay(day)
            : Site.Words.Dates.Year(day);
    }
}
