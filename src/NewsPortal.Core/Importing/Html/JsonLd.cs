using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsPortal.Core.Importing.Html;

/// <summary>What a page says of its article in JSON-LD (schema.org NewsArticle and its kin).</summary>
internal sealed partial class JsonLd
{
    private static readonly string[] ArticleTypes = ["NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "Article", "BlogPosting", "Report", "LiveBlogPosting", "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "WebPage", "VideoObject"];

    private readonly string title;

    private JsonLd(string title) => this.title = title;

    public string? Headline { get; private set; }

    public string? Description { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Publisher { get; private set; }

    public string? Url { get; private set; }

    /// <summary>The persons it names as authors.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>The organisations it names as authors.</summary>
    public List<string> Organisations { get; } = [];

    public List<string> Keywords { get; } = [];

    /// <summary>Reads every JSON-LD script of a page; what is not valid JSON is passed over.</summary>
    public static JsonLd Read(IDocument page)
    {
        var found = new JsonLd(PageMetadata.Plain(page.Title) ?? string.Empty);
        var items = new List<JsonElement>();
        var named = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            if (Parse(script.TextContent) is { } root)
            {
                Collect(root, items, named, 0);
            }
        }

        // The most telling type first; a page's WebPage entry only fills what no article states.
        foreach (var item in items.OrderBy(i => Array.FindIndex(ArticleTypes, t => HasType(i, t))))
        {
            found.Take(item, items, named);
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
            var text = Wrapping().Replace(json, string.Empty).Trim().TrimEnd(';');
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

    private static void Collect(JsonElement node, List<JsonElement> items, Dictionary<string, JsonElement> named, int depth)
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
                Collect(child, items, named, depth + 1);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (Text(node, "@id") is { } id && (Text(node, "name") is not null || Given(node) is not null))
            {
                named.TryAdd(id, node);
            }

            if (Array.Exists(ArticleTypes, t => HasType(node, t)))
            {
                items.Add(node);
            }

            foreach (var name in new[] { "@graph", "mainEntity", "mainEntityOfPage" })
            {
                if (node.TryGetProperty(name, out var inner))
                {
                    Collect(inner, items, named, depth + 1);
                }
            }
        }
    }

    private static bool HasType(JsonElement item, string type) =>
        item.TryGetProperty("@type", out var value)
        && (value.ValueKind == JsonValueKind.String ? IsType(value, type) : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(v => IsType(v, type)));

    private static bool IsType(JsonElement value, string type) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } name && (name == type || name.EndsWith("/" + type, StringComparison.Ordinal));

    private void Take(JsonElement item, List<JsonElement> items, Dictionary<string, JsonElement> named)
    {
        var isPage = HasType(item, "WebPage") || HasType(item, "VideoObject");
        if (isPage && items.Exists(i => !HasType(i, "WebPage") && !HasType(i, "VideoObject")))
        {
            return;
        }

        Headline ??= HeadlineOf(item);
        Description ??= Text(item, "description");
        Published ??= Text(item, "datePublished") ?? Text(item, "dateCreated");
        Modified ??= Text(item, "dateModified");
        Publisher ??= item.TryGetProperty("publisher", out var publisher) ? Name(publisher) : null;
        Url ??= Text(item, "url");
        if (Authors.Count + Organisations.Count == 0)
        {
            TakeAuthors(item, "author", named);
            TakeAuthors(item, "creator", named);
        }

        if (Keywords.Count == 0)
        {
            Names(item, "keywords", Keywords);
        }
    }

    // Some systems describe the subject in "headline" and put the title into "name": the page's own title tells which.
    private string? HeadlineOf(JsonElement item)
    {
        var (headline, name) = (Text(item, "headline"), Text(item, "name"));
        return headline is not null && name is not null && headline != name
            && !title.Contains(headline, StringComparison.OrdinalIgnoreCase) && title.Contains(name, StringComparison.OrdinalIgnoreCase) ? name : headline ?? name;
    }

    private void TakeAuthors(JsonElement item, string property, Dictionary<string, JsonElement> named)
    {
        if (!item.TryGetProperty(property, out var value))
        {
            return;
        }

        foreach (var part in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1))
        {
            // An author may be told by reference only: a graph describes each person once.
            var author = part.ValueKind == JsonValueKind.Object && Name(part) is null && Text(part, "@id") is { } id && named.TryGetValue(id, out var known) ? known : part;
            var into = author.ValueKind == JsonValueKind.Object && author.TryGetProperty("@type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString()!.EndsWith("Organization", StringComparison.Ordinal) ? Organisations : Authors;
            if (Name(author) is { Length: > 0 } name && !into.Contains(name))
            {
                into.Add(name);
            }
        }
    }

    private static string? Given(JsonElement person) =>
        Text(person, "givenName") is { } given && Text(person, "familyName") is { } family ? $"{given} {family}" : null;

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
        JsonValueKind.Object => Text(value, "name") ?? Given(value),
        JsonValueKind.Array when value.GetArrayLength() > 0 => Name(value[0]),
        _ => null,
    };

    private static string? Text(JsonElement item, string property) =>
        item.TryGetProperty(property, out var value) ? value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? Name(value[0]) : value.ValueKind == JsonValueKind.String ? Plain(value.GetString()) : null : null;

    private static string? Plain(string? text) => PageMetadata.Plain(text);

    // What old guides told authors to put round scripts, so that XML parsers would pass them over.
    [GeneratedRegex(@"^\s{0,200}(?://)?\s{0,200}(?:<!\[CDATA\[|<!--)|(?://)?\s{0,200}(?:\]\]>|-->)\s{0,200}$", RegexOptions.CultureInvariant)]
    private static partial Regex Wrapping();
}
