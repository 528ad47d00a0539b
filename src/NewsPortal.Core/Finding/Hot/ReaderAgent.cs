using System.Buffers;

namespace NewsPortal.Core.Finding.Hot;

/// <summary>Tells readers' browsers from programs, by the name that they give themselves.</summary>
public static class ReaderAgent
{
    private const int LongestKept = 512;

    // Every graphical browser has begun its name so for decades, while libraries, link previews, apps' own fetches and tools
    // (curl, python-requests, Go-http-client, okhttp, Java, Dalvik, CFNetwork, WhatsApp) do not. The rest are text browsers.
    private static readonly string[] Beginnings = ["Mozilla/5.0 (", "Mozilla/4.0 (", "Opera/", "Lynx/", "Links (", "ELinks/", "w3m/", "NetSurf/", "Dillo/"];

    // What programs call themselves that begin like a browser. An address in the name ("+http://…") is the custom of those
    // who want to be found (Googlebot, bingbot, Bytespider, YisouSpider, GPTBot and most others). "Sogou" alone is no word
    // here: its crawlers say "spider", and its browsers are readers.
    private static readonly SearchValues<string> Programs = SearchValues.Create(
        [
            "://", "crawl", "spider", "slurp", "scrap", "fetch", "headless", "phantomjs", "selenium", "puppeteer", "playwright",
            "lighthouse", "pagespeed", "google-", "googleother", "mediapartners", "facebookexternalhit", "externalagent",
            "web preview", "bingpreview", "archiver", "httrack", "validator", "monitor", "pingdom", "gtmetrix", "site24x7",
            "statuscake", "curl", "wget", "python", "go-http-client", "java/", "yandexmetrika", "-user/",
        ],
        StringComparison.OrdinalIgnoreCase);

    // A few hundred names are most of a site's readers, and looking one through costs more than all the rest of counting.
    // Each place keeps the last name that fell on it; none is kept with an address, and none outlives the process.
    private static readonly Judged?[] Known = new Judged?[1024];

    /// <summary>True where the name is a browser's, remembering the names that come often.</summary>
    /// <param name="agent">The User-Agent header; empty where there is none.</param>
    public static bool IsKnownReader(string agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ref var place = ref Known[agent.GetHashCode(StringComparison.Ordinal) & (Known.Length - 1)];
        if (Volatile.Read(ref place) is { } judged && judged.Agent == agent)
        {
            return judged.IsReader;
        }

        var isReader = IsReader(agent);
        if (agent.Length <= LongestKept)
        {
            Volatile.Write(ref place, new Judged(agent, isReader));
        }

        return isReader;
    }

    /// <summary>True where the name is a browser's. Programs that pass themselves off as one cannot be told from it.</summary>
    /// <param name="agent">The User-Agent header; empty where there is none.</param>
    public static bool IsReader(ReadOnlySpan<char> agent)
    {
        var begins = false;
        foreach (var beginning in Beginnings)
        {
            begins |= agent.StartsWith(beginning, StringComparison.Ordinal);
        }

        return begins && !agent.ContainsAny(Programs) && !SaysBot(agent);
    }

    // CUBOT makes telephones, and puts its name into their browsers'.
    private static bool SaysBot(ReadOnlySpan<char> agent)
    {
        for (var at = agent.IndexOf("bot", StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            if (!agent[..at].EndsWith("cu", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            var next = agent[(at + 3)..].IndexOf("bot", StringComparison.OrdinalIgnoreCase);
            at = next < 0 ? -1 : at + 3 + next;
        }

        return false;
    }

    private sealed record Judged(string Agent, bool IsReader);
}
