using AngleSharp.Dom;

namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>Reads a table of data as a table, and one that only arranges a page as the blocks in it.</summary>
/// <param name="inside">Reads an element's content as blocks.</param>
internal sealed class TableReader(Func<IElement, InlineFormat?, int, List<FlowNode>> inside)
{
    // No table of an article is wider; a browser lays out every cell that is claimed.
    private const int WidestSpan = 50;

    public IReadOnlyList<FlowNode> Read(IElement table, InlineFormat? format, int depth)
    {
        var rows = new List<TableRow>();
        IReadOnlyList<FlowNode> caption = [];
        foreach (var child in table.Children)
        {
            switch (child.LocalName)
            {
                case "caption": caption = inside(child, null, depth + 1); break;
                case "tr": Row(child, head: false); break;
                case "thead" or "tbody" or "tfoot":
                    foreach (var row in child.Children)
                        if (row.LocalName == "tr") Row(row, child.LocalName == "thead");
                    break;
            }
        }

        var cells = rows.SelectMany(row => row.Cells).ToList();
        if (cells.All(cell => cell.Children.Count == 0)) return caption;
        var arranges = rows.All(row => row.Cells.Count == 1) || cells.Any(cell => cell.Children.Any(HoldsTable));
        if (arranges) return [.. caption, .. cells.SelectMany(cell => cell.Children)];
        var line = InlineTidy.OneLine(caption.OfType<ProseNode>().Select(prose => prose.Pieces));
        var ordered = rows.Where(row => row.Head).Concat(rows.Where(row => !row.Head)).ToList();
        return [.. caption.Where(node => node is not ProseNode), new TableNode(line, ordered)];

        void Row(IElement row, bool head)
        {
            var read = row.Children
                .Where(cell => cell.LocalName is "td" or "th")
                .Select(cell => new TableCell(
                    cell.LocalName == "th", Span(cell, "colspan"), Span(cell, "rowspan"), inside(cell, format, depth + 2)))
                .ToList();
            if (read.Count > 0) rows.Add(new TableRow(head, read));
        }
    }

    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), out var span) ? Math.Clamp(span, 1, WidestSpan) : 1;

    private static bool HoldsTable(FlowNode node) =>
        node is TableNode || (node is GroupNode group && group.Children.Any(HoldsTable));
}
