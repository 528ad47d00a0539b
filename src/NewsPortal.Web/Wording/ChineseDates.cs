using System.Globalization;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Wording;

/// <summary>Dates in Chinese. Simplified and traditional writing share every character of them.</summary>
internal sealed class ChineseDates : SiteDates
{
    private const string Weekdays = "日一二三四五六";

    public static ChineseDates Instance { get; } = new();

    public override string Day(DateOnly day) => $"{day.Year}年{ShortDay(day)}";

    public override string ShortDay(DateOnly day) => $"{day.Month}月{day.Day}日";

    public override string NarrowDay(DateOnly day) => day.ToString("MM-dd", CultureInfo.InvariantCulture);

    public override string Weekday(DateOnly day) => $"星期{Weekdays[(int)day.DayOfWeek]}";

    public override IReadOnlyList<string> FullDay(DateOnly day) => [Day(day), Weekday(day)];

    public override string DayInMonth(DateOnly day) => $"{ShortDay(day)} {Weekday(day)}";

    public override string Month(DateOnly month) => $"{month.Year}年{month.Month}月";

    public override string Year(DateOnly day) => $"{day.Year}年";

    public override string Minute(DateTime utc, TimeZoneInfo zone) => $"{Day(zone.DayOf(utc))} {Clock(utc, zone)}";
}
