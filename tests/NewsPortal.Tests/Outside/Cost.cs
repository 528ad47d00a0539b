using System.Diagnostics;
using System.Globalization;

namespace NewsPortal.Tests.Outside;

/// <summary>What a piece of work costs the thread that does it, whatever else the machine is busy with.</summary>
/// <param name="Seconds">Processor time.</param>
/// <param name="Allocated">Bytes allocated in all, freed ones included.</param>
internal readonly record struct Cost(double Seconds, long Allocated)
{
    /// <summary>
    /// Measures work, up to six times while it seems to cost too much: the compiler works beside it at first, and a core that
    /// is shared with other tests or other machines counts their time too.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="most">Seconds that it may cost.</param>
    public static Cost Of(Action work, double most)
    {
        var best = Once(work);
        for (var tried = 1; tried < 6 && best.Seconds >= most; tried++)
        {
            Thread.Sleep(TimeSpan.FromSeconds(1));
            var next = Once(work);
            best = next.Seconds < best.Seconds ? next : best;
        }

        return best;
    }

    private static Cost Once(Action work)
    {
        var (start, allocated) = (ProcessorTime(), GC.GetAllocatedBytesForCurrentThread());
        work();
        return new Cost(ProcessorTime() - start, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    // Only the system knows a thread's own time; the first number is in nanoseconds (Linux, sched-stats.rst).
    private static double ProcessorTime() => File.Exists("/proc/thread-self/schedstat")
        ? long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e9
        : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
}
