using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsPortal.Web.Auditing;

/// <summary>Reads pages of the site as a browser would, and notes where their links and pictures lead.</summary>
/// <param name="client">Asks the site.</param>
internal sealed class PageReader(HttpClient client)
{
    private static readonly HtmlParser Parser = new();

    /// <summary>Asks for an address.</summary>
    public async Task<ReadPage> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(path, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        return new ReadPage(path, answer.StatusCode, answer.Headers.Location?.OriginalString, answer.Content.Headers.LastModified?.UtcDateTime, text, isPage ? Parser.ParseDocument(text) : null);
    }

    /// <summary>Asks for the status of an address alone.</summary>
    public async Task<(HttpStatusCode Status, string? Location)> StatusAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await client.SendAsync(request, cancellationToken);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString);
    }
}

/// <summary>An answer.</summary>
/// <param name="Path">What was asked for, root-relative.</param>
/// <param name="Status">Its status.</param>
/// <param name="Location">Where it redirects.</param>
/// <param name="LastModified">What its header says.</param>
/// <param name="Text">Its body.</param>
/// <param name="Document">Its body as a page; null where it is none.</param>
internal sealed record ReadPage(string Path, HttpStatusCode Status, string? Location, DateTime? LastModified, string Text, IHtmlDocument? Document)
{
    /// <summary>Addresses that it names where it is no page.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>Root-relative addresses that it links to, each once, without fragments.</summary>
    public IEnumerable<string> Links => Document is null ? Named : Document.QuerySelectorAll("a[href], link[href]:not([rel~=canonical])")
        .Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith('/') && !h.StartsWith("//", StringComparison.Ordinal))
        .Select(h => h.Split('#')[0]).Where(h => h.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Root-relative addresses of the pictures that it shows, each once.</summary>
    public IEnumerable<string> Pictures => Document is null ? [] : Document.QuerySelectorAll("img[src], source[srcset], img[srcset]")
        .SelectMany(i => (i.GetAttribute("srcset") ?? string.Empty).Split(',').Select(s => s.Trim().Split(' ')[0]).Prepend(i.GetAttribute("src") ?? string.Empty))
        .Where(s => s.StartsWith('/')).Distinct(StringComparer.Ordinal);

    /// <summary>The content of a meta element.</summary>
    public string? Meta(string property) => Document?.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    /// <summary>The structured data of the page; one that does not parse is null.</summary>
    public IEnumerable<JsonElement?> StructuredData()
    {
        foreach (var script in Document?.QuerySelectorAll("script[type='application/ld+json']") ?? Enumerable.Empty<IElement>())
        {
            JsonElement? parsed;
            try
            {
                using var json = JsonDocument.Parse(script.TextContent);
                parsed = json.RootElement.Clone();
            }
            catch (JsonException)
            {
                parsed = null;
            }

            yield return parsed;
        }
    }
}
