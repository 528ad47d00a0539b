namespace NewsPortal.Core.Reading;

/// <summary>The zone a site lives in.</summary>
public static class SiteZone
{
    private static readonly TimeZoneInfo China =
        TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "Asia/Shanghai", "Asia/Shanghai");

    /// <summary>Finds a zone by its IANA name.</summary>
    /// <param name="name">Such as <c>Asia/Shanghai</c>.</param>
    /// <exception cref="TimeZoneNotFoundException">There is no such zone on this machine.</exception>
    public static TimeZoneInfo Find(string name)
    {
        // A slim container has no zone data; China, the default, has kept one offset since 1991 and needs none.
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return name == China.Id ? China : throw new TimeZoneNotFoundException($"There is no time zone named '{name}'.");
        }

        return zone;
    }

    /// <summary>The calendar day of a moment in a zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="utc">The moment.</param>
    public static DateOnly DayOf(this TimeZoneInfo zone, DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    /// <summary>The moment at which a calendar day begins in a zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="day">The day.</param>
    public static DateTime StartOf(this TimeZoneInfo zone, DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);

        // Where clocks jump over midnight the day begins at the first moment that exists.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, zone);
    }
}
