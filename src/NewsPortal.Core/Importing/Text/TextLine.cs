namespace NewsPortal.Core.Importing.Text;

/// <summary>A line of a text, without its line end and without white space round it.</summary>
/// <param name="Number">Counted from 1, blank lines included.</param>
/// <param name="Start">Where its first visible character stands, in UTF-16 units of the text.</param>
/// <param name="Text">The line.</param>
/// <param name="Indent">How many columns of white space stand before it; an ideographic space is two.</param>
internal sealed record TextLine(int Number, int Start, string Text, int Indent)
{
    /// <summary>The first unit after it.</summary>
    public int End => Start + Text.Length;

    /// <summary>Splits a text at LF, CRLF, CR, form feeds and Unicode line ends.</summary>
    public static List<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029'))
            {
                continue;
            }

            lines.Add(Of(text, lines.Count + 1, start, i));
            i += i + 1 < text.Length && text[i] == '\r' && text[i + 1] == '\n' ? 1 : 0;
            start = i + 1;
        }

        return lines;
    }

    private static TextLine Of(string text, int number, int start, int end)
    {
        var from = start;
        while (from < end && IsSpace(text[from]))
        {
            from++;
        }

        var to = end;
        while (to > from && IsSpace(text[to - 1]))
        {
            to--;
        }

        return new(number, from, text[from..to], (from - start) + text.AsSpan(start, from - start).Count('\u3000'));
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u200E' or '\u200F';
}
