using System.Collections.Concurrent;
using System.Net;

namespace NewsPortal.Tests.Crawlers.Walking;

/// <summary>
/// Walks a whole site as a crawler does: from its front page, sitemaps and list of feeds along every address of it that a
/// page, sitemap, feed or stylesheet names. What robots.txt keeps crawlers out of is asked for its status alone.
/// </summary>
/// <param name="client">Asks the site; redirects are not followed.</param>
/// <param name="baseUrl">The site's address, without a trailing slash.</param>
internal sealed class SiteCrawler(HttpClient client, string baseUrl)
{
    private const string Nowhere = "-zzqx";
    private const int ProbesOfAKind = 3;

    private static readonly string[] Starts = ["/", "/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/feeds.opml", "/opensearch.xml"];

    private readonly LinkReader _links = new(baseUrl);
    private readonly ConcurrentDictionary<string, CrawledAddress> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _inSitemaps = new(StringComparer.Ordinal);
    private string[] _closed = [];

    /// <summary>Walks it.</summary>
    /// <param name="kept">Shown every page as it comes; null where nobody looks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CrawlReport> CrawlAsync(Action<CrawledAddress, string>? kept = null, CancellationToken cancellationToken = default)
    {
        _closed = [.. (await client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative), cancellationToken)).Split('\n')
            .Where(l => l.StartsWith("Disallow: ", StringComparison.Ordinal)).Select(l => l["Disallow: ".Length..].Trim())];
        var known = new ConcurrentDictionary<string, string>(Starts.Select(s => KeyValuePair.Create(s, "the start")), StringComparer.Ordinal);
        for (IReadOnlyCollection<string> wave = Starts; wave.Count > 0;)
        {
            var next = new ConcurrentQueue<string>();
            await Parallel.ForEachAsync(wave, Options(cancellationToken), async (path, cancelled) =>
            {
                foreach (var link in await VisitAsync(path, known[path], kept, cancelled))
                {
                    if (known.TryAdd(link, path))
                    {
                        next.Enqueue(link);
                    }
                }
            });
            wave = next;
        }

        return new CrawlReport(baseUrl, _seen, _inSitemaps.Keys.ToHashSet(StringComparer.Ordinal), await SoftAsync(cancellationToken));
    }

    /// <summary>Asks everything again that answered 200, with its validator.</summary>
    /// <param name="report">The first crawl.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What did not answer 304, and how.</returns>
    public async Task<IReadOnlyList<string>> RevisitAsync(CrawlReport report, CancellationToken cancellationToken = default)
    {
        var changed = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(report.Addresses.Values.Where(a => a.Status == HttpStatusCode.OK), Options(cancellationToken), async (address, cancelled) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address.Path, UriKind.Relative));
            if (address.Tag is { } tag)
            {
                request.Headers.IfNoneMatch.Add(tag);
            }

            using var answer = await client.SendAsync(request, cancelled);
            if (answer.StatusCode != HttpStatusCode.NotModified)
            {
                changed.Add($"{address.Path} answers {(int)answer.StatusCode} to {address.Tag?.ToString() ?? "no validator"}");
            }
        });
        return [.. changed.Order(StringComparer.Ordinal)];
    }

    private static ParallelOptions Options(CancellationToken cancellationToken) => new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = 2 * Environment.ProcessorCount };

    // The last part of an address, or of the folder of a file, made one that nothing has.
    private static string Missing(string path)
    {
        var parts = path.Split('/');
        var last = parts[^1].Contains('.', StringComparison.Ordinal) ? Math.Max(1, parts.Length - 2) : parts.Length - 1;
        parts[last] = parts[last].Contains('.', StringComparison.Ordinal) ? parts[last].Replace(".", Nowhere + ".", StringComparison.Ordinal) : parts[last] + Nowhere;
        return string.Join('/', parts);
    }

    private async Task<IReadOnlyCollection<string>> VisitAsync(string path, string from, Action<CrawledAddress, string>? kept, CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        var type = answer.Content.Headers.ContentType?.MediaType ?? string.Empty;
        var address = new CrawledAddress(path, from, answer.StatusCode, type, answer.Headers.ETag)
        {
            NoIndex = answer.Headers.TryGetValues("X-Robots-Tag", out var robots) && robots.Any(r => r.Contains("noindex", StringComparison.Ordinal)),
        };
        if ((int)answer.StatusCode is >= 300 and < 400)
        {
            _seen[path] = address with { Target = answer.Headers.Location?.OriginalString };
            return _links.Absolute(answer.Headers.Location?.OriginalString, path) is { } target ? [target] : [];
        }

        if (answer.StatusCode != HttpStatusCode.OK || !LinkReader.Reads(type))
        {
            await answer.Content.CopyToAsync(Stream.Null, cancellationToken);
            _seen[path] = address;
            return [];
        }

        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        var read = _links.Read(text, type, path);
        address = address with { Page = read.Page };
        _seen[path] = address;
        kept?.Invoke(address, text);
        foreach (var listed in read.InSitemap)
        {
            _inSitemaps.TryAdd(listed, 0);
        }

        return Array.Exists(_closed, c => path.StartsWith(c, StringComparison.Ordinal)) ? [] : read.Links;
    }

    // What says that it was not found and answers as if it had been: pages that carry the refusal's heading, and invented neighbours of pages of every kind.
    private async Task<IReadOnlyList<string>> SoftAsync(CancellationToken cancellationToken)
    {
        var soft = new List<string>();
        var refusal = await RefusalAsync(cancellationToken);
        soft.AddRange(_seen.Values.Where(a => a.Status == HttpStatusCode.OK && a.Page is { } p && p.Headings.Contains(refusal)).Select(a => $"{a.Path} says '{refusal}' and answers 200"));
        var probes = _seen.Values.Where(a => a.Status == HttpStatusCode.OK && LinkReader.Reads(a.MediaType) && a.Path.Length > 1 && !a.Path.Contains('?', StringComparison.Ordinal))
            .OrderBy(a => a.Path, StringComparer.Ordinal).GroupBy(a => a.Kind).SelectMany(g => g.Take(ProbesOfAKind)).Select(a => Missing(a.Path))
            .Concat(_seen.Values.Where(a => a.Page is not null && a.Path.Contains("?page=", StringComparison.Ordinal)).Select(a => a.Path.Split('?')[0] + "?page=9999").Take(ProbesOfAKind));
        foreach (var probe in probes.Distinct(StringComparer.Ordinal))
        {
            using var answer = await client.GetAsync(new Uri(probe, UriKind.Relative), cancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Gone))
            {
                soft.Add($"{probe} does not exist and answers {(int)answer.StatusCode}");
            }
        }

        return soft;
    }

    private async Task<string> RefusalAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(new Uri("/nothing" + Nowhere, UriKind.Relative), cancellationToken);
        var page = _links.Read(await answer.Content.ReadAsStringAsync(cancellationToken), "text/html", "/nothing" + Nowhere).Page;
        return page?.Headings is [{ Length: > 0 } heading, ..] && answer.StatusCode == HttpStatusCode.NotFound
            ? heading
            : throw new InvalidOperationException("What does not exist is not refused by a page with a heading.");
    }
}
