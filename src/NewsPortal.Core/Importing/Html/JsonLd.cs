using System.Text.Json;
using AngleSharp.Dom;

namespace NewsPortal.Core.Importing.Html;

/// <summary>What a page says of its article in JSON-LD (schema.org NewsArticle and its kin).</summary>
internal sealed class JsonLd
{
    private static readonly string[] ArticleTypes = ["NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "Article", "BlogPosting", "Report", "LiveBlogPosting", "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "WebPage", "VideoObject"];

    public string? Headline { get; private set; }

    public string? Description { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Publisher { get; private set; }

    public string? Url { get; private set; }

    public List<string> Authors { get; } = [];

    public List<string> Keywords { get; } = [];

    /// <summary>Reads every JSON-LD script of a page; what is not valid JSON is passed over.</summary>
    public static JsonLd Read(IDocument page)
    {
        var found = new JsonLd();
        var items = new List<JsonElement>();
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            if (Parse(script.TextContent) is { } root)
            {
                Collect(root, items, 0);
            }
        }

        // The most telling type first; a page's WebPage entry only fills what no article states.
        foreach (var item in items.OrderBy(i => Array.FindIndex(ArticleTypes, t => HasType(i, t))))
        {
            found.Take(item, items);
        }

        return found;
    }

    private static JsonElement? Parse(string json)
    {
        const int longest = 1_000_000;
        if (json.Length > longest)
        {
            return null;
        }

        try
        {
            var text = json.Trim().TrimEnd(';');
            using var document = JsonDocument.Parse(Clean(text), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Systems paste texts with raw line ends into their JSON; as blanks they do no harm.
    private static string Clean(string json) => json.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');

    private static void Collect(JsonElement node, List<JsonElement> items, int depth)
    {
        const int deepest = 6;
        if (depth > deepest)
        {
            return;
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var child in node.EnumerateArray())
            {
                Collect(child, items, depth + 1);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (Array.Exists(ArticleTypes, t => HasType(node, t)))
            {
                items.Add(node);
            }

            foreach (var name in new[] { "@graph", "mainEntity", "mainEntityOfPage" })
            {
                if (node.TryGetProperty(name, out var inner))
                {
                    Collect(inner, items, depth + 1);
                }
            }
        }
    }

    private static bool HasType(JsonElement item, string type) =>
        item.TryGetProperty("@type", out var value)
        && (value.ValueKind == JsonValueKind.String ? IsType(value, type) : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(v => IsType(v, type)));

    private static bool IsType(JsonElement value, string type) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } name && (name == type || name.EndsWith("/" + type, StringComparison.Ordinal));

    private void Take(JsonElement item, List<JsonElement> items)
    {
        var isPage = HasType(item, "WebPage") || HasType(item, "VideoObject");
        if (isPage && items.Exists(i => !HasType(i, "WebPage") && !HasType(i, "VideoObject")))
        {
            return;
        }

        Headline ??= Text(item, "headline") ?? Text(item, "name");
        Description ??= Text(item, "description");
        Published ??= Text(item, "datePublished") ?? Text(item, "dateCreated");
        Modified ??= Text(item, "dateModified");
        Publisher ??= item.TryGetProperty("publisher", out var publisher) ? Name(publisher) : null;
        Url ??= Text(item, "url");
        if (Authors.Count == 0)
        {
            Names(item, "author", Authors);
            Names(item, "creator", Authors);
        }

        if (Keywords.Count == 0)
        {
            Names(item, "keywords", Keywords);
        }
    }

    private static void Names(JsonElement item, string property, List<string> into)
    {
        if (!item.TryGetProperty(property, out var value))
        {
            return;
        }

        foreach (var part in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1))
        {
            if (Name(part) is { Length: > 0 } name && !into.Contains(name))
            {
                into.Add(name);
            }
        }
    }

    private static string? Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Plain(value.GetString()),
        JsonValueKind.Object => Text(value, "name"),
        JsonValueKind.Array when value.GetArrayLength() > 0 => Name(value[0]),
        _ => null,
    };

    private static string? Text(JsonElement item, string property) =>
        item.TryGetProperty(property, out var value) ? value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? Name(value[0]) : value.ValueKind == JsonValueKind.String ? Plain(value.GetString()) : null : null;

    private static string? Plain(string? text) => PageMetadata.Plain(text);
}
