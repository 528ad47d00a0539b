using System.Buffers;
using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Markup;

/// <summary>
/// What a parser may be given. Judged by one linear scan before it sees anything, because a parser's time and memory can
/// grow with the square of nesting, and a process that is out of stack cannot be saved.
/// </summary>
internal static class MarkupLimits
{
    /// <summary>Characters of a page. The largest pages saved from news sites have some 2 million.</summary>
    public const int LongestHtml = 8_000_000;

    /// <summary>Opening brackets: what a tree's size grows with.</summary>
    public const int MostTags = 200_000;

    /// <summary>Elements open at once that the parser does not close by itself. Real pages stay below 100.</summary>
    public const int DeepestNesting = 200;

    /// <summary>Attributes of one tag; the parser compares each with all others.</summary>
    public const int MostAttributes = 500;

    // Elements that end by themselves when the next one begins, and those without an end.
    private static readonly HashSet<string> EndByThemselves = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "rp", "rt",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "frame", "image", "html", "head", "body",
    };

    private static readonly HashSet<string> HoldText = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    };

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    public static void Check(string html)
    {
        if (html.Length > LongestHtml) throw TooLarge($"{html.Length:N0} characters of markup, at most {LongestHtml:N0} are read");
        var tags = 0;
        var depth = 0;
        var foreign = 0;
        var at = 0;
        while (at < html.Length)
        {
            var next = html.AsSpan(at).IndexOf('<');
            if (next < 0) return;
            at += next + 1;
            if (++tags > MostTags) throw TooLarge($"more than {MostTags:N0} tags");
            at = Tag(html, at, ref depth, ref foreign);
            if (depth > DeepestNesting)
                throw new RejectedInputException($"the markup is too deeply nested: more than {DeepestNesting} elements stand open; simplify it and import it again", LineOf(html, at));
        }
    }

    // Inside svg and math a style or title is an element like others, and what stands in it is markup.
    private static int Tag(string html, int at, ref int depth, ref int foreign)
    {
        if (html.AsSpan(at).StartsWith("!--")) return EndOfComment(html, at);
        var closing = at < html.Length && html[at] == '/';
        if (closing) at++;
        if (at >= html.Length || !char.IsAsciiLetter(html[at])) return at;
        var rest = html.AsSpan(at);
        var length = rest.IndexOfAny(NameEnd);
        var name = length < 0 ? rest : rest[..length];
        at += name.Length;
        var known = name.Length > 20 ? string.Empty : name.ToString();
        if (closing)
        {
            if (depth > 0 && !EndByThemselves.Contains(known)) depth--;
            if (foreign > 0 && IsForeign(known)) foreign--;
            return at;
        }

        var tagEnd = EndOfTag(html, at);
        if (foreign == 0 && HoldText.Contains(known)) return EndOfText(html, tagEnd, known);
        if (html.AsSpan(at, tagEnd - at).EndsWith("/>") && (foreign > 0 || IsForeign(known))) return tagEnd;
        if (IsForeign(known)) foreign++;
        if (!EndByThemselves.Contains(known)) depth++;
        return tagEnd;
    }

    /// <summary>A comment ends at <c>--&gt;</c> and at <c>--!&gt;</c>; one without an end takes the rest, as in the parser.</summary>
    private static int EndOfComment(string html, int at)
    {
        for (var from = at + 1; ; from++)
        {
            var dashes = html.AsSpan(from).IndexOf("--");
            if (dashes < 0) return html.Length;
            from += dashes;
            var rest = html.AsSpan(from + 2);
            if (rest is ['>', ..]) return from + 3;
            if (rest is ['!', '>', ..]) return from + 4;
        }
    }

    private static int EndOfTag(string html, int at)
    {
        var attributes = 0;
        var quote = '\0';
        for (; at < html.Length; at++)
        {
            var c = html[at];
            if (quote != '\0')
            {
                if (c == quote) quote = '\0';
            }
            else if (c is '"' or '\'' && html[at - 1] == '=') quote = c;
            else if (c == '>') return at + 1;
            else if (c is ' ' or '\n' or '\t' or '/' && ++attributes > MostAttributes && !RestIsBlank(html, at))
                throw TooLarge($"a tag with more than {MostAttributes} attributes");
        }

        return at;
    }

    // Long runs of blanks inside a tag are sloppy, not hostile.
    private static bool RestIsBlank(string html, int at) => at + 1 < html.Length && html[at + 1] is ' ' or '\n' or '\t' or '\r' or '>';

    private static int EndOfText(string html, int at, string name)
    {
        var end = html.AsSpan(at).IndexOf("</" + name, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : at + end;
    }

    private static bool IsForeign(string name) => name.Equals("svg", StringComparison.OrdinalIgnoreCase) || name.Equals("math", StringComparison.OrdinalIgnoreCase);

    private static int LineOf(string text, int at) => text.AsSpan(0, Math.Min(at, text.Length)).Count('\n') + 1;

    private static RejectedInputException TooLarge(string what) => new($"the markup is too large: {what}; shorten it and import it again");
}
