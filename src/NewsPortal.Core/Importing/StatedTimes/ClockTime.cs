using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.StatedTimes;

/// <summary>A time of day written beside a date, and the zone written beside it.</summary>
internal sealed partial record ClockTime(int Start, int End, TimeOnly Time, string? Zone)
{
    private const string ZonePart =
        @"(?:\s{0,2}\(?(?<z>Z(?![A-Za-z])|(?:UTC|GMT)?\s?[+-]\d{2}(?::?\d{2})?(?!\d)|(?:UTC|GMT|[ECMP][SD]?T|BST|CES?T|HKT|JST|KST|SGT|北京时间|北京時間|美东时间)(?![A-Za-z]))\)?)?";

    private const string Clock =
        @"(?<h>\d{1,2})(?:(?::|h)(?<i>\d{2})(?::(?<s>\d{2})(?:[.,](?<f>\d{1,9}))?)?(?!\d)"
        + @"|\s?[时時点點](?:\s?(?<i>\d{1,2})\s?分(?:\s?(?<s>\d{1,2})\s?秒)?|(?<i>整|半)|(?!\d))"
        + @"|(?=\s?[AaPp]\.?[Mm]))"
        + @"分?(?:\s?(?<ap>[AaPp])\.?[Mm]\.?(?![A-Za-z]))?";

    private const string Half = @"(?<half>凌晨|清晨|早上|早晨|上午|中午|正午|下午|傍晚|晚上|晚间|晚間|夜间|深夜)?\s{0,2}";

    /// <summary>Reads the time that follows a date.</summary>
    /// <param name="line">A line of narrow characters.</param>
    /// <param name="at">The first unit after the date.</param>
    public static ClockTime? ReadAfter(string line, int at) => Read(After().Match(line, at));

    /// <summary>Reads the time that stands before a date (5:20 PM EST, Fri July 7, 2023).</summary>
    /// <param name="line">A line of narrow characters.</param>
    /// <param name="dateStart">Where the date starts.</param>
    public static ClockTime? ReadBefore(string line, int dateStart)
    {
        const int window = 24;
        var from = Math.Max(0, dateStart - window);
        var match = Before().Match(line, from, dateStart - from);
        return Read(match);
    }

    /// <summary>A time from its digits; null where there is no such time.</summary>
    public static TimeOnly? Of(string hour, string minute, string second)
    {
        var (h, m, s) = (Number(hour), Number(minute), Number(second));
        return h is >= 0 and < 24 && m is >= 0 and < 60 && s is >= 0 and < 60 ? new TimeOnly(h, m, s) : null;
    }

    private static int Number(string digits) =>
        digits.Length == 0 ? 0 : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;

    private static ClockTime? Read(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var minute = match.Groups["i"].Value switch { "整" => "0", "半" => "30", var digits => digits };
        if (Of(match.Groups["h"].Value, minute, match.Groups["s"].Value) is not { } time)
        {
            return null;
        }

        var hour = Hour(time.Hour, match.Groups["half"].Value, match.Groups["ap"].Value);
        var fraction = match.Groups["f"].Value.PadRight(7, '0')[..7];
        time = new TimeOnly(hour, time.Minute, time.Second).Add(TimeSpan.FromTicks(long.Parse(fraction, NumberStyles.None, CultureInfo.InvariantCulture)));
        var zone = match.Groups["z"].Success ? match.Groups["z"].Value : match.Groups["zl"].Value;
        return new(match.Index, match.Index + match.Length, time, zone.Length == 0 ? null : zone);
    }

    // A twelve-hour clock counts 12, 1, 2 …; the same words stand before 24-hour times as well, which stay as they are.
    private static int Hour(int hour, string half, string amPm)
    {
        var afternoon = half is "下午" or "傍晚" or "晚上" or "晚间" or "晚間" or "夜间" or "深夜" || amPm is "p" or "P";
        var morning = half is "凌晨" or "上午" || amPm is "a" or "A";
        return (afternoon, morning) switch
        {
            (true, _) when hour < 12 => hour + 12,
            (_, true) when hour == 12 => 0,
            _ when half is "中午" or "正午" && hour < 3 => hour + 12,
            _ => hour,
        };
    }

    [GeneratedRegex(@"\G[\sT,|·•–—_-]{0,4}(?:at\s)?(?:\(?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]\)?\s{0,3})?(?<zl>北京时间|北京時間)?\s?" + Half + Clock + ZonePart, RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(@"(?<!\d|:)" + Half + Clock + ZonePart + @"[\s,·|]{1,3}(?:on\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
