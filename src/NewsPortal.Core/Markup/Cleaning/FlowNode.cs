using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>A block of a cleaned body. Only these shapes exist, which is what makes the written markup safe.</summary>
internal abstract record FlowNode;

/// <summary>A paragraph, heading or defined term: text without blocks inside.</summary>
/// <param name="Tag"><c>p</c>, <c>h2</c>, <c>h3</c>, <c>h4</c> or <c>dt</c>.</param>
/// <param name="Pieces">Its text.</param>
/// <param name="Made">True where no such text stands in the input (a link put in place of a player): it is not part of the plain text.</param>
internal sealed record ProseNode(string Tag, IReadOnlyList<InlinePiece> Pieces, bool Made = false) : FlowNode;

/// <summary>Preformatted text.</summary>
internal sealed record CodeNode(string Text) : FlowNode;

/// <summary>A block that holds blocks.</summary>
/// <param name="Tag"><c>blockquote</c>, <c>ul</c>, <c>ol</c>, <c>li</c>, <c>dl</c> or <c>dd</c>.</param>
/// <param name="Children">What stands in it.</param>
/// <param name="Start">The first number of an <c>ol</c>.</param>
internal sealed record GroupNode(string Tag, IReadOnlyList<FlowNode> Children, int Start = 1) : FlowNode;

/// <summary>A table of data; tables that only arrange a page are taken apart before.</summary>
internal sealed record TableNode(IReadOnlyList<InlinePiece> Caption, IReadOnlyList<TableRow> Rows) : FlowNode;

/// <summary>A row; <paramref name="Head"/> where it stands in the table's head.</summary>
internal sealed record TableRow(bool Head, IReadOnlyList<TableCell> Cells);

/// <summary>A cell; <paramref name="Head"/> where it is a heading of its row or column.</summary>
internal sealed record TableCell(bool Head, int ColumnSpan, int RowSpan, IReadOnlyList<FlowNode> Children);

/// <summary>A picture with its caption, which may be empty.</summary>
internal sealed record FigureNode(ExtractedPicture Picture, IReadOnlyList<InlinePiece> Caption) : FlowNode;

/// <summary>A thematic break.</summary>
internal sealed record RuleNode : FlowNode;
