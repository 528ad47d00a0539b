namespace NewsPortal.Core.Changes;

/// <summary>The present, as precisely as both databases keep it.</summary>
public static class Moment
{
    /// <summary>Now in UTC, cut to milliseconds: what is hashed must be what is read back.</summary>
    /// <param name="clock">The clock.</param>
    public static DateTime NowUtc(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.GetUtcNow().UtcDateTime.ToMilliseconds();
    }

    /// <summary>A UTC time cut to milliseconds.</summary>
    /// <param name="utc">The time.</param>
    public static DateTime ToMilliseconds(this DateTime utc) =>
        new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
