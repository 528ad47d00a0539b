using System.Text.RegularExpressions;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.MarkdownFiles;

/// <summary>
/// Replaces what Hugo, Hexo and Jekyll would have replaced while they made their pages: pictures, code and links become
/// Markdown; every other tag is taken out and named, because readers must never see one. Code is left as it is.
/// </summary>
/// <param name="name">The file's name without its ending: Hexo keeps a post's pictures in a folder of this name.</param>
internal sealed partial class TemplateTags(string name)
{
    private const int MostWarnings = 20;

    /// <summary>What was left out, and on which line of the body it began, counted from 1.</summary>
    public List<(int Line, string Message)> Warnings { get; } = [];

    /// <summary>Lines of the body that held nothing but tags without a text of their own.</summary>
    public List<int> EmptyLines { get; } = [];

    /// <summary>The body with as many lines as before.</summary>
    public string Replace(string body)
    {
        if (!body.Contains("{{", StringComparison.Ordinal) && !body.Contains("{%", StringComparison.Ordinal)) return body;
        var lines = body.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (CodeTag().Match(lines[i]) is { Success: true } code) lines[i] = "```" + code.Groups["language"].Value;
        var fences = new MarkdownFences(lines);
        for (var first = 0; first < lines.Length;)
        {
            if (fences.Holds(first))
            {
                first++;
                continue;
            }

            var next = first + 1;
            while (next < lines.Length && !fences.Holds(next)) next++;
            Run(lines, first, next);
            first = next;
        }

        return string.Join('\n', lines);
    }

    private void Run(string[] lines, int first, int next)
    {
        var before = string.Join('\n', lines[first..next]);
        var after = Tag().Replace(before, match => match.ValueSpan[0] == '`' ? match.Value : Padded(Replacement(match, first + 1 + before.AsSpan(0, match.Index).Count('\n')), match.ValueSpan.Count('\n'))).Split('\n');
        for (var i = first; i < next; i++)
        {
            if (after[i - first].AsSpan().IsWhiteSpace() && !lines[i].AsSpan().IsWhiteSpace()) EmptyLines.Add(i + 1);
            lines[i] = after[i - first];
        }
    }

    private static string Padded(string text, int lines) => lines == 0 ? text : text + new string('\n', lines);

    private string Replacement(Match match, int line)
    {
        var tag = match.Groups["tag"].Value;
        var rest = match.Groups["rest"].Value.Trim();
        var values = Values(rest);
        switch (tag)
        {
            case "figure" when values.Find(value => value.Name == "src").Text is { Length: > 0 } source:
                return Picture(Of("alt") ?? string.Empty, source, Of("caption") ?? Of("title"));
            case "asset_img" when values.Find(value => IsPicture(value.Text)) is { Text: { } source }:
                return Picture(string.Empty, $"{name}/{source}", Words(values.SkipWhile(value => value.Text != source).Skip(1)));
            case "img" when values.Find(value => IsPicture(value.Text)) is { Text: { } source }:
                return Picture(string.Empty, source, null);
            case "post_link" when values.Count > 0:
                return Link(values[0].Text, Words(values.Skip(1)) ?? values[0].Text);
            case "ref" or "relref" or "raw" or "endraw" or "more":
                return string.Empty;
        }

        if (match.Groups["literal"].Success) return match.Groups["literal"].Value;
        if (!match.Groups["end"].Success && !tag.StartsWith("end", StringComparison.Ordinal) && Warnings.Count < MostWarnings)
            Warnings.Add((line, tag.Length > 0 ? $"the tag \"{tag}\" of another program was left out" : "a variable of another program was left out"));
        return string.Empty;

        string? Of(string key) => values.Find(value => value.Name == key).Text;
    }

    private static bool IsPicture(string value) => PictureName().IsMatch(value);

    private static string? Words(IEnumerable<(string? Name, string Text)> values) =>
        string.Join(' ', values.Where(value => value.Text is not ("true" or "false") && !value.Text.All(char.IsAsciiDigit)).Select(value => value.Text)) is { Length: > 0 } words ? words : null;

    // A title in Markdown stands on one line, between quotes.
    private static string Picture(string alt, string source, string? caption)
    {
        var title = caption is null ? string.Empty : $" \"{OneLine(Markup().Replace(caption, string.Empty)).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return $"![{OneLine(alt).Replace("]", "\\]", StringComparison.Ordinal)}](<{OneLine(source).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>{title})";
    }

    // The name of a file that begins with a day leads to that day's page.
    private static string Link(string post, string words)
    {
        var text = OneLine(words).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
        return PostPath.Address(post) is { } address ? $"[{text}](<{address}>)" : text;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));

    private static List<(string? Name, string Text)> Values(string rest) =>
        [.. Value().Matches(rest).Select(match => (match.Groups["name"] is { Success: true } key ? key.Value : null, match.Groups["quoted"] is { Success: true } quoted ? quoted.Value : match.Groups["bare"].Value))];

    [GeneratedRegex(@"^\s{0,3}\{%-?\s*(?:(?:highlight|codeblock|code)\b\s*(?:lang:)?(?<language>[A-Za-z0-9+#-]{0,30})(?:\s[^%]*)?|end(?:highlight|codeblock|code))\s*-?%\}\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CodeTag();

    // Code, which is kept; a link to a page of the old site; a tag of Hugo, of Hexo and Jekyll; a variable of Jekyll.
    [GeneratedRegex(
        @"`[^`\n]{1,500}`|\[(?<literal>[^\[\]\n]{1,300})\]\(\{\{[<%]-?\s*(?:rel)?ref\s[^{}\n]{1,300}[%>]\}\}\)"
        + @"|\{\{(?:<|%)-?\s*(?<end>/)?\s*(?<tag>[A-Za-z][\w./-]{0,60})?(?<rest>[^{}]{0,3000}?)-?(?:>|%)\}\}"
        + @"|\{%-?\s*(?<end>/)?(?<tag>[A-Za-z][\w-]{0,60})(?<rest>[^{}%]{0,3000}?)-?%\}"
        + @"|\{\{-?\s*(?:(?:site|page|post|layout|content|include|theme)\b[^{}]{0,300}|[""'](?<literal>[^""'{}]{0,300})[""']\s*\|[^{}]{0,300})\}\}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?:(?<name>[A-Za-z][\w-]*)=)?(?:""(?<quoted>[^""]*)""|'(?<quoted>[^']*)'|`(?<quoted>[^`]*)`|(?<bare>[^\s""'=]+))", RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PictureName();

    [GeneratedRegex(@"<[^<>]{0,500}>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
