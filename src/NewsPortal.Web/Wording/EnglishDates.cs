using System.Globalization;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Wording;

/// <summary>Dates in English, day first.</summary>
internal sealed class EnglishDates : SiteDates
{
    public static EnglishDates Instance { get; } = new();

    public override string Day(DateOnly day) => Written(day, "d MMMM yyyy");

    public override string ShortDay(DateOnly day) => Written(day, "d MMMM");

    public override string NarrowDay(DateOnly day) => Written(day, "d MMM");

    public override string Weekday(DateOnly day) => Written(day, "dddd");

    public override IReadOnlyList<string> FullDay(DateOnly day) => [Weekday(day), Day(day)];

    public override string DayInMonth(DateOnly day) => Written(day, "dddd, d MMMM");

    public override string Month(DateOnly month) => Written(month, "MMMM yyyy");

    public override string Year(DateOnly day) => Written(day, "yyyy");

    public override string Minute(DateTime utc, TimeZoneInfo zone) => $"{Day(zone.DayOf(utc))}, {Clock(utc, zone)}";

    // The invariant culture's names are English.
    private static string Written(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
