namespace NewsPortal.Tests.Hosting;

/// <summary>A clock that stands until it is told to go on.</summary>
/// <param name="now">Where it stands.</param>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
