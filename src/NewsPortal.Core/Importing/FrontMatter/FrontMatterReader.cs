namespace NewsPortal.Core.Importing.FrontMatter;

/// <summary>Finds the front matter at the start of a text: YAML, TOML, JSON or <c>[#]:</c> comments.</summary>
internal static class FrontMatterReader
{
    /// <summary>Characters. A front matter is a page at most; more is a file that lost its closing line.</summary>
    public const int Longest = 64 * 1024;

    /// <summary>Lists in lists and tables in tables.</summary>
    public const int DeepestNesting = 8;

    // Brackets inside strings count too, so this is far above the nesting that is read.
    private const int MostOpenBrackets = 64;

    /// <summary>Reads it.</summary>
    /// <returns>The block; <see cref="FrontMatterBlock.None"/> where the text begins without one.</returns>
    /// <exception cref="RejectedInputException">There is one and it is malformed; with the line.</exception>
    public static FrontMatterBlock Read(string text)
    {
        if (text.StartsWith("[#]:", StringComparison.Ordinal)) return CommentFrontMatter.Read(text);
        if (text is ['{', ..]) return JsonFrontMatter.Read(text);
        var first = LineAt(text, 0).Text.TrimEnd().ToString();
        if (first is not ("---" or "+++")) return FrontMatterBlock.None;
        return Fenced(text, first);
    }

    private static FrontMatterBlock Fenced(string text, string fence)
    {
        var lines = 1;
        var (_, start) = LineAt(text, 0);
        for (var at = start; at < text.Length; lines++)
        {
            var (line, next) = LineAt(text, at);
            var trimmed = line.TrimEnd();
            if (trimmed.SequenceEqual(fence) || (fence == "---" && trimmed.SequenceEqual("...") && lines > 1))
            {
                if (at - start > Longest) throw TooLong();
                var inside = text[start..at];
                return new FrontMatterBlock(Parse(inside, fence), next, lines + 1);
            }

            at = next;
            if (at - start > Longest) break;
        }

        // A Markdown text may well begin with a rule.
        if (!LooksLikeKey(LineAt(text, start).Text, fence)) return FrontMatterBlock.None;
        throw text.Length - start > Longest ? TooLong() : new RejectedInputException($"the front matter that begins on line 1 is not closed: add a line \"{fence}\" after it", 1);
    }

    private static List<FrontMatterEntry> Parse(string inside, string fence)
    {
        CheckBrackets(inside);
        return fence == "---" ? YamlFrontMatter.Parse(inside, firstLine: 2) : TomlFrontMatter.Parse(inside, firstLine: 2);
    }

    private static bool LooksLikeKey(ReadOnlySpan<char> line, string fence)
    {
        var sign = line.IndexOf(fence == "---" ? ':' : '=');
        return sign is > 0 and < 40 && line[..sign].Trim().IndexOf(' ') < 0 && !char.IsWhiteSpace(line[0]);
    }

    /// <summary>Parsers recurse, and a stack that overflows takes the process with it.</summary>
    internal static void CheckBrackets(string inside)
    {
        var open = 0;
        foreach (var c in inside)
        {
            if (c is '[' or '{') open++;
            else if (c is ']' or '}' && open > 0) open--;
            if (open > MostOpenBrackets) throw TooDeep();
        }
    }

    internal static RejectedInputException TooDeep(int line = 1) =>
        new($"the front matter is too deeply nested: at most {DeepestNesting} levels are read", line);

    internal static RejectedInputException TooLong() =>
        new($"the front matter is too large: at most {Longest:N0} characters are read; is its closing line missing?", 1);

    /// <summary>The line at an offset without its end, and where the next begins.</summary>
    internal static LineSpan LineAt(string text, int at)
    {
        var end = text.AsSpan(at).IndexOf('\n');
        var line = end < 0 ? text.AsSpan(at) : text.AsSpan(at, end);
        return new LineSpan(line.TrimEnd('\r'), end < 0 ? text.Length : at + end + 1);
    }

    internal readonly ref struct LineSpan(ReadOnlySpan<char> text, int next)
    {
        public ReadOnlySpan<char> Text { get; } = text;

        public void Deconstruct(out ReadOnlySpan<char> line, out int after)
        {
            line = Text;
            after = next;
        }
    }
}
