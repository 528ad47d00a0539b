using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.StatedTimes;

/// <summary>A day written in a line, and where it stands.</summary>
internal sealed partial record CalendarDay(int Start, int End, DateOnly Date)
{
    private const string Months =
        "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";

    private const string Weekday = @"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s{1,2})?";

    // Java's and JavaScript's date strings put the clock (and a zone's name) between the day and the year.
    private const string ClockBetween = @"(?=\s\d{2}:\d{2}:\d{2}\s(?:[A-Z]{2,5}\s)?(?<ty>\d{4}))";

    private const string MonthOrder = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>True for the years that a news article can be from.</summary>
    public static bool IsPlausible(int year) => year is >= 1980 and <= 2100;

    /// <summary>The first day in a line of narrow characters.</summary>
    public static CalendarDay? FindFirst(string line)
    {
        CalendarDay? first = null;
        foreach (var pattern in Patterns())
        {
            for (var match = pattern.Match(line); match.Success; match = match.NextMatch())
            {
                if (first is not null && match.Index >= first.Start)
                {
                    break;
                }

                if (Read(match, line) is { } date)
                {
                    first = new(match.Index, match.Index + match.Length, date);
                    break;
                }
            }
        }

        return first;
    }

    /// <summary>A day from its digits; null where there is no such day.</summary>
    public static DateOnly? DayOf(string year, string month, string day) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
        && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
            ? DayOf(y, m, d)
            : null;

    private static DateOnly? DayOf(int year, int month, int day) =>
        IsPlausible(year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static IEnumerable<Regex> Patterns() => [YearFirst(), Chinese(), MonthFirst(), DayFirst(), DigitsDayFirst(), ShortYear()];

    private static DateOnly? Read(Match match, string line)
    {
        var groups = match.Groups;
        if (groups["zy"].Success)
        {
            return ReadChinese(groups);
        }

        if (groups["n"].Success)
        {
            var name = groups["n"].Value[..3];
            var month = (MonthOrder.IndexOf(name, StringComparison.OrdinalIgnoreCase) / 3) + 1;
            var year = groups["ty"].Success ? groups["ty"].Value : groups["y"].Value;
            return DayOf(year, month.ToString(CultureInfo.InvariantCulture), groups["d"].Value);
        }

        if (groups["a"].Success)
        {
            return ReadDigitsDayFirst(groups, line);
        }

        return DayOf(groups["sy"].Success ? "20" + groups["sy"].Value : groups["y"].Value, groups["m"].Value, groups["d"].Value);
    }

    private static DateOnly? ReadChinese(GroupCollection groups)
    {
        var year = ChineseNumber(groups["zy"].Value);
        return DayOf(groups["roc"].Success ? year + 1911 : year, ChineseNumber(groups["zm"].Value), ChineseNumber(groups["zd"].Value));
    }

    // 7/8/2023 is July in one country and August in another: taken only where one reading alone is possible. Chinese text
    // with such dates comes from outside China and the United States, where the day stands first.
    private static DateOnly? ReadDigitsDayFirst(GroupCollection groups, string line)
    {
        var (a, b, year) = (groups["a"].Value, groups["b"].Value, groups["y"].Value);
        var dayFirst = DayOf(year, b, a);
        var monthFirst = groups["s"].Value == "." ? null : DayOf(year, a, b);
        return dayFirst is null || monthFirst is null || dayFirst == monthFirst || line.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF') ? dayFirst ?? monthFirst : null;
    }

    private static int ChineseNumber(string text)
    {
        if (text.Length > 0 && char.IsAsciiDigit(text[0]))
        {
            return int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        var number = 0;
        var digit = 0;
        foreach (var c in text)
        {
            // 二十三 counts in tens, 二〇二三 in places.
            if (c == '十')
            {
                number += (digit == 0 ? 1 : digit) * 10;
                digit = 0;
            }
            else
            {
                digit = (digit * 10) + Math.Max(0, Numerals.IndexOf(c is '○' or '零' or 'Ｏ' or 'O' ? '〇' : c));
            }
        }

        return number + digit;
    }

    [GeneratedRegex(@"(?<![\d./])(?<y>\d{4})\s?(?<s>[-/.])\s?(?<m>\d{1,2})\s?\k<s>\s?(?<d>\d{2}(?=\d{2}:\d{2})|\d{1,2}(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d〇一二三四五六七八九])(?:(?<roc>民[国國])\s?(?<zy>\d{2,3})|(?<zy>\d{4})|(?<zy>[一二][〇○零OＯ一二三四五六七八九]{3}))\s{0,2}年\s{0,2}(?<zm>\d{1,2}|[一二三四五六七八九十]{1,2})\s{0,2}月\s{0,2}(?<zd>\d{1,2}|[一二三四五六七八九十]{1,3})\s{0,2}(?:[日号號]|(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"(?<![A-Za-z])" + Weekday + "(?<n>" + Months + @")\.?\s{1,2}(?<d>\d{1,2})(?:st|nd|rd|th)?(?:(?:,|\s)\s{0,2}(?<y>\d{4})(?!\d|:)|" + ClockBetween + ")", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<![A-Za-z\d])" + Weekday + @"(?<d>\d{1,2})(?:st|nd|rd|th)?[\s-](?:of\s)?(?<n>" + Months + @")\.?,?[\s-](?<y>\d{4})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<![\d./-])(?<a>\d{1,2})(?<s>[/.])(?<b>\d{1,2})\k<s>(?<y>\d{4})(?![\d/.]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DigitsDayFirst();

    // 18-03-08 could be anything, but not behind a label.
    [GeneratedRegex(@"(?<=(?:时间|時間|日期|发布于|發佈於|发表于)\s{0,2}:?\s{0,2})(?<sy>\d{2})-(?<m>\d{2})-(?<d>\d{2}(?=\d{2}:\d{2})|\d{2}(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();
}
