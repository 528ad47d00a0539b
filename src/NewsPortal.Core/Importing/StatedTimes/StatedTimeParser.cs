namespace NewsPortal.Core.Importing.StatedTimes;

/// <summary>
/// Reads dates and times as files state them: ISO 8601, RFC 822, Chinese (simplified, traditional, full-width, 民国 years),
/// English months, compact digits and Unix seconds or milliseconds.
/// </summary>
/// <remarks>
/// The machine's own zone is never used: what states no offset is taken in the zone given and says so. Days that do not
/// exist and years outside 1980 to 2100 are not dates.
/// </remarks>
public static class StatedTimeParser
{
    /// <summary>Reads a string that is a date or time as a whole.</summary>
    /// <param name="text">The string; white space round it does not count.</param>
    /// <param name="zone">The zone taken where no offset is stated.</param>
    /// <returns>The moment; null where the string is anything else.</returns>
    public static StatedTime? Parse(string text, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(zone);

        // No form of a date is longer; it keeps a hostile attribute value from being scanned at all.
        const int longestDate = 120;
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > longestDate)
        {
            return null;
        }

        if (DigitTimes.Parse(trimmed, zone) is { } digits)
        {
            return digits;
        }

        return Find(trimmed, zone) is { } match && match.Start == 0 && IsNothing(trimmed.AsSpan(match.End)) ? match.Time : null;
    }

    /// <summary>Finds the first date in a line, with the clock time and offset that follow it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="zone">The zone taken where no offset is stated.</param>
    public static StatedTimeMatch? Find(string line, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(zone);
        var narrow = NarrowText.Of(line);
        return CalendarDay.FindFirst(narrow) is { } day ? Complete(narrow, day, zone) : null;
    }

    private static StatedTimeMatch Complete(string line, CalendarDay day, TimeZoneInfo zone)
    {
        if (ClockTime.ReadAfter(line, day.End) is { } after)
        {
            return new(day.Start, after.End - day.Start, At(day.Date, after, zone));
        }

        if (ClockTime.ReadBefore(line, day.Start) is { } before)
        {
            return new(before.Start, day.End - before.Start, At(day.Date, before, zone));
        }

        return new(day.Start, day.End - day.Start, StatedMoment.Of(day.Date, TimeOnly.MinValue, null, zone) with { DateOnly = true });
    }

    private static StatedTime At(DateOnly date, ClockTime clock, TimeZoneInfo zone) =>
        StatedMoment.Of(date, clock.Time, ZoneName.Offset(clock.Zone, date.ToDateTime(clock.Time), zone), zone);

    private static bool IsNothing(ReadOnlySpan<char> rest) => rest.Trim(" \t.,;|()（）").IsEmpty;
}
