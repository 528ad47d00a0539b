using System.Text;

namespace NewsPortal.Core.Importing.WordPress;

/// <summary>
/// Replaces what WordPress replaces while it shows a post. A picture with its caption is a figure; the others come from
/// plug-ins that are not here: they are taken out and named, and the text between two of them stays.
/// </summary>
/// <remarks>A word in brackets may be an editor's: without attributes, an end or a known name it is text.</remarks>
internal static class Shortcodes
{
    private const int LongestTag = 4000;

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "gallery", "playlist", "audio", "video", "embed", "caption", "wp_caption", "toc", "sitemap", "contact-form", "archives", "nextpage", "more",
    };

    private static readonly string[] Verbatim = ["pre", "code", "script", "style"];

    /// <summary>Replaces them.</summary>
    /// <param name="html">The content; brackets inside tags and code are left alone.</param>
    /// <param name="warnings">Told of what was taken out.</param>
    public static string Replace(string html, List<string> warnings)
    {
        if (!html.Contains('[', StringComparison.Ordinal)) return html;
        var ends = EndNames(html);
        var result = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var next = html.AsSpan(at).IndexOfAny('[', '<');
            if (next < 0) break;
            result.Append(html, at, next);
            at += next;
            var end = html[at] == '<' ? EndOfMarkup(html, at) : 0;
            if (end == 0) at = Bracket(html, at, ends, result, warnings);
            else
            {
                result.Append(html, at, end - at);
                at = end;
            }
        }

        return result.Append(html, at, html.Length - at).ToString();
    }

    private static int Bracket(string html, int at, Dictionary<string, int> ends, StringBuilder result, List<string> warnings)
    {
        // Twice in brackets it is meant to be seen.
        if (html.AsSpan(at).StartsWith("[[") && html.AsSpan(at, Math.Min(LongestTag, html.Length - at)).IndexOf("]]") is > 0 and var close)
        {
            result.Append(html, at + 1, close);
            return at + close + 2;
        }

        if (Tag.Read(html, at) is not { } tag || !(tag.IsEnd ? ends.ContainsKey(tag.Name) : tag.HasAttributes || Known.Contains(tag.Name) || tag.Name.Contains('_', StringComparison.Ordinal) || ends.ContainsKey(tag.Name)))
        {
            result.Append(html[at]);
            return at + 1;
        }

        if (!tag.IsEnd && tag.Name is "caption" or "wp_caption" && EndOf(html, tag, ends) is { } captionEnd)
        {
            Caption(html[tag.End..captionEnd.Start], tag, result);
            return captionEnd.End;
        }

        if (!tag.IsEnd && tag.Name == "embed" && EndOf(html, tag, ends) is { } embedEnd)
        {
            result.Append("\n\n").Append(html.AsSpan(tag.End, embedEnd.Start - tag.End).Trim()).Append("\n\n");
            return embedEnd.End;
        }

        if (!tag.IsEnd) warnings.Add($"the shortcode [{tag.Name}] was left out{(ends.ContainsKey(tag.Name) ? "; the text inside it is kept" : string.Empty)}");
        return tag.End;
    }

    // The picture, with the link round it, then the words; older posts have these in an attribute.
    private static void Caption(string inside, Tag tag, StringBuilder result)
    {
        var picture = inside.IndexOf("<img", StringComparison.OrdinalIgnoreCase);
        var end = picture < 0 ? -1 : inside.IndexOf('>', picture);
        if (end < 0)
        {
            result.Append(inside);
            return;
        }

        end++;
        var rest = inside[end..].TrimStart();
        if (rest.StartsWith("</a>", StringComparison.OrdinalIgnoreCase)) rest = rest[4..];
        var words = rest.Trim() is { Length: > 0 } behind ? behind : tag.Attribute("caption");
        result.Append("\n\n<figure>").Append(inside, picture, end - picture);
        if (!string.IsNullOrWhiteSpace(words)) result.Append("<figcaption>").Append(words).Append("</figcaption>");
        result.Append("</figure>\n\n");
    }

    private static (int Start, int End)? EndOf(string html, Tag tag, Dictionary<string, int> ends)
    {
        if (!ends.TryGetValue(tag.Name, out var last) || last < tag.End) return null;
        var end = $"[/{tag.Name}]";
        var found = html.IndexOf(end, tag.End, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? null : (found, found + end.Length);
    }

    // Where the last end of each name stands: behind it none is looked for, or looking would take for ever.
    private static Dictionary<string, int> EndNames(string html)
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var at = html.IndexOf("[/", StringComparison.Ordinal); at >= 0; at = html.IndexOf("[/", at + 2, StringComparison.Ordinal))
            if (Tag.Read(html, at) is { } tag) names[tag.Name] = at;
        return names;
    }

    // Past a tag; past the whole of an element whose text is meant literally.
    private static int EndOfMarkup(string html, int at)
    {
        var close = html.IndexOf('>', at);
        if (close < 0) return html.Length;
        foreach (var name in Verbatim)
        {
            if (!html.AsSpan(at + 1).StartsWith(name, StringComparison.OrdinalIgnoreCase) || html[at + 1 + name.Length] is not (' ' or '>' or '\n' or '\t')) continue;
            var end = html.IndexOf("</" + name, close, StringComparison.OrdinalIgnoreCase);
            return end < 0 ? html.Length : end;
        }

        return close + 1;
    }

    /// <summary>One tag in brackets.</summary>
    private sealed record Tag(string Name, bool IsEnd, string Attributes, int End)
    {
        public bool HasAttributes => Attributes.Contains('=', StringComparison.Ordinal) || Attributes.EndsWith('/');

        public static Tag? Read(string html, int at)
        {
            var from = at + 1;
            var isEnd = from < html.Length && html[from] == '/';
            if (isEnd) from++;
            var end = from;
            while (end < html.Length && end - from < 60 && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '_' or '-')) end++;
            if (end == from || end == html.Length || !char.IsAsciiLetter(html[from])) return null;
            var quote = '\0';
            for (var i = end; i < html.Length && i - at < LongestTag; i++)
            {
                var c = html[i];
                if (quote != '\0')
                {
                    if (c == quote) quote = '\0';
                }
                else if (c is '"' or '\'' && html[i - 1] == '=') quote = c;
                else if (c is '[' or '<') return null;
                else if (c == ']')
                {
                    var attributes = html[end..i].Trim();
                    return attributes.Length > 0 && html[end] is not (' ' or '\n' or '\t' or '/' or '\u00A0') ? null : new Tag(html[from..end].ToLowerInvariant(), isEnd, attributes, i + 1);
                }
            }

            return null;
        }

        public string? Attribute(string name)
        {
            var at = Attributes.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
            if (at < 0 || at + name.Length + 1 >= Attributes.Length) return null;
            var quote = Attributes[at + name.Length + 1];
            if (quote is not ('"' or '\'')) return null;
            var end = Attributes.IndexOf(quote, at + name.Length + 2);
            return end < 0 ? null : Attributes[(at + name.Length + 2)..end];
        }
    }
}
