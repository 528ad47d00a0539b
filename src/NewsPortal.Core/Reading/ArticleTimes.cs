using System.Globalization;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Reading;

/// <summary>
/// An article's times as machines read them. Every place that states one (the page's <c>datetime</c>, JSON-LD, OpenGraph,
/// feeds, sitemaps) takes its string from here, so that no two of them can disagree.
/// </summary>
public static class ArticleTimes
{
    /// <summary>A moment with the zone's offset, to the second (RFC 3339): 2023-07-07T17:20:57+08:00.</summary>
    /// <param name="utc">The moment.</param>
    /// <param name="zone">The site's zone.</param>
    public static string Moment(DateTime utc, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(utc), zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    /// <summary>A calendar day: 2023-07-07.</summary>
    /// <param name="day">The day.</param>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>When an article was published; a date alone where its source gave no time.</summary>
    /// <param name="article">The article.</param>
    /// <param name="zone">The site's zone.</param>
    public static string Published(this Article article, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.PublishedDateOnly ? Day(zone.DayOf(article.PublishedUtc)) : Moment(article.PublishedUtc, zone);
    }

    /// <summary>When an article's public content last changed; its publication where it never did.</summary>
    /// <param name="article">The article.</param>
    /// <param name="zone">The site's zone.</param>
    public static string Modified(this Article article, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.RevisedUtc is { } revised ? Moment(revised, zone) : article.Published(zone);
    }

    /// <summary>When an article's public content last changed, publication included.</summary>
    /// <param name="article">The article.</param>
    public static DateTime ModifiedUtc(this Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.RevisedUtc ?? article.PublishedUtc;
    }
}
