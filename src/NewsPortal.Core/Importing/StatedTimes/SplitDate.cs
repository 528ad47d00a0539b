using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.StatedTimes;

/// <summary>
/// A date set as a badge, its parts on lines of their own: 2023 / 07/07 / 17:20, or 07 / 2023-07. Seen as lines, none of
/// its parts is a date.
/// </summary>
internal static partial class SplitDate
{
    /// <summary>Reads the date whose first part is a line.</summary>
    /// <param name="lines">The lines, each trimmed.</param>
    /// <param name="at">Index of the first part.</param>
    /// <param name="zone">The zone taken for it.</param>
    /// <returns>The moment and how many lines it takes; null where no date begins there.</returns>
    public static (StatedTime Time, int Lines)? Read(IReadOnlyList<string> lines, int at, TimeZoneInfo zone)
    {
        if (at + 1 >= lines.Count || lines[at].Length > 6 || lines[at + 1].Length > 10)
        {
            return null;
        }

        var date = Year().Match(lines[at]) is { Success: true } year && MonthDay().Match(lines[at + 1]) is { Success: true } rest
                ? CalendarDay.DayOf(year.Groups["y"].Value, rest.Groups["m"].Value, rest.Groups["d"].Value)
            : Day().Match(lines[at]) is { Success: true } day && YearMonth().Match(lines[at + 1]) is { Success: true } month
                ? CalendarDay.DayOf(month.Groups["y"].Value, month.Groups["m"].Value, day.Groups["d"].Value)
            : null;
        if (date is not { } found)
        {
            return null;
        }

        return at + 2 < lines.Count && lines[at + 2].Length <= 10 && Clock().Match(lines[at + 2]) is { Success: true } clock
            && ClockTime.Of(clock.Groups["h"].Value, clock.Groups["i"].Value, clock.Groups["s"].Value) is { } time
                ? (StatedMoment.Of(found, time, null, zone), 3)
                : (StatedMoment.Of(found, TimeOnly.MinValue, null, zone) with { DateOnly = true }, 2);
    }

    [GeneratedRegex(@"^(?<y>\d{4})\s?[-/.年]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?<m>\d{1,2})\s?[-/.月]\s?(?<d>\d{1,2})日?$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"^(?<d>\d{1,2})日?$", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?<y>\d{4})\s?[-/.年]\s?(?<m>\d{1,2})月?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^(?<h>\d{1,2}):(?<i>\d{2})(?::(?<s>\d{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
