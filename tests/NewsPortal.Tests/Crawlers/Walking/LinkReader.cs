using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsPortal.Tests.Crawlers.Walking;

/// <summary>Finds every address of a site that a page, sitemap, feed or stylesheet of it names.</summary>
/// <param name="baseUrl">The site's address, without a trailing slash.</param>
internal sealed partial class LinkReader(string baseUrl)
{
    private const string NoUri = "javascript:";

    private static readonly string[] Attributes = ["href", "src", "poster", "data-src"];
    private static readonly string[] Pictures = ["og:image", "og:image:secure_url", "og:url", "twitter:image"];

    /// <summary>Whether an answer of this kind names addresses.</summary>
    public static bool Reads(string mediaType) =>
        mediaType is "text/html" or "text/css" or "text/plain" or "text/x-opml" || (mediaType.EndsWith("xml", StringComparison.Ordinal) && mediaType != "image/svg+xml") || mediaType.EndsWith("json", StringComparison.Ordinal);

    /// <summary>Reads an answer.</summary>
    public ReadLinks Read(string text, string mediaType, string path)
    {
        var read = new ReadLinks();
        if (mediaType == "text/html")
        {
            Page(text, path, read);
        }
        else if (mediaType.EndsWith("json", StringComparison.Ordinal))
        {
            using var json = JsonDocument.Parse(text);
            Json(json.RootElement, path, read);
        }
        else if (mediaType == "text/css")
        {
            Add(read, path, InStyle().Matches(text).Select(m => m.Groups[1].Value));
        }
        else if (mediaType == "text/plain")
        {
            Add(read, path, InText().Matches(text).Select(m => m.Value));
        }
        else
        {
            Xml(text, path, read);
        }

        return read;
    }

    /// <summary>The root-relative address that a link leads to; null where it leads elsewhere.</summary>
    public string? Absolute(string? link, string path)
    {
        // An address with a place for words, such as that of the search.
        if (string.IsNullOrWhiteSpace(link) || link.Contains('{', StringComparison.Ordinal) || link.StartsWith(NoUri, StringComparison.OrdinalIgnoreCase)
            || !Uri.TryCreate(new Uri(baseUrl + path), link.Trim(), out var address) || !address.AbsoluteUri.StartsWith(baseUrl, StringComparison.Ordinal))
        {
            return null;
        }

        return address.GetLeftPart(UriPartial.Authority) == baseUrl ? address.PathAndQuery : null;
    }

    private static CrawledPage PageOf(IDocument page, IReadOnlyList<string> feeds) => new(
        page.Title ?? string.Empty,
        page.QuerySelector("meta[name=description]")?.GetAttribute("content") ?? string.Empty,
        [.. page.QuerySelectorAll("h1").Select(h => h.TextContent.Trim())],
        [.. page.QuerySelectorAll("link[rel=canonical]").Select(c => c.GetAttribute("href") ?? string.Empty)],
        [.. page.QuerySelectorAll("link[hreflang]").Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href") ?? string.Empty))],
        feeds,
        page.QuerySelector("meta[name=robots]")?.GetAttribute("content")?.Contains("noindex", StringComparison.Ordinal) == true);

    private static IEnumerable<string> InSet(string? srcset) =>
        (srcset ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(' ')[0]);

    private void Page(string text, string path, ReadLinks read)
    {
        using var page = new HtmlParser().ParseDocument(text);
        Elements(page, path, read);
        Add(read, path, page.QuerySelectorAll("form[action]").Where(f => f.GetAttribute("method") is null or "get").Select(f => f.GetAttribute("action")));
        Add(read, path, page.QuerySelectorAll("meta[content]").Where(m => Pictures.Contains(m.GetAttribute("property") ?? m.GetAttribute("name"))).Select(m => m.GetAttribute("content")));
        foreach (var data in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            using var json = JsonDocument.Parse(data.TextContent);
            Json(json.RootElement, path, read);
        }

        read.Page = PageOf(page, [.. page.QuerySelectorAll("link[rel=alternate][type]").Select(l => Absolute(l.GetAttribute("href"), path)).OfType<string>()]);
    }

    private void Elements(IParentNode page, string path, ReadLinks read)
    {
        foreach (var element in page.QuerySelectorAll("[href], [src], [srcset], [imagesrcset], [poster]"))
        {
            Add(read, path, Attributes.Select(element.GetAttribute));
            Add(read, path, InSet(element.GetAttribute("srcset")).Concat(InSet(element.GetAttribute("imagesrcset"))));
        }
    }

    private void Xml(string text, string path, ReadLinks read)
    {
        using var xml = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var isSitemap = false;
        var inside = string.Empty;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    (isSitemap, inside) = (isSitemap || xml.LocalName == "urlset", xml.Name);
                    while (xml.MoveToNextAttribute())
                    {
                        Text(xml.Value, path, read);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    Text(xml.Value, path, read);
                    if (isSitemap && inside == "loc" && Absolute(xml.Value, path) is { } listed)
                    {
                        read.InSitemap.Add(listed);
                    }

                    break;
            }
        }
    }

    private void Json(JsonElement json, string path, ReadLinks read)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    Json(property.Value, path, read);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    Json(item, path, read);
                }

                break;
            case JsonValueKind.String:
                Text(json.GetString()!, path, read);
                break;
        }
    }

    // In data, what begins with the site's address is an address, and what looks like HTML is.
    private void Text(string text, string path, ReadLinks read)
    {
        if (text.StartsWith(baseUrl, StringComparison.Ordinal))
        {
            Add(read, path, [text]);
        }
        else if (text.Contains("<p", StringComparison.Ordinal) || text.Contains("<img ", StringComparison.Ordinal) || text.Contains("<a ", StringComparison.Ordinal))
        {
            using var page = new HtmlParser().ParseDocument(text);
            Elements(page, path, read);
        }
    }

    private void Add(ReadLinks read, string path, IEnumerable<string?> links)
    {
        foreach (var link in links)
        {
            if (Absolute(link, path) is { } address)
            {
                read.Links.Add(address);
            }
        }
    }

    [GeneratedRegex("url\\([\"']?([^\"')]+)")]
    private static partial Regex InStyle();

    [GeneratedRegex("https?://\\S+")]
    private static partial Regex InText();
}

/// <summary>What an answer names.</summary>
internal sealed class ReadLinks
{
    /// <summary>Root-relative addresses of the site.</summary>
    public HashSet<string> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that it lists as a sitemap.</summary>
    public List<string> InSitemap { get; } = [];

    /// <summary>What it says of itself, where it is a page.</summary>
    public CrawledPage? Page { get; set; }
}
