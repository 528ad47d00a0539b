namespace NewsPortal.Core.Articles;

/// <summary>The root-relative address of an article: <c>/2023/07/07/SLUG</c>.</summary>
public static class ArticleAddress
{
    /// <summary>Writes an address.</summary>
    /// <param name="day">The day as yyyymmdd.</param>
    /// <param name="slug">The slug.</param>
    public static string Of(int day, string slug) =>
        $"/{day / 10000:0000}/{day / 100 % 100:00}/{day % 100:00}/{slug}";

    /// <summary>A calendar day as the number stored: 20230707.</summary>
    /// <param name="day">The day in the site's zone.</param>
    public static int Day(DateOnly day) => (day.Year * 10000) + (day.Month * 100) + day.Day;

    /// <summary>The calendar day of a stored number.</summary>
    /// <param name="day">The day as yyyymmdd.</param>
    public static DateOnly Day(int day) => new(day / 10000, day / 100 % 100, day % 100);
}
