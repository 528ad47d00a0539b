using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Text;

/// <summary>A paragraph, title or other line of a capture: one line, or several that were wrapped.</summary>
internal sealed class TextUnit
{
    /// <summary>Makes a unit of lines.</summary>
    /// <param name="lines">One line or more, in order.</param>
    /// <param name="text">Their text, joined.</param>
    /// <param name="zone">The zone of times without an offset.</param>
    public TextUnit(IReadOnlyList<TextLine> lines, string text, TimeZoneInfo zone)
    {
        Text = text;
        (First, Last) = (lines[0].Number, lines[^1].Number);
        (Start, End) = (lines[0].Start, lines[^1].End);
        IsOneLine = lines.Count == 1;
        Weight = LineShape.Weight(text);
        Meta = MetaLine.Read(text, zone);
        Verdict = LineReader.Read(text, Meta);
    }

    public string Text { get; }

    /// <summary>Number of its first line.</summary>
    public int First { get; }

    /// <summary>Number of its last line.</summary>
    public int Last { get; }

    /// <summary>Where it starts in the decoded text, in UTF-16 units.</summary>
    public int Start { get; }

    /// <summary>The first unit after it.</summary>
    public int End { get; }

    /// <summary>True where positions in <see cref="Text"/> are positions in the decoded text.</summary>
    public bool IsOneLine { get; }

    public int Weight { get; }

    /// <summary>Its fields, where it reads as a line of metadata.</summary>
    public MetaLine? Meta { get; }

    public LineVerdict Verdict { get; }

    public LineRole Role => Verdict.Role;

    /// <summary>True where it can be a headline: a line of words that is neither prose of several sentences nor chrome.</summary>
    public bool CanBeHeadline =>
        Role is LineRole.Short or LineRole.Prose && Weight is >= 3 and <= 80 && Text.Length <= 160
        && Text.AsSpan().Count('。') == 0 && Text.Any(char.IsLetter) && Text[0] is not ('·' or '•' or '■' or '>' or '#');

    /// <summary>True for a headline that asks or exclaims: a single sentence that ends in ？, ！ or …</summary>
    public bool CanBeHeadlineAlone => CanBeHeadline && Text[^1] is '?' or '？' or '!' or '！' or '…' && Text[0] is not ('“' or '"' or '(' or '（');
}
