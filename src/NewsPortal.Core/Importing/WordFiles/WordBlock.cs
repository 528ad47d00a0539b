namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>A paragraph or table of a document, in reading order.</summary>
internal abstract record WordBlock;

/// <summary>Where a paragraph stands in a list.</summary>
/// <param name="Level">From 0.</param>
/// <param name="Ordered">True for counted items, false for bullets.</param>
/// <param name="Number">The item's number.</param>
internal sealed record ListPlace(int Level, bool Ordered, int Number);

/// <summary>A paragraph.</summary>
/// <param name="Pieces">What stands in it.</param>
/// <param name="Look">How it is set.</param>
internal sealed record WordParagraph(IReadOnlyList<WordPiece> Pieces, ParagraphLook Look) : WordBlock
{
    /// <summary>Its lines, once the document's text is laid out.</summary>
    public IReadOnlyList<WordLine> Lines { get; set; } = [];
}

/// <summary>How a paragraph is set, as far as it tells what the paragraph is.</summary>
/// <param name="Role">What its style says.</param>
/// <param name="Level">The level of a heading from 1; 0 for none.</param>
/// <param name="Centred">Set in the middle of the line.</param>
/// <param name="Bold">All its text is bold.</param>
/// <param name="Size">The size of most of its text in half-points.</param>
/// <param name="List">Its place in a list; null where it is no item of one.</param>
/// <param name="Counted">True where Word counts it as a figure or table (a SEQ field).</param>
/// <param name="Note">Its number where it belongs to a footnote or endnote; 0 elsewhere.</param>
internal sealed record ParagraphLook(
    StyleRole Role, int Level, bool Centred, bool Bold, int Size, ListPlace? List, bool Counted, int Note = 0);

/// <summary>A table.</summary>
internal sealed record WordTable(IReadOnlyList<WordRow> Rows) : WordBlock;

/// <summary>A row of a table.</summary>
/// <param name="Head">True where it is repeated on every page as the table's head.</param>
/// <param name="Cells">Its cells; those that a cell above covers are left out.</param>
internal sealed record WordRow(bool Head, IReadOnlyList<WordCell> Cells);

/// <summary>A cell of a table.</summary>
internal sealed record WordCell(int ColumnSpan, int RowSpan, IReadOnlyList<WordBlock> Blocks);
