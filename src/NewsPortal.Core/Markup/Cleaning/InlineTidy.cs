using System.Runtime.InteropServices;
using System.Text;

namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>
/// White space as a reader sees it: collapsed, trimmed, without a space where a line was broken between two wide
/// characters, and with a paragraph's end where a page only wrote two line breaks or an indent.
/// </summary>
internal static class InlineTidy
{
    /// <summary>Stands for <c>br</c> while text is being gathered; a control character, so no input text can hold it.</summary>
    public const char Break = '\v';

    private readonly record struct Cell(char Character, InlineFormat? Format);

    /// <summary>The paragraphs that the pieces make; none where they hold no text.</summary>
    public static List<IReadOnlyList<InlinePiece>> Paragraphs(IReadOnlyList<InlinePiece> raw)
    {
        var paragraphs = new List<IReadOnlyList<InlinePiece>>();
        var cells = CollectionsMarshal.AsSpan(Collapse(raw));
        var current = new List<Cell>(cells.Length);
        var blankBefore = false;
        for (var rest = 0; rest <= cells.Length;)
        {
            var end = EndOfLine(cells, rest);
            var text = Trim(cells[rest..end], out var indented);
            rest = end + 1;
            if (text.Length == 0)
            {
                blankBefore = true;
                continue;
            }

            if (current.Count > 0 && (blankBefore || indented))
            {
                paragraphs.Add(Pieces(current));
                current.Clear();
            }

            if (current.Count > 0) current.Add(new Cell('\n', InlineFormat.Common(current[^1].Format, text[0].Format)));
            current.AddRange(text);
            blankBefore = false;
        }

        if (current.Count > 0) paragraphs.Add(Pieces(current));
        return paragraphs;
    }

    /// <summary>Paragraphs joined to one line, as a heading or caption needs it.</summary>
    public static IReadOnlyList<InlinePiece> OneLine(IEnumerable<IReadOnlyList<InlinePiece>> paragraphs)
    {
        var raw = new List<InlinePiece>();
        foreach (var paragraph in paragraphs)
        {
            raw.Add(new InlinePiece("\n"));
            raw.AddRange(paragraph);
        }

        return Paragraphs(raw) is [var line, ..] ? line : [];
    }

    /// <summary>The text alone. What stands above a word in ruby follows it in brackets, unless the page brings its own.</summary>
    public static string PlainText(IReadOnlyList<InlinePiece> pieces)
    {
        if (!pieces.Any(IsAbove)) return string.Concat(pieces.Select(piece => piece.Text));
        var bracketed = pieces.Any(piece => InlineFormat.Has(piece.Format, "rp"));
        var text = new StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!bracketed && IsAbove(pieces[i]) && (i == 0 || !IsAbove(pieces[i - 1]))) text.Append('（');
            text.Append(pieces[i].Text);
            if (!bracketed && IsAbove(pieces[i]) && (i + 1 == pieces.Count || !IsAbove(pieces[i + 1]))) text.Append('）');
        }

        return text.ToString();
    }

    private static bool IsAbove(InlinePiece piece) => InlineFormat.Has(piece.Format, "rt");

    private static List<Cell> Collapse(IReadOnlyList<InlinePiece> raw)
    {
        var cells = new List<Cell>(raw.Sum(piece => piece.Text.Length));
        var space = false;
        var lineEnd = false;
        foreach (var piece in raw)
        {
            foreach (var c in piece.Text)
            {
                // Editors write no-break spaces for spaces; at a line's start they are its indent.
                if (c is ' ' or '\t' or '\n' or '\r' or '\f' || (c is '\u00A0' && cells.Count > 0 && !IsBlank(cells[^1].Character) && cells[^1].Character != Break))
                {
                    space = true;
                    lineEnd |= c is '\n';
                    continue;
                }

                // They are neither seen nor searched for, and part a word where an editor left them.
                if (c is '\u200B' or '\u2060' or '\uFEFF') continue;
                if (space && c != Break && cells.Count > 0 && cells[^1].Character is var last && last != Break
                    && !(lineEnd && WideCharacters.Joins(last, c)))
                {
                    cells.Add(new Cell(' ', InlineFormat.Common(cells[^1].Format, piece.Format)));
                }

                space = lineEnd = false;
                cells.Add(new Cell(c, piece.Format));
            }
        }

        return cells;
    }

    private static int EndOfLine(ReadOnlySpan<Cell> cells, int from)
    {
        while (from < cells.Length && cells[from].Character != Break) from++;
        return from;
    }

    private static ReadOnlySpan<Cell> Trim(ReadOnlySpan<Cell> line, out bool indented)
    {
        var start = 0;
        var end = line.Length;
        while (start < end && IsBlank(line[start].Character)) start++;
        while (end > start && IsBlank(line[end - 1].Character)) end--;
        indented = start > 0 && (line[0].Character == '\u3000' || start > 1);
        return line[start..end];
    }

    // Ideographic and no-break spaces at a paragraph's edge are a page's indent; the style sheet makes ours.
    private static bool IsBlank(char c) => c is ' ' or '\u3000' or '\u00A0' or '\u200B' or '\uFEFF' or '\u2003' or '\u2002';

    private static List<InlinePiece> Pieces(List<Cell> cells)
    {
        var pieces = new List<InlinePiece>();
        var text = new StringBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            text.Append(cells[i].Character);
            if (i + 1 < cells.Count && InlineFormat.Same(cells[i].Format, cells[i + 1].Format)) continue;
            pieces.Add(new InlinePiece(text.ToString(), cells[i].Format));
            text.Clear();
        }

        return pieces;
    }
}
