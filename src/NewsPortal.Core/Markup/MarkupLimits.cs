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

    /// <summary>Attributes of one tag; the parser compares each with all others.</summary>
    public const int MostAttributes = 500;

    private static readonly HashSet<string> HoldText = new(StringComparer.Ordinal)
    {
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    };

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    public static void Check(string html)
    {
        if (html.Length > LongestHtml) throw TooLarge($"{html.Length:N0} characters of markup, at most {LongestHtml:N0} are read");
        if (html.AsSpan().Count('<') > MostTags) throw TooLarge($"more than {MostTags:N0} tags");
        var nesting = new NestingEstimate();
        var at = 0;
        while (at < html.Length)
        {
            var next = html.AsSpan(at).IndexOf('<');
            if (next < 0) return;
            at = Tag(html, at + next + 1, nesting);
            if (nesting.TooDeep)
                throw new RejectedInputException($"the markup is too deeply nested: more than {NestingEstimate.Deepest} elements stand open; simplify it and import it again", LineOf(html, at));
        }
    }

    private static int Tag(string html, int at, NestingEstimate nesting)
    {
        if (html.AsSpan(at).StartsWith("!--")) return EndOfComment(html, at);
        var closing = at < html.Length && html[at] == '/';
        if (closing) at++;
        if (at >= html.Length || !char.IsAsciiLetter(html[at])) return at;
        var rest = html.AsSpan(at);
        var length = rest.IndexOfAny(NameEnd);
        var name = (length < 0 ? rest : rest[..length])[..Math.Min(length < 0 ? rest.Length : length, 40)].ToString().ToLowerInvariant();
        var tagEnd = EndOfTag(html, at);
        if (closing)
        {
            nesting.End(name);
            return tagEnd;
        }

        var foreign = nesting.InForeign;
        if (HoldText.Contains(name) && !foreign) return EndOfText(html, tagEnd, name);
        var tag = html.AsSpan(at, tagEnd - at);
        if (!(tag.EndsWith("/>") && (foreign || name is "svg" or "math"))) nesting.Start(name, tag);
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
            else if (c is '"' or '\'' && FollowsEquals(html, at)) quote = c;
            else if (c == '>') return at + 1;
            else if (c is ' ' or '\n' or '\t' or '/' && !RestIsBlank(html, at) && ++attributes > MostAttributes)
                throw TooLarge($"a tag with more than {MostAttributes} attributes");
        }

        return at;
    }

    private static bool FollowsEquals(string html, int at)
    {
        do at--;
        while (html[at] is ' ' or '\t' or '\n' or '\r' or '\f');
        return html[at] == '=';
    }

    // Long runs of blanks inside a tag are sloppy, not hostile.
    private static bool RestIsBlank(string html, int at) => at + 1 < html.Length && html[at + 1] is ' ' or '\n' or '\t' or '\r' or '>';

    private static int EndOfText(string html, int at, string name)
    {
        var end = html.AsSpan(at).IndexOf("</" + name, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : at + end;
    }

    private static int LineOf(string text, int at) => text.AsSpan(0, Math.Min(at, text.Length)).Count('\n') + 1;

    private static RejectedInputException TooLarge(string what) => new($"the markup is too large: {what}; shorten it and import it again");
}
