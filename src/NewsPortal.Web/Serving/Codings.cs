using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsPortal.Web.Serving;

/// <summary>Which coding a client is sent, by its Accept-Encoding (RFC 9110, 12.5.3).</summary>
internal static class Codings
{
    // Browsers say a handful of things; whoever says something new each time is judged anew each time.
    private const int MostKnown = 256;
    private const int LongestKnown = 256;

    private static readonly ConcurrentDictionary<string, Liking> Known = new(StringComparer.Ordinal);

    /// <summary>The better one wins unless the client likes the other more.</summary>
    /// <param name="accepted">The header.</param>
    /// <param name="hasBrotli">There is a Brotli form.</param>
    public static Coding For(StringValues accepted, bool hasBrotli)
    {
        if (accepted.Count == 0)
        {
            return Coding.Plain;
        }

        var liking = accepted.Count == 1 && accepted[0] is { Length: <= LongestKnown } said ? Remembered(said) : Judge(accepted);
        return hasBrotli && liking.Brotli > 0 && liking.Brotli >= liking.Gzip ? Coding.Brotli : liking.Gzip > 0 ? Coding.Gzip : Coding.Plain;
    }

    private static Liking Remembered(string said)
    {
        if (Known.TryGetValue(said, out var liking))
        {
            return liking;
        }

        liking = Judge(said);
        if (Known.Count < MostKnown)
        {
            Known.TryAdd(said, liking);
        }

        return liking;
    }

    private static Liking Judge(StringValues accepted)
    {
        var codings = StringWithQualityHeaderValue.TryParseList(accepted, out var parsed) ? parsed : [];
        return new Liking(Of(codings, "br", "br"), Of(codings, "gzip", "x-gzip"));
    }

    private static double Of(IList<StringWithQualityHeaderValue> codings, string name, string alias)
    {
        double any = 0;
        foreach (var coding in codings)
        {
            if (coding.Value.Equals(name, StringComparison.OrdinalIgnoreCase) || coding.Value.Equals(alias, StringComparison.OrdinalIgnoreCase))
            {
                return coding.Quality ?? 1;
            }

            if (coding.Value == "*")
            {
                any = coding.Quality ?? 1;
            }
        }

        return any;
    }

    private readonly record struct Liking(double Brotli, double Gzip);
}

/// <summary>How a body is sent.</summary>
internal enum Coding
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>As gzip.</summary>
    Gzip,

    /// <summary>As Brotli.</summary>
    Brotli,
}
