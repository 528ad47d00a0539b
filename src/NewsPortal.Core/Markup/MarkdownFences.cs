namespace NewsPortal.Core.Markup;

/// <summary>
/// Which lines stand in fenced code. A fence that nothing closes would swallow the rest of the article; where one of a
/// shorter length was plainly meant to close it, its opening is shortened.
/// </summary>
internal sealed class MarkdownFences
{
    private readonly bool[] code;

    public MarkdownFences(string[] lines)
    {
        code = new bool[lines.Length];
        var longestBelow = LongestClosing(lines);
        for (var i = 0; i < lines.Length; i++)
        {
            if (Opening(lines[i]) is not { } fence) continue;
            var length = fence.Length;
            if (length > 3 && Below(i, fence.Mark) < length && Below(i, fence.Mark) >= 3)
            {
                lines[i] = lines[i].Remove(fence.At, length - 3);
                length = 3;
            }

            do code[i] = true;
            while (++i < lines.Length && !Closes(lines[i], fence.Mark, length));
            if (i < lines.Length) code[i] = true;
        }

        int Below(int line, char mark) => longestBelow[line + 1][mark == '`' ? 0 : 1];
    }

    public bool Holds(int line) => code[line];

    // For every line, the longest closing fence from there on: looked up, so that no line is read once for each fence.
    private static int[][] LongestClosing(string[] lines)
    {
        var longest = new int[lines.Length + 1][];
        longest[^1] = [0, 0];
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            var (mark, length) = Closing(lines[i]);
            longest[i] = length <= longest[i + 1][mark == '`' ? 0 : 1] ? longest[i + 1]
                : mark == '`' ? [length, longest[i + 1][1]] : [longest[i + 1][0], length];
        }

        return longest;
    }

    private static (int At, int Length, char Mark)? Opening(string line)
    {
        var at = line.AsSpan().IndexOfAnyExcept(" \t>");
        if (at < 0) return null;
        var rest = line.AsSpan(at);

        // - ``` and 1. ``` open code inside an item.
        var space = rest.IndexOf(' ');
        if (space is > 0 and <= 4 && (rest[0] is '-' or '*' or '+' || rest[space - 1] is '.' or ')')) at += space + Run(rest[space..], ' ');
        if (at >= line.Length || line[at] is not ('`' or '~')) return null;
        var length = Run(line.AsSpan(at), line[at]);
        if (length < 3 || (line[at] == '`' && line.AsSpan(at + length).Contains('`'))) return null;
        return (at, length, line[at]);
    }

    private static (char Mark, int Length) Closing(string line)
    {
        var rest = line.AsSpan().TrimStart(" \t>").TrimEnd();
        if (rest.Length < 3 || rest[0] is not ('`' or '~')) return ('`', 0);
        var length = Run(rest, rest[0]);
        return length == rest.Length ? (rest[0], length) : ('`', 0);
    }

    private static bool Closes(string line, char mark, int length) => Closing(line) is var closing && closing.Mark == mark && closing.Length >= length;

    private static int Run(ReadOnlySpan<char> text, char mark) => text.IndexOfAnyExcept(mark) is var end and >= 0 ? end : text.Length;
}
