using System.Globalization;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Wording;

/// <summary>Dates and times as readers of one language see them. Written by hand: the program knows no culture's formats.</summary>
public abstract class SiteDates
{
    /// <summary>A day: 2026年11月24日, 24 November 2026.</summary>
    /// <param name="day">The day.</param>
    public abstract string Day(DateOnly day);

    /// <summary>A day without its year: 11月24日, 24 November.</summary>
    /// <param name="day">The day.</param>
    public abstract string ShortDay(DateOnly day);

    /// <summary>A day in a narrow column: 11-24, 24 Nov.</summary>
    /// <param name="day">The day.</param>
    public abstract string NarrowDay(DateOnly day);

    /// <summary>A day of the week: 星期二, Tuesday.</summary>
    /// <param name="day">The day.</param>
    public abstract string Weekday(DateOnly day);

    /// <summary>A day with its weekday, in the two parts that stay whole where a line breaks.</summary>
    /// <param name="day">The day.</param>
    public abstract IReadOnlyList<string> FullDay(DateOnly day);

    /// <summary>A day of a month's list: 11月24日 星期二, Tuesday, 24 November.</summary>
    /// <param name="day">The day.</param>
    public abstract string DayInMonth(DateOnly day);

    /// <summary>A month: 2026年11月, November 2026.</summary>
    /// <param name="month">Any day of it.</param>
    public abstract string Month(DateOnly month);

    /// <summary>A year in a narrow column: 2026年, 2026.</summary>
    /// <param name="day">Any day of it.</param>
    public abstract string Year(DateOnly day);

    /// <summary>A moment to the minute: 2026年11月24日 16:42, 24 November 2026, 16:42.</summary>
    /// <param name="utc">The moment.</param>
    /// <param name="zone">The site's zone.</param>
    public abstract string Minute(DateTime utc, TimeZoneInfo zone);

    /// <summary>The time of day: 16:42.</summary>
    /// <param name="utc">The moment.</param>
    /// <param name="zone">The site's zone.</param>
    public static string Clock(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>When an article was published: to the minute, or the day alone.</summary>
    /// <param name="article">The article.</param>
    /// <param name="zone">The site's zone.</param>
    public string Published(Article article, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.PublishedDateOnly ? Day(zone.DayOf(article.PublishedUtc)) : Minute(article.PublishedUtc, zone);
    }
}
