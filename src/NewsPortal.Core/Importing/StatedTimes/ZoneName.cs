using System.Globalization;

namespace NewsPortal.Core.Importing.StatedTimes;

/// <summary>The offset that a zone's name or a signed number of hours stands for.</summary>
internal static class ZoneName
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Finds it.</summary>
    /// <param name="name">Such as <c>Z</c>, <c>+08:00</c>, <c>GMT+0800</c>, <c>EST</c>, <c>北京时间</c>.</param>
    /// <param name="local">The local time: <c>ET</c> alone follows summer time.</param>
    /// <param name="site">The site's zone: <c>CST</c> is China's standard time there and North America's elsewhere.</param>
    /// <returns>The offset; null where none is stated.</returns>
    public static TimeSpan? Offset(string? name, DateTime local, TimeZoneInfo site)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        var sign = name.AsSpan().IndexOfAny('+', '-');
        if (sign >= 0)
        {
            return Signed(name.AsSpan(sign));
        }

        return name switch
        {
            "Z" or "UTC" or "GMT" => TimeSpan.Zero,
            "北京时间" or "北京時間" or "HKT" or "SGT" => China,
            "JST" or "KST" => TimeSpan.FromHours(9),
            "BST" or "CET" => TimeSpan.FromHours(1),
            "CEST" => TimeSpan.FromHours(2),
            "CST" when site.BaseUtcOffset == China => China,
            "EDT" => TimeSpan.FromHours(-4),
            "EST" or "CDT" => TimeSpan.FromHours(-5),
            "CST" or "MDT" => TimeSpan.FromHours(-6),
            "MST" or "PDT" => TimeSpan.FromHours(-7),
            "PST" => TimeSpan.FromHours(-8),
            "ET" or "美东时间" => American("America/New_York", local),
            "CT" => American("America/Chicago", local),
            "MT" => American("America/Denver", local),
            "PT" => American("America/Los_Angeles", local),
            _ => null,
        };
    }

    // Machines without zone data cannot know when summer time began: the offset then counts as not stated.
    private static TimeSpan? American(string id, DateTime local) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone.GetUtcOffset(local) : null;

    private static TimeSpan? Signed(ReadOnlySpan<char> text)
    {
        var digits = text[1..].ToString().Replace(":", string.Empty, StringComparison.Ordinal);
        var number = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        var minutes = digits.Length > 2 ? (number / 100 * 60) + (number % 100) : number * 60;

        // DateTimeOffset holds 14 hours at most; nothing on earth states more.
        return minutes > 14 * 60 ? null : TimeSpan.FromMinutes(text[0] == '-' ? -minutes : minutes);
    }
}
