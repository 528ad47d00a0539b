using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Reading;

/// <summary>Articles by the day in their address, which never moves.</summary>
public static class Archive
{
    /// <summary>The articles of a day.</summary>
    /// <param name="articles">All articles.</param>
    /// <param name="day">The day.</param>
    public static IQueryable<Article> OfDay(this IQueryable<Article> articles, DateOnly day)
    {
        var number = ArticleAddress.Day(day);
        return articles.Visible().Where(a => a.Day == number).NewestFirst();
    }

    /// <summary>The days of a month that have articles, the newest first, with how many.</summary>
    /// <param name="articles">All articles.</param>
    /// <param name="month">Any day of the month.</param>
    public static IQueryable<ArchiveDay> OfMonth(this IQueryable<Article> articles, DateOnly month)
    {
        var first = ArticleAddress.Day(new DateOnly(month.Year, month.Month, 1));
        return articles.Visible().Where(a => a.Day >= first && a.Day <= first + 30)
            .GroupBy(a => a.Day)
            .OrderByDescending(g => g.Key)
            .Select(g => new ArchiveDay(g.Key, g.Count()));
    }

    /// <summary>The nearest day with articles before a day; null where there is none.</summary>
    /// <param name="articles">All articles.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<DateOnly?> DayBeforeAsync(
        this IQueryable<Article> articles, DateOnly day, CancellationToken cancellationToken = default)
    {
        var number = ArticleAddress.Day(day);
        var found = await articles.Visible().Where(a => a.Day < number)
            .OrderByDescending(a => a.Day).Select(a => (int?)a.Day).FirstOrDefaultAsync(cancellationToken);
        return found is { } nearest ? ArticleAddress.Day(nearest) : null;
    }

    /// <summary>The nearest day with articles after a day; null where there is none.</summary>
    /// <param name="articles">All articles.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<DateOnly?> DayAfterAsync(
        this IQueryable<Article> articles, DateOnly day, CancellationToken cancellationToken = default)
    {
        var number = ArticleAddress.Day(day);
        var found = await articles.Visible().Where(a => a.Day > number)
            .OrderBy(a => a.Day).Select(a => (int?)a.Day).FirstOrDefaultAsync(cancellationToken);
        return found is { } nearest ? ArticleAddress.Day(nearest) : null;
    }
}

/// <summary>A day of the archive.</summary>
/// <param name="Day">The day as yyyymmdd.</param>
/// <param name="Articles">How many articles it has.</param>
public sealed record ArchiveDay(int Day, int Articles);
