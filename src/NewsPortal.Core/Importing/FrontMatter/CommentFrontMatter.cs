namespace NewsPortal.Core.Importing.FrontMatter;

/// <summary>
/// Reads fields that translators keep in Markdown's comments, so that no reader sees them: <c>[#]: key: (value)</c>,
/// <c>[#]: key: "value"</c> or <c>[#]: key: value</c>, one a line.
/// </summary>
internal static class CommentFrontMatter
{
    private const string Mark = "[#]:";

    public static FrontMatterBlock Read(string text)
    {
        var entries = new List<FrontMatterEntry>();
        var lines = 0;
        var at = 0;
        while (at < text.Length)
        {
            var (line, next) = FrontMatterReader.LineAt(text, at);
            if (!line.StartsWith(Mark)) break;
            lines++;
            if (next > FrontMatterReader.Longest) throw FrontMatterReader.TooLong();
            if (Entry(line[Mark.Length..].Trim(), lines) is { } entry) entries.Add(entry);
            at = next;
        }

        return new FrontMatterBlock(entries, at, lines, IsComment: true);
    }

    private static FrontMatterEntry? Entry(ReadOnlySpan<char> comment, int line)
    {
        var colon = comment.IndexOf(':');
        if (colon <= 0) return null;
        var value = Unwrap(comment[(colon + 1)..].Trim());
        return new FrontMatterEntry(comment[..colon].Trim().ToString(), value.Length == 0 ? [] : [value.ToString()], false, line);
    }

    private static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> value) => value switch
    {
        ['(', .. var inside, ')'] => inside.Trim(),
        ['"', .. var inside, '"'] => inside.Trim(),
        _ => value,
    };
}
