using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.StatedTimes;

/// <summary>Times written as digits alone: 20230707, 20230707172057, 20230707T172057Z, Unix seconds and milliseconds.</summary>
internal static partial class DigitTimes
{
    public static StatedTime? Parse(string text, TimeZoneInfo zone) => Unix(text) ?? Compact(text, zone);

    private static StatedTime? Unix(string text)
    {
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        // Ten digits are seconds and thirteen milliseconds for every moment between 2001 and 2286.
        var at = text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return CalendarDay.IsPlausible(at.Year) ? new StatedTime(at) : null;
    }

    private static StatedTime? Compact(string text, TimeZoneInfo zone)
    {
        var match = CompactPattern().Match(text);
        if (!match.Success || CalendarDay.DayOf(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) is not { } date)
        {
            return null;
        }

        if (!match.Groups["h"].Success)
        {
            return StatedMoment.Of(date, TimeOnly.MinValue, null, zone) with { DateOnly = true };
        }

        return ClockTime.Of(match.Groups["h"].Value, match.Groups["i"].Value, match.Groups["s"].Value) is { } time
            ? StatedMoment.Of(date, time, ZoneName.Offset(match.Groups["z"].Value, date.ToDateTime(time), zone), zone)
            : null;
    }

    [GeneratedRegex(@"^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?:[T ]?(?<h>\d{2})(?<i>\d{2})(?<s>\d{2})?(?:\.\d{1,9})?(?<z>Z|[+-]\d{2}:?\d{2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex CompactPattern();
}
