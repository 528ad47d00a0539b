using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>Turns the blocks of a plain-text body into blocks of markup; neighbouring items become one list.</summary>
internal static class BlockReader
{
    public static List<FlowNode> Read(IReadOnlyList<Block> blocks)
    {
        var nodes = new List<FlowNode>();
        var items = new List<FlowNode>();
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.ListItem) EndList();
            Add(block);
        }

        EndList();
        return nodes;

        void EndList()
        {
            if (items.Count > 0) nodes.Add(new GroupNode("ul", items));
            items = [];
        }

        void Add(Block block)
        {
            var line = Line(block.Text, block.Kind == BlockKind.Label ? InlineFormat.Add(null, "strong") : null);
            if (block.Kind == BlockKind.Figure)
            {
                var picture = block.Picture ?? new ExtractedPicture(null, null, null, null);
                nodes.Add(new FigureNode(picture with { Caption = line.Count == 0 ? picture.Caption : InlineTidy.PlainText(line) }, line));
                return;
            }

            if (line.Count == 0) return;
            var paragraph = new ProseNode(block.Kind == BlockKind.Heading ? "h2" : "p", line);
            if (block.Kind == BlockKind.ListItem) items.Add(new GroupNode("li", [paragraph]));
            else if (block.Kind == BlockKind.Quote) nodes.Add(new GroupNode("blockquote", [paragraph]));
            else nodes.Add(paragraph);
        }
    }

    private static IReadOnlyList<InlinePiece> Line(string text, InlineFormat? format) =>
        InlineTidy.OneLine([[new InlinePiece(SafeText.WithoutForbidden(text), format)]]);
}
