using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsPortal.Core.Importing.Html;

/// <summary>What a page's head says of it: <c>meta</c> elements of every tradition, JSON-LD, <c>title</c>, canonical address.</summary>
internal sealed partial class PageMetadata
{
    private readonly ILookup<string, string> values;

    private PageMetadata(IDocument page)
    {
        Json = JsonLd.Read(page);
        Title = Plain(page.QuerySelector("title")?.TextContent) ?? string.Empty;
        Language = page.DocumentElement.GetAttribute("lang") ?? page.DocumentElement.GetAttribute("xml:lang") ?? page.QuerySelector("body")?.GetAttribute("lang");
        Canonical = page.QuerySelector("link[rel='canonical']")?.GetAttribute("href");
        values = page.QuerySelectorAll("meta[content]")
            .SelectMany(m => Keys(m).Select(k => (Key: k, Value: Plain(m.GetAttribute("content")))))
            .Where(m => m.Value is not null)
            .ToLookup(m => m.Key, m => m.Value!, StringComparer.Ordinal);
    }

    public JsonLd Json { get; }

    /// <summary>The <c>title</c> element.</summary>
    public string Title { get; }

    public string? Language { get; }

    public string? Canonical { get; }

    /// <summary>Reads them, before anything is taken out of the page.</summary>
    public static PageMetadata Read(IDocument page) => new(page);

    /// <summary>The first value among several names.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values[Key(name)].FirstOrDefault() is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Every value of the first of several names that has any.</summary>
    public IReadOnlyList<string> All(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values[Key(name)].ToList() is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>Every value of names that end in one of some words: <c>articleAuthor</c>, <c>cXenseParse:author</c>.</summary>
    public IEnumerable<string> Ending(params string[] words) =>
        values.Where(v => words.Any(w => v.Key == w || v.Key == "article" + w || (v.Key.EndsWith(w, StringComparison.Ordinal) && v.Key[^(w.Length + 1)] is ':' or '_' or '-')) && !v.Key.StartsWith("twitter", StringComparison.Ordinal)).SelectMany(v => v);

    /// <summary>Text without markup and with single blanks; null where nothing is left.</summary>
    public static string? Plain(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var plain = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        plain = Blanks().Replace(plain.Contains('<', StringComparison.Ordinal) ? Markup().Replace(plain, string.Empty) : plain, " ").Trim();
        return plain.Length == 0 ? null : plain;
    }

    // dc.title and DC:Title are the same name in two traditions.
    private static string Key(string name) => name.ToLowerInvariant().Replace('.', ':');

    private static IEnumerable<string> Keys(IElement meta)
    {
        foreach (var attribute in new[] { "name", "property", "itemprop", "http-equiv" })
        {
            if (meta.GetAttribute(attribute) is { Length: > 0 and < 80 } key)
            {
                // RDFa lets one attribute hold several names.
                foreach (var name in key.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return Key(name);
                }
            }
        }
    }

    [GeneratedRegex(@"[\s\u200B\uFEFF\uE000-\uF8FF]{1,1000}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"</?[A-Za-z][^<>]{0,200}>", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
