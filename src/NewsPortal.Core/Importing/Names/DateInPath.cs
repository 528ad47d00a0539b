using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Names;

/// <summary>
/// The day that a file's or folder's name states: <c>20210305 Name.md</c>, <c>2021-03-05-name.md</c>, <c>2021/03/05/</c>,
/// <c>202103/</c>. Names are the weakest evidence there is, so it is asked last and always reported.
/// </summary>
internal static partial class DateInPath
{
    /// <summary>The day and the part of the path that states it; null where none does.</summary>
    /// <param name="relativePath">The path below the imported root, with <c>/</c>.</param>
    /// <param name="zone">The zone whose 00:00 it is.</param>
    public static (StatedTime Time, string Part)? Find(string relativePath, TimeZoneInfo zone)
    {
        var parts = relativePath.Split('/');
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (Day().Match(parts[i]) is { Success: true } day && Time(day, zone) is { } exact) return (exact, parts[i]);
            if (i == parts.Length - 1) continue;
            if (Month().Match(parts[i]) is { Success: true } month && Time(month, zone) is { } first) return (first, parts[i]);
            if (i >= 1 && i < parts.Length - 1 && Year().IsMatch(parts[i - 1]) && Two().IsMatch(parts[i]))
            {
                var under = i + 1 < parts.Length - 1 && Two().IsMatch(parts[i + 1]) ? parts[i + 1] : "01";
                if (Time(parts[i - 1], parts[i], under, zone) is { } nested) return (nested, $"{parts[i - 1]}/{parts[i]}");
            }
        }

        return null;
    }

    private static StatedTime? Time(Match match, TimeZoneInfo zone) =>
        Time(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3] is { Success: true } day ? day.Value : "01", zone);

    private static StatedTime? Time(string year, string month, string day, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(year + month + day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return null;
        return new StatedTime(new DateTimeOffset(date, zone.GetUtcOffset(date)), DateOnly: true, ZoneAssumed: true);
    }

    [GeneratedRegex(@"^((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?:\D|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"^((?:19|20)\d\d)[-_.]?(\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(19|20)\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"^\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Two();
}
