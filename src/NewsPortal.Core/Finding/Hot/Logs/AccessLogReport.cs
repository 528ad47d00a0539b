namespace NewsPortal.Core.Finding.Hot.Logs;

/// <summary>What an import of access logs found.</summary>
public sealed class AccessLogReport
{
    /// <summary>Reads counted.</summary>
    public long Reads { get; internal set; }

    /// <summary>Articles they were of.</summary>
    public int Articles { get; internal set; }

    /// <summary>Requests by programs.</summary>
    public long Robots { get; internal set; }

    /// <summary>Reloads: the same reader, the same article, within 30 minutes.</summary>
    public long Repeats { get; internal set; }

    /// <summary>Readings so old that no list looks back to them, or ahead of the clock.</summary>
    public long OutOfTime { get; internal set; }

    /// <summary>Requests that were no GET answered 200, or of no article.</summary>
    public long Others { get; internal set; }

    /// <summary>Lines that could not be read.</summary>
    public long Malformed { get; internal set; }

    /// <summary>Lines that were not counted.</summary>
    public long Skipped => Robots + Repeats + OutOfTime + Others + Malformed;

    /// <inheritdoc/>
    public override string ToString() =>
        $"counted {Reads} reads of {Articles} articles, skipped {Skipped}: {Robots} by robots, {Repeats} repeated, {OutOfTime} out of time, {Others} other requests, {Malformed} malformed";
}
