using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using NewsPortal.Core.Finding.Hot;

namespace NewsPortal.Web.Serving;

/// <summary>
/// Counts readings of articles in memory, without a lock, after the answer was sent. Not counted: other than whole GETs
/// answered 200, what a browser fetches ahead or for another page, programs, and the same reader soon again.
/// </summary>
/// <remarks>
/// The reader's address is the connection's, as the host resolved it. Behind a proxy that is the proxy's unless forwarded
/// headers are switched on (<c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>); no header is believed here. Each node remembers its
/// own readers: one whose requests a balancer spreads over nodes counts once on each.
/// </remarks>
/// <param name="site">Says whether the site counts.</param>
/// <param name="readers">Who read lately.</param>
/// <param name="clock">The clock.</param>
public sealed class ReadCounter(CurrentSite site, RecentReaders readers, TimeProvider clock)
{
    // A sum that was taken out is never added to again: whoever comes late begins a new one.
    private const long Taken = long.MinValue / 2;

    private readonly ConcurrentDictionary<ReadHour, Sum> _sums = new();

    /// <summary>Counts a whole page that was sent, if it was a reading.</summary>
    /// <param name="features">The exchange.</param>
    /// <param name="article">The article whose page it was.</param>
    /// <param name="client">Who asked; null for whoever the connection leads to.</param>
    public void Count(IFeatureCollection features, long article, IPAddress? client = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        var headers = features.GetRequiredFeature<IHttpRequestFeature>().Headers;
        if (!site.Snapshot.Settings.CountReads || !IsReading(headers))
        {
            return;
        }

        client ??= features.Get<IHttpConnectionFeature>()?.RemoteIpAddress;
        if (readers.IsFirst(client, headers.UserAgent.ToString(), article))
        {
            Add(new ReadHour(ReadHour.Of(clock.GetUtcNow()), article), 1);
        }
    }

    /// <summary>Takes the sums out; what is counted from now on begins anew.</summary>
    public List<KeyValuePair<ReadHour, long>> Take()
    {
        var taken = new List<KeyValuePair<ReadHour, long>>();
        foreach (var (hour, sum) in _sums)
        {
            if (_sums.TryRemove(KeyValuePair.Create(hour, sum)))
            {
                taken.Add(KeyValuePair.Create(hour, Interlocked.Exchange(ref sum.Reads, Taken)));
            }
        }

        return taken;
    }

    /// <summary>Puts sums back that could not be stored.</summary>
    /// <param name="sums">What was taken out.</param>
    public void PutBack(IEnumerable<KeyValuePair<ReadHour, long>> sums)
    {
        ArgumentNullException.ThrowIfNull(sums);
        foreach (var (hour, reads) in sums)
        {
            Add(hour, reads);
        }
    }

    private void Add(ReadHour hour, long reads)
    {
        while (Interlocked.Add(ref _sums.GetOrAdd(hour, static _ => new Sum()).Reads, reads) < 0)
        {
            // Taken out between the look and the addition; it is out of the table by now.
        }
    }

    // Speculation says so (W3C "Prefetch"; Sec-Purpose, and Purpose and X-Moz before it). A page that stands for itself is
    // asked for as a document (W3C "Fetch Metadata"); old browsers do not say.
    private static bool IsReading(IHeaderDictionary headers) =>
        headers.UserAgent.Count == 1 && ReaderAgent.IsKnownReader(headers.UserAgent.ToString())
            && headers.Range.Count == 0
            && headers["Sec-Fetch-Dest"] is var dest && (dest.Count == 0 || dest == "document")
            && !IsAhead(headers["Sec-Purpose"]) && !IsAhead(headers["Purpose"]) && !IsAhead(headers["X-Purpose"]) && !IsAhead(headers["X-Moz"]);

    private static bool IsAhead(StringValues purpose) => purpose.Count > 0 && purpose.ToString() is var said
        && (said.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || said.Contains("prerender", StringComparison.OrdinalIgnoreCase) || said.Contains("preview", StringComparison.OrdinalIgnoreCase));

    private sealed class Sum
    {
        public long Reads;
    }
}
