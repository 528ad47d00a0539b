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
        private readonly Lock _gate = new();
        private long _count;
        private TimeSpan _sum;
        private TimeSpan _slowest;

        public void Add(TimeSpan took)
        {
            lock (_gate)
            {
                _count++;
                _sum += took;
                _slowest = took > _slowest ? took : _slowest;
            }
        }

        public SlowPage Read(string route)
        {
            lock (_gate)
            {
                return new SlowPage("/" + route.TrimStart('/'), _count, _sum / _count, _slowest);
            }
        }
    }
}

/// <summary>How long a kind of page takes.</summary>
/// <param name="Route">Its address, with what varies in braces.</param>
/// <param name="Count">How often it was asked for.</param>
/// <param name="Average">How long it took on the whole.</param>
/// <param name="Slowest">How long it took at worst.</param>
public sealed record SlowPage(string Route, long Count, TimeSpan Average, TimeSpan Slowest);
