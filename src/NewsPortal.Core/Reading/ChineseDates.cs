using System.Globalization;

namespace NewsPortal.Core.Reading;

/// <summary>Dates and times as Chinese readers see them. Written by hand: the program knows no culture's formats.</summary>
public static class ChineseDates
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>A day: 2026年11月24日.</summary>
    /// <param name="day">The day.</param>
    public static string Day(DateOnly day) => Invariant($"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>A day without its year: 11月24日.</summary>
    /// <param name="day">The day.</param>
    public static string ShortDay(DateOnly day) => Invariant($"{day.Month}月{day.Day}日");

    /// <summary>A day of the week: 星期二.</summary>
    /// <param name="day">The day.</param>
    public static string Weekday(DateOnly day) => Invariant($"星期{Weekdays[(int)day.DayOfWeek]}");

    /// <summary>A month: 2026年11月.</summary>
    /// <param name="month">Any day of it.</param>
    public static string Month(DateOnly month) => Invariant($"{month.Year}年{month.Month}月");

    /// <summary>A moment to the minute: 2026年11月24日 16:42.</summary>
    /// <param name="utc">The moment.</param>
    /// <param name="zone">The site's zone.</param>
    public static string Minute(DateTime utc, TimeZoneInfo zone) => Invariant($"{Day(zone.DayOf(utc))} {Clock(utc, zone)}");

    /// <summary>The time of day: 16:42.</summary>
    /// <param name="utc">The moment.</param>
    /// <param name="zone">The site's zone.</param>
    public static string Clock(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
