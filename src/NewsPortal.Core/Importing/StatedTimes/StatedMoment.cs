namespace NewsPortal.Core.Importing.StatedTimes;

/// <summary>Joins a day, a clock time and an offset to a moment.</summary>
internal static class StatedMoment
{
    public static StatedTime Of(DateOnly date, TimeOnly time, TimeSpan? offset, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time);
        return new(new DateTimeOffset(local, offset ?? zone.GetUtcOffset(local)), ZoneAssumed: offset is null);
    }
}
