using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Markup;

/// <summary>
/// What the Markdown parser may be given. Each mark below makes it look back or ahead over all others of its kind, so its
/// time grows with the square of their number; articles hold a few hundred.
/// </summary>
internal static class MarkdownLimits
{
    /// <summary>Characters. A novel has half a million.</summary>
    public const int Longest = 1_000_000;

    private const int MostMarks = 10_000;

    /// <summary>Lines. A novel has ten thousand.</summary>
    private const int MostLines = 50_000;

    private const int MostColumns = 100;

    // Quotes and items in one another. Each level costs the parser a pass over every line below it.
    private const int DeepestNesting = 100;

    public static void Check(string markdown)
    {
        if (markdown.Length > Longest) throw TooLarge($"{markdown.Length:N0} characters, at most {Longest:N0} are read");
        foreach (var mark in "[]*_`<~|")
        {
            var count = markdown.AsSpan().Count(mark);
            if (count > MostMarks) throw TooLarge($"{count:N0} times \"{mark}\", at most {MostMarks:N0} are read");
        }

        var lines = markdown.AsSpan().Count('\n');
        if (lines > MostLines) throw TooLarge($"{lines:N0} lines, at most {MostLines:N0} are read");
        CheckNesting(markdown);
    }

    private static void CheckNesting(string markdown)
    {
        var line = 0;
        foreach (var span in markdown.AsSpan().EnumerateLines())
        {
            line++;
            if (IsWideRule(span)) throw TooLarge($"a table with more than {MostColumns} columns");
            if (Markers(span) > DeepestNesting)
                throw new RejectedInputException($"the Markdown is too deeply nested: more than {DeepestNesting} quotes or items in one another; simplify it and import it again", line);
        }
    }

    // Every row of a table is filled up to as many cells as its head has.
    private static bool IsWideRule(ReadOnlySpan<char> line) =>
        line.Count('|') > MostColumns && line.IndexOfAnyExcept(" |-:\t") < 0;

    private static int Markers(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '>' || (c is '-' or '*' or '+' && i + 1 < line.Length && line[i + 1] is ' ' or '\t')) count++;
            else if (c is not (' ' or '\t')) break;
        }

        return count;
    }

    private static RejectedInputException TooLarge(string what) => new($"the Markdown is too large: {what}; divide it and import it again");
}
