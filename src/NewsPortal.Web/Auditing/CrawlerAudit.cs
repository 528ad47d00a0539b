using System.Net;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Crawlers;

namespace NewsPortal.Web.Auditing;

/// <summary>What machines read: sitemaps and feeds, against the published articles.</summary>
/// <param name="reader">Asks the site.</param>
/// <param name="site">The site.</param>
internal sealed class CrawlerAudit(PageReader reader, SiteSnapshot site)
{
    private static readonly XNamespace Sitemap = XmlNames.Sitemap;

    /// <summary>Every address and last change that the sitemaps name.</summary>
    public async Task<Dictionary<string, string?>> SitemapsAsync(Action<SiteFault> found, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var file in await LocationsAsync("/sitemap.xml", found, cancellationToken))
        {
            foreach (var (address, modified) in await LocationsAsync(file.Address, found, cancellationToken))
            {
                if (!all.TryAdd(address, modified))
                {
                    found(new SiteFault(FaultKind.Sitemap, file.Address, $"names {address} twice"));
                }
            }
        }

        return all;
    }

    /// <summary>Looks at the feeds of a folder in every format.</summary>
    /// <param name="folder">Root-relative, empty for the site's own.</param>
    /// <param name="published">Published articles by their address.</param>
    /// <param name="found">Told of each fault.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task FeedsAsync(string folder, IReadOnlyDictionary<string, AuditedArticle> published, Action<SiteFault> found, CancellationToken cancellationToken)
    {
        foreach (var format in FeedFormat.All)
        {
            var path = $"{folder}/{format.FileName}";
            var answer = await reader.ReadAsync(path, cancellationToken);
            if (answer.Status != HttpStatusCode.OK)
            {
                found(new SiteFault(FaultKind.Feed, path, $"answers {(int)answer.Status}"));
                continue;
            }

            try
            {
                foreach (var (link, modified) in Items(answer.Text, format))
                {
                    if (!published.TryGetValue(Local(link), out var article))
                    {
                        found(new SiteFault(FaultKind.Feed, path, $"names {link}, which is not published"));
                    }
                    else if (modified is not null && modified != ArticleTimes.Moment(article.Article.ModifiedUtc(), site.Zone) && folder != "/corrections")
                    {
                        found(new SiteFault(FaultKind.Dates, article.Path, $"{path} says {modified}"));
                    }
                }
            }
            catch (Exception e) when (e is XmlException or JsonException or KeyNotFoundException or NullReferenceException or InvalidOperationException)
            {
                found(new SiteFault(FaultKind.Feed, path, $"does not parse: {e.Message}"));
            }
        }
    }

    /// <summary>A root-relative address of ours; another is left as it is.</summary>
    public string Local(string address) =>
        address.StartsWith(site.BaseUrl, StringComparison.Ordinal) ? address[site.BaseUrl.Length..] is { Length: > 0 } path ? path : "/" : address;

    private async Task<List<(string Address, string? Modified)>> LocationsAsync(string path, Action<SiteFault> found, CancellationToken cancellationToken)
    {
        var answer = await reader.ReadAsync(path, cancellationToken);
        if (answer.Status != HttpStatusCode.OK)
        {
            found(new SiteFault(FaultKind.Sitemap, path, $"answers {(int)answer.Status}"));
            return [];
        }

        try
        {
            return [.. XDocument.Parse(answer.Text).Root!.Elements().Select(e => (Local(e.Element(Sitemap + "loc")!.Value), e.Element(Sitemap + "lastmod")?.Value))];
        }
        catch (XmlException e)
        {
            found(new SiteFault(FaultKind.Sitemap, path, $"does not parse: {e.Message}"));
            return [];
        }
    }

    private static List<(string Link, string? Modified)> Items(string text, FeedFormat format)
    {
        if (format == FeedFormat.Json)
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("url").GetString()!, i.GetProperty("date_modified").GetString()))];
        }

        var feed = XDocument.Parse(text);
        XNamespace atom = XmlNames.Atom;
        return format == FeedFormat.Atom
            ? [.. feed.Root!.Elements(atom + "entry").Select(e => (e.Element(atom + "link")!.Attribute("href")!.Value, (string?)e.Element(atom + "updated")!.Value))]
            : [.. feed.Descendants("item").Select(i => (i.Element("link")!.Value, (string?)null))];
    }
}
