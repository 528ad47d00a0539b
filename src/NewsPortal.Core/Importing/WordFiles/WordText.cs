using System.Text;
using NewsPortal.Core.Importing.Text;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>
/// Lays out the decoded text of a document, which the ledger covers: its paragraphs in reading order, one a line, with all
/// that is left out in its place; then notes, comments, headers and footers.
/// </summary>
/// <param name="zone">The zone of times without an offset.</param>
internal sealed class WordText(TimeZoneInfo zone)
{
    private readonly StringBuilder text = new();
    private readonly List<(int Start, int Length, LeftOut Out)> left = [];
    private readonly List<WordLine> lines = [];
    private int number = 1;

    /// <summary>The runs that are left out.</summary>
    public IReadOnlyList<(int Start, int Length, LeftOut Out)> Left => left;

    /// <summary>Every line with kept text, in order.</summary>
    public IReadOnlyList<WordLine> Lines => lines;

    /// <summary>The text laid out so far.</summary>
    public override string ToString() => text.ToString();

    /// <summary>Lays out blocks behind those before.</summary>
    public void Add(IReadOnlyCollection<WordBlock> blocks)
    {
        foreach (var paragraph in blocks.SelectMany(Paragraphs)) Add(paragraph);
    }

    private static IEnumerable<WordParagraph> Paragraphs(WordBlock block) => block is WordParagraph paragraph
        ? [paragraph]
        : ((WordTable)block).Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Blocks).SelectMany(Paragraphs);

    private void Add(WordParagraph paragraph)
    {
        var laid = new List<WordLine>();
        var line = new List<WordPiece>();
        foreach (var piece in paragraph.Pieces)
        {
            if (!piece.IsBreak || piece.Out is not null) line.Add(piece);
            else
            {
                Lay(paragraph, line, laid);
                line = [];
            }
        }

        Lay(paragraph, line, laid);
        paragraph.Lines = laid;
    }

    private void Lay(WordParagraph paragraph, List<WordPiece> pieces, List<WordLine> laid)
    {
        if (pieces.Count == 0) return;
        var start = text.Length;
        var kept = new StringBuilder();
        var whole = true;
        var (first, end) = (-1, start);
        foreach (var piece in pieces)
        {
            var covered = piece.IsBreak ? " " : piece.Covered;
            if (piece.Out is not null && covered.Length > 0)
            {
                left.Add((text.Length, covered.Length, piece.Out));
                whole = false;
            }
            else if (piece.Out is null && covered.Length > 0)
            {
                kept.Append(covered);
                if (first < 0) first = text.Length;
                end = text.Length + covered.Length;
            }

            text.Append(covered);
        }

        var line = new WordLine(paragraph, pieces, Unit(kept.ToString(), first, end, whole));
        laid.Add(line);
        if (line.Unit is not null) lines.Add(line);
        if (text.Length == start) return;
        text.Append('\n');
        number++;
    }

    private TextUnit? Unit(string kept, int first, int end, bool whole)
    {
        var words = kept.Trim(Blanks);
        if (words.Length == 0) return null;
        if (whole) return new TextUnit([new TextLine(number, first + kept.IndexOf(words, StringComparison.Ordinal), words, 0)], words, zone);

        // Left-out runs stand between the kept ones: the unit reaches from the first to the last.
        return new TextUnit([new TextLine(number, first, string.Empty, 0), new TextLine(number, end, string.Empty, 0)], words, zone);
    }

    private static readonly char[] Blanks = [' ', '\t', '\u00A0', '\u3000', '\u2002', '\u2003', '\u2009', '\u200B', '\uFEFF', '\r', '\f', '\v', '\u0085', '\u2028', '\u2029'];
}
