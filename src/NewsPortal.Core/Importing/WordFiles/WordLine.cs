using NewsPortal.Core.Importing.Text;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>A line of a paragraph: all of it, or what stands between two line breaks.</summary>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Pieces">What stands on the line, left-out runs included.</param>
/// <param name="Unit">Its kept text as the shared line rules read it; null where there is none.</param>
internal sealed record WordLine(WordParagraph Paragraph, IReadOnlyList<WordPiece> Pieces, TextUnit? Unit)
{
    public ParagraphLook Look => Paragraph.Look;

    /// <summary>The kept text, without white space round it.</summary>
    public string Text => Unit?.Text ?? string.Empty;

    /// <summary>The pictures that stand on it.</summary>
    public IEnumerable<int> Pictures => Pieces.Where(piece => piece.Picture >= 0).Select(piece => piece.Picture);

    /// <summary>True where nothing but pictures stands on it.</summary>
    public bool IsPicture => Unit is null && Pieces.Any(piece => piece.Picture >= 0);

    /// <summary>True for a heading by its style. Some writers set whole paragraphs in one.</summary>
    public bool IsHeading => Look.Role == StyleRole.Heading && Unit is { } unit && !(unit.Weight > 60 && Lines.LineShape.EndsSentence(unit.Text));
}
