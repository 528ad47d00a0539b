using System.Globalization;
using System.Text;
using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>Writes blocks as markup and as plain text, and notes the headings, captions and pictures it passes.</summary>
internal sealed class BodyWriter
{
    private readonly StringBuilder html = new();
    private readonly BodyText text = new();
    private readonly List<string> headings = [];
    private readonly List<string> captions = [];
    private readonly List<ExtractedPicture> pictures = [];

    public static RenderedBody Write(IReadOnlyList<FlowNode> blocks)
    {
        var writer = new BodyWriter();
        writer.Blocks(HeadingLevels.Raise(blocks));
        return new RenderedBody(new SafeHtml(writer.html.ToString()), writer.text.ToString(), writer.headings, writer.captions, writer.pictures);
    }

    private void Blocks(IEnumerable<FlowNode> blocks)
    {
        foreach (var block in blocks) Block(block);
    }

    private void Block(FlowNode block)
    {
        switch (block)
        {
            case ProseNode prose:
                if (prose.Tag is "h2" or "h3" or "h4") headings.Add(InlineTidy.PlainText(prose.Pieces));
                Element(prose.Tag, prose.Pieces);
                if (!prose.Made) Line(prose.Pieces);
                break;
            case CodeNode code:
                html.Append("<pre><code>");
                SafeText.AppendEncoded(html, code.Text);
                html.Append("</code></pre>");
                text.Line(code.Text);
                break;
            case GroupNode group: Group(group); break;
            case TableNode table: Table(table); break;
            case FigureNode figure: Figure(figure); break;
            case RuleNode: html.Append("<hr>"); break;
        }
    }

    private void Group(GroupNode group)
    {
        html.Append('<').Append(group.Tag);
        if (group.Start != 1) html.Append(CultureInfo.InvariantCulture, $" start=\"{group.Start}\"");
        html.Append('>');
        if (group.Tag is "li" or "dd") Held(group.Children);
        else Blocks(group.Children);
        html.Append("</").Append(group.Tag).Append('>');
    }

    /// <summary>A single paragraph needs no tag inside an item or cell.</summary>
    private void Held(IReadOnlyList<FlowNode> blocks)
    {
        var bare = blocks is [ProseNode { Tag: "p" }, ..] && blocks.Count(block => block is ProseNode { Tag: "p" }) == 1;
        if (bare)
        {
            var only = (ProseNode)blocks[0];
            Pieces(only.Pieces);
            if (!only.Made) Line(only.Pieces);
        }

        Blocks(bare ? blocks.Skip(1) : blocks);
    }

    private void Table(TableNode table)
    {
        html.Append("<table>");
        if (table.Caption.Count > 0)
        {
            Element("caption", table.Caption);
            captions.Add(InlineTidy.PlainText(table.Caption));
            Line(table.Caption);
        }

        foreach (var head in (bool[])[true, false])
        {
            var rows = table.Rows.Where(row => row.Head == head).ToList();
            if (rows.Count == 0) continue;
            html.Append(head ? "<thead>" : "<tbody>");
            foreach (var row in rows) Row(row);
            html.Append(head ? "</thead>" : "</tbody>");
        }

        html.Append("</table>");
    }

    private void Row(TableRow row)
    {
        html.Append("<tr>");
        text.BeginRow();
        foreach (var cell in row.Cells)
        {
            var tag = cell.Head ? "th" : "td";
            html.Append('<').Append(tag);
            if (cell.ColumnSpan > 1) html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
            if (cell.RowSpan > 1) html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
            html.Append('>');
            Held(cell.Children);
            html.Append("</").Append(tag).Append('>');
            text.EndCell();
        }

        text.EndRow();
        html.Append("</tr>");
    }

    private void Figure(FigureNode figure)
    {
        html.Append(CultureInfo.InvariantCulture, $"<figure><img src=\"picture:{pictures.Count}\" alt=\"");
        SafeText.AppendEncoded(html, figure.Picture.Alt);
        html.Append("\">");
        if (figure.Caption.Count > 0)
        {
            Element("figcaption", figure.Caption);
            captions.Add(InlineTidy.PlainText(figure.Caption));
            Line(figure.Caption);
        }

        html.Append("</figure>");
        pictures.Add(figure.Picture);
    }

    private void Element(string tag, IReadOnlyList<InlinePiece> pieces)
    {
        html.Append('<').Append(tag).Append('>');
        Pieces(pieces);
        html.Append("</").Append(tag).Append('>');
    }

    private void Line(IReadOnlyList<InlinePiece> pieces) => text.Line(InlineTidy.PlainText(pieces));

    private void Pieces(IReadOnlyList<InlinePiece> pieces)
    {
        IReadOnlyList<InlineFormat> open = [];
        foreach (var piece in pieces)
        {
            var wanted = InlineFormat.Chain(piece.Format);
            var shared = InlineFormat.SharedCount(open, wanted);
            Close(open, shared);
            for (var i = shared; i < wanted.Count; i++) Open(wanted[i]);
            open = wanted;
            Text(piece.Text);
        }

        Close(open, 0);
    }

    private void Text(string run)
    {
        var rest = run.AsSpan();
        for (var end = rest.IndexOf('\n'); end >= 0; end = rest.IndexOf('\n'))
        {
            SafeText.AppendEncoded(html, rest[..end]);
            html.Append("<br>");
            rest = rest[(end + 1)..];
        }

        SafeText.AppendEncoded(html, rest);
    }

    private void Close(IReadOnlyList<InlineFormat> open, int keep)
    {
        for (var i = open.Count - 1; i >= keep; i--) html.Append("</").Append(open[i].Tag).Append('>');
    }

    private void Open(InlineFormat format)
    {
        html.Append('<').Append(format.Tag);
        if (format.Href is { } address)
        {
            html.Append(" href=\"");
            SafeText.AppendEncoded(html, address);
            html.Append(LinkAddress.LeavesSite(address) ? "\" rel=\"nofollow noopener ugc\"" : "\"");
        }

        html.Append('>');
    }
}
