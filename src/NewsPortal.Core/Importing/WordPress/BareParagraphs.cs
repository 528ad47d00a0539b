using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.WordPress;

/// <summary>
/// Marks the paragraphs of a text whose editor only pressed return: a blank line parts two of them, a single line end stays
/// one. Elements that are blocks already end a paragraph and are left as they are.
/// </summary>
internal static partial class BareParagraphs
{
    // What may hold paragraphs.
    private static readonly HashSet<string> Containers = new(StringComparer.OrdinalIgnoreCase)
    {
        "div", "blockquote", "section", "article", "aside", "header", "footer", "main", "details", "center",
    };

    // What is a paragraph of its own, or holds nothing but such.
    private static readonly HashSet<string> Whole = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th",
        "figure", "figcaption", "form", "address", "summary",
    };

    /// <summary>Marks them.</summary>
    /// <param name="html">Text with markup; tags may be unclosed.</param>
    public static string Mark(string html)
    {
        var result = new StringBuilder(html.Length + 200);
        var run = new StringBuilder();
        var open = new List<string>();
        var at = 0;
        foreach (Match tag in Tag().Matches(html))
        {
            Text(html.AsSpan(at, tag.Index - at));
            at = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value;
            var isEnd = tag.Groups["end"].Success;
            if (name.Equals("hr", StringComparison.OrdinalIgnoreCase) || Containers.Contains(name))
            {
                if (open.Count == 0) Flush();
                if (open is ["p"] && !isEnd) open.Clear();
                result.Append(tag.ValueSpan);
            }
            else if (!Whole.Contains(name)) (open.Count == 0 ? run : result).Append(tag.ValueSpan);
            else
            {
                if (open.Count == 0) Flush();
                result.Append(tag.ValueSpan);
                if (!isEnd) Open(name);
                else if (open.LastIndexOf(name.ToLowerInvariant()) is >= 0 and var last) open.RemoveRange(last, open.Count - last);
            }
        }

        Text(html.AsSpan(at));
        Flush();
        return result.ToString();

        void Open(string name)
        {
            // A paragraph without an end is ended by the next block.
            if (open is [.., "p"]) open.RemoveAt(open.Count - 1);
            open.Add(name.ToLowerInvariant());
        }

        void Text(ReadOnlySpan<char> text)
        {
            if (open.Count == 0) run.Append(text);
            else if (open[^1] is "p" or "li" or "td" or "th" or "dd" && !text.IsWhiteSpace()) result.Append(Lines(text.ToString()));
            else result.Append(text);
        }

        void Flush()
        {
            foreach (var paragraph in BlankLines().Split(run.ToString()))
                if (paragraph.Trim() is { Length: > 0 } words) result.Append("<p>").Append(LinkAddresses(Lines(words))).Append("</p>\n");
            run.Clear();
        }
    }

    /// <summary>Makes a link of an address that stands alone on its line: WordPress shows what lies there in its place.</summary>
    public static string LinkAddresses(string html) => Address().Replace(html, "$1<a href=\"$2\">$2</a>");

    private static string Lines(string text) => text.Replace("\n", "<br>\n", StringComparison.Ordinal);

    [GeneratedRegex(@"<(?<end>/)?(?<name>[A-Za-z][A-Za-z0-9]*)(?:[\s/][^>]*)?>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\n[ \t\u3000]*(?:\n[ \t\u3000]*)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"(^|<br>\n|\n)[ \t]*(https?://[^\s<>""']{4,1000})[ \t]*(?:$|(?=<br>|\n))", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
