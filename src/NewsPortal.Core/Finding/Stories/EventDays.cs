using System.Globalization;
using System.Text.RegularExpressions;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>Finds the day of what an article reports: 7日 is the seventh before its dateline, 昨天 the day before.</summary>
public static partial class EventDays
{
    // The lede says when; later paragraphs tell of before.
    private const int LedeLength = 240;

    // A bare 28日 written on the 3rd means last month's; what lies further back is told of, not reported.
    private const int FurthestBack = 31;

    /// <summary>Finds it.</summary>
    /// <param name="text">The article's plain text, dateline in front.</param>
    /// <param name="dateline">Its dateline; null where it has none.</param>
    /// <param name="published">The day it was published, in the site's zone.</param>
    /// <returns>The day, never after the dateline's; the day of the dateline or of publication where the lede names none.</returns>
    public static DateOnly Of(string text, string? dateline, DateOnly published)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = dateline is not null && MonthAndDay().Match(Folding.Compatibility(dateline)) is { Success: true } stated
            ? LastBefore(Number(stated.Groups["m"]), Number(stated.Groups["d"]), published) ?? published
            : published;
        var start = dateline is not null && text.StartsWith(dateline, StringComparison.Ordinal) ? dateline.Length : 0;
        var lede = Folding.Compatibility(text.Substring(start, Math.Min(LedeLength, text.Length - start)));
        foreach (Match mention in Mention().Matches(lede))
        {
            if (DayOf(mention, written) is { } day && day <= written && day >= written.AddDays(-FurthestBack))
            {
                return day;
            }
        }

        return written;
    }

    private static DateOnly? DayOf(Match mention, DateOnly written)
    {
        if (mention.Groups["word"].Success)
        {
            return mention.Groups["word"].Value[0] switch
            {
                '今' or '本' => written,
                '昨' => written.AddDays(-1),
                _ => written.AddDays(-2),
            };
        }

        var day = Number(mention.Groups["d"]);
        return mention.Groups["m"].Success
            ? LastBefore(Number(mention.Groups["m"]), day, written)
            : LastBefore(written.Month, day, written) is { } thisYear && thisYear > written.AddDays(-FurthestBack)
                ? thisYear
                : LastBefore(written.AddMonths(-1).Month, day, written);
    }

    // The latest such day that is not after another.
    private static DateOnly? LastBefore(int month, int day, DateOnly end)
    {
        for (var year = end.Year; year >= end.Year - 1; year--)
        {
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var found && found <= end)
            {
                return found;
            }
        }

        return null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<m>\d{1,2})月(?<d>\d{1,2})日", RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"(?:(?<m>(?<!\d)\d{1,2})月)?(?<!\d)(?<d>\d{1,2})日(?!\p{N})|(?<word>今[天日晨晚早]|本日|昨[天日晨晚]|前[天日](?!前))", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
