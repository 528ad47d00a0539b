using System.Text.RegularExpressions;

namespace NewsPortal.Core.Markup;

/// <summary>
/// Mends what older tools let pass and CommonMark shows as it is written: headings without a space, fences of unequal
/// length, pictures in a centred line, references with a space, emphasis around spaces. Code is left alone, and every
/// line stays on its line.
/// </summary>
internal static partial class MarkdownMending
{
    /// <summary>The text with as many lines as before.</summary>
    /// <exception cref="Importing.RejectedInputException">It is too large or built to stop a parser.</exception>
    public static string Mend(string markdown)
    {
        MarkdownLimits.Check(markdown);
        var lines = markdown.Split('\n');
        var labels = lines.Select(line => Definition().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (first, last) in TextRuns(lines))
        {
            for (var i = first; i <= last; i++) lines[i] = Line(lines[i], labels);
            EmphasisMending.Mend(lines, first, last);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Lines of prose between blank lines and code, first and last inclusive.</summary>
    private static IEnumerable<(int First, int Last)> TextRuns(string[] lines)
    {
        var fences = new MarkdownFences(lines);
        var start = -1;
        var preformatted = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var code = fences.Holds(i) || preformatted;
            preformatted = (preformatted || lines[i].Contains("<pre", StringComparison.OrdinalIgnoreCase)) && !lines[i].Contains("</pre>", StringComparison.OrdinalIgnoreCase);
            if (!code && !preformatted && !IsIndented(lines[i]) && !string.IsNullOrWhiteSpace(lines[i]))
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0) yield return (start, i - 1);
            start = -1;
        }

        if (start >= 0) yield return (start, lines.Length - 1);
    }

    private static bool IsIndented(string line) => line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith('\t');

    private static string Line(string line, HashSet<string> labels)
    {
        if (line.AsSpan().IndexOfAny("\u200B\u2060\uFEFF") >= 0) line = Invisible().Replace(line, string.Empty);
        if (line.Contains("<center>", StringComparison.OrdinalIgnoreCase) || line.Contains("</center>", StringComparison.OrdinalIgnoreCase)) line = Centre().Replace(line, string.Empty);
        if (line.Contains("](", StringComparison.Ordinal)) line = PictureAddress().Replace(line, "$1$2$3)");
        if (line.Contains("] [", StringComparison.Ordinal)) line = SpacedReference().Replace(line, match => labels.Contains(match.Groups[1].Value) ? $"][{match.Groups[1].Value}]" : match.Value);
        return line.Contains('#', StringComparison.Ordinal) ? Heading(line) : line;
    }

    // ##开头## and ### 结尾###: one mark alone is a topic on Chinese sites, and stays.
    private static string Heading(string line)
    {
        if (TightHeading().Match(line) is { Success: true } tight) return $"{tight.Groups[1].Value} {tight.Groups[2].Value}{tight.Groups[3].Value}";
        return TightEnd().Replace(line, "$1$2");
    }

    [GeneratedRegex(@"^ {0,3}\[([0-9]{1,3}|[A-Za-z])\]:", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(@"[\u200B\u2060\uFEFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Invisible();

    // It would make the line markup, in which Markdown is not read.
    [GeneratedRegex(@"</?center>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Centre();

    // ![alt](https://pictures.example/a.png w=300 "title"): an address ends at its first space.
    [GeneratedRegex(@"(!\[[^\[\]\n]{0,200}\]\()(https?://[^\s()<>""]{1,500})[ \u00A0]{1,4}[^\s()<>""]{1,100}( ""[^""\n]{0,200}"")?[ \u00A0]{0,4}\)", RegexOptions.CultureInvariant)]
    private static partial Regex PictureAddress();

    [GeneratedRegex(@"(?<=[^\s\]])\] \[([0-9]{1,3}|[A-Za-z])\](?![:(\[])", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedReference();

    [GeneratedRegex(@"^( {0,3}#{2,6})([^#\s].{0,79}?)\s{0,4}#{0,6}([ \t]{0,4}\r?)$", RegexOptions.CultureInvariant)]
    private static partial Regex TightHeading();

    [GeneratedRegex(@"^( {0,3}#{1,6}[ \t].{0,200}[^#\s\\])#{2,6}([ \t]{0,4}\r?)$", RegexOptions.CultureInvariant)]
    private static partial Regex TightEnd();
}
