using System.Buffers;
using System.Text;

namespace NewsPortal.Core.Markup;

/// <summary>Which addresses may stand in an article, and in which form.</summary>
internal static class LinkAddress
{
    private const int Longest = 2000;

    // A name before @ only serves to make one host look like another.
    private static readonly SearchValues<char> NeverInHost = SearchValues.Create("@<>\"'`{}|^% ");

    /// <summary>An address for <c>href</c>: http, https, mailto, tel or relative; null for every other.</summary>
    public static string? ForLink(string? written, Uri? baseAddress = null)
    {
        var address = Normalize(written);
        if (address is null or ['#', ..]) return null;
        return Scheme(address) switch
        {
            "http" or "https" => WithHost(address),
            "mailto" => "mailto" + address[6..],
            "tel" => "tel" + address[3..],
            null => Relative(address, baseAddress),
            _ => null,
        };
    }

    /// <summary>An address for a picture: http, https or relative; null for every other.</summary>
    public static string? ForPicture(string? written)
    {
        var address = Normalize(written);
        if (address is null or ['#', ..]) return null;
        return Scheme(address) switch
        {
            "http" or "https" => WithHost(address),
            null => Relative(address, null),
            "picture" => null,
            _ => null,
        };
    }

    /// <summary>True where following it leaves the site.</summary>
    public static bool LeavesSite(string address) => Scheme(address) is "http" or "https";

    // What a browser strips before it reads a scheme (URL Standard, "basic URL parser", steps 1 to 3), so that
    // "java\nscript:" is judged as the browser will see it.
    private static string? Normalize(string? written)
    {
        if (written is null || written.Length > 4 * Longest) return null;
        var kept = new StringBuilder(written.Length);
        foreach (var c in written.AsSpan().Trim())
        {
            if (c is '\t' or '\n' or '\r') continue;
            if (c < ' ' || c is (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF') return null;
            if (c == ' ') kept.Append("%20");
            else kept.Append(c);
        }

        return kept.Length is 0 or > Longest ? null : kept.ToString();
    }

    /// <summary>The scheme in lower case; null where it is relative; empty where a colon stands where only a scheme's may.</summary>
    private static string? Scheme(string address)
    {
        var colon = address.AsSpan().IndexOfAny(":/?#\\");
        if (colon < 0 || address[colon] != ':') return null;
        var scheme = address.AsSpan(0, colon);
        foreach (var c in scheme)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return string.Empty;
        return scheme.ToString().ToLowerInvariant();
    }

    private static string? WithHost(string address)
    {
        var rest = address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..].Replace('\\', '/');
        if (!rest.StartsWith("//", StringComparison.Ordinal)) return null;
        var hostEnd = rest.AsSpan(2).IndexOfAny("/?#");
        var host = hostEnd < 0 ? rest[2..] : rest.Substring(2, hostEnd);
        if (host.Length == 0 || host.AsSpan().IndexOfAny(NeverInHost) >= 0) return null;
        return Scheme(address) + ":" + rest;
    }

    private static string? Relative(string address, Uri? baseAddress)
    {
        var slashed = address[0] is '/' or '\\' ? address.Replace('\\', '/') : address;
        if (slashed.StartsWith("//", StringComparison.Ordinal)) return WithHost("https:" + slashed);
        if (slashed.Contains('\\', StringComparison.Ordinal)) return null;
        if (baseAddress is null) return slashed;
        return Uri.TryCreate(baseAddress, slashed, out var joined) ? WithHost(joined.AbsoluteUri) : null;
    }
}
