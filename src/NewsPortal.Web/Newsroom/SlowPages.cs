using System.Collections.Concurrent;
using System.Diagnostics;

namespace NewsPortal.Web.Newsroom;

/// <summary>Which kinds of pages took longest on this node since it started. Bounded: one entry for each route of the program.</summary>
public sealed class SlowPages
{
    private readonly ConcurrentDictionary<string, Timing> _timings = new(StringComparer.Ordinal);

    /// <summary>The kinds of pages, the slowest first.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<SlowPage> Slowest(int most) =>
        [.. _timings.Select(t => t.Value.Read(t.Key)).OrderByDescending(p => p.Slowest).Take(most)];

    /// <summary>Times every request that a route answers.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="next">What answers it.</param>
    public async Task TimeAsync(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);
        var began = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            if (http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
            {
                _timings.GetOrAdd(route, _ => new Timing()).Add(Stopwatch.GetElapsedTime(began));
            }
        }
    }

    private sealed class Timing
    {
        private long _count;
        private long _ticks;
        private long _slowest;

        // Every reader's request passes here: nobody waits for another, and a sum that is read between two writes is near enough.
        public void Add(TimeSpan took)
        {
            Interlocked.Increment(ref _count);
            Interlocked.Add(ref _ticks, took.Ticks);
            for (var known = Volatile.Read(ref _slowest); took.Ticks > known && Interlocked.CompareExchange(ref _slowest, took.Ticks, known) is var found && found != known;)
            {
                known = found;
            }
        }

        public SlowPage Read(string route)
        {
            var count = Math.Max(1, Volatile.Read(ref _count));
            return new SlowPage("/" + route.TrimStart('/'), count, TimeSpan.FromTicks(Volatile.Read(ref _ticks) / count), TimeSpan.FromTicks(Volatile.Read(ref _slowest)));
        }
    }
}

/// <summary>How long a kind of page takes.</summary>
/// <param name="Route">Its address, with what varies in braces.</param>
/// <param name="Count">How often it was asked for.</param>
/// <param name="Average">How long it took on the whole.</param>
/// <param name="Slowest">How long it took at worst.</param>
public sealed record SlowPage(string Route, long Count, TimeSpan Average, TimeSpan Slowest);
