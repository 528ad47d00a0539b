using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>Reads one story of a document (its body, a note, a text box, a header) into paragraphs and tables.</summary>
/// <param name="source">What the document's stories share.</param>
/// <param name="part">The part that the story stands in.</param>
/// <param name="note">The number of the note that the story is; 0 for every other.</param>
internal sealed class StoryReader(WordSource source, OpenXmlPart part, int note = 0)
{
    // A browser lays out every cell that is claimed.
    private const int WidestSpan = 60;

    private readonly FieldStack fields = new();
    private InlineReader? carried;

    /// <summary>Reads an element's paragraphs and tables.</summary>
    /// <param name="container">The element.</param>
    /// <param name="left">Why all of it is left out; null where it is not.</param>
    public List<WordBlock> Read(OpenXmlElement container, LeftOut? left)
    {
        var blocks = new List<WordBlock>();
        Blocks(container, left, blocks);
        return blocks;
    }

    private void Blocks(OpenXmlElement? container, LeftOut? left, List<WordBlock> into)
    {
        for (var child = container?.FirstChild; child is not null; child = child.NextSibling()) Block(child, left, into);
    }

    private void Block(OpenXmlElement element, LeftOut? left, List<WordBlock> into)
    {
        switch (element.LocalName)
        {
            case "p": Paragraph(element, left, into); break;
            case "tbl": into.Add(Table(element, left)); break;
            case "sdt": Blocks(element.Child("sdtContent"), left ?? OutOf(element.Child("sdtPr")), into); break;
            case "AlternateContent": Blocks(WordXml.Branch(element), left, into); break;
            case "altChunk": source.Warn("a document embedded in this one was left out: open this one in Word and save it, which takes it in"); break;
            case "del" or "moveFrom": Blocks(element, left ?? LeftOut.Deleted, into); break;
            case var name when name.EndsWith("Pr", StringComparison.Ordinal): break;
            default: Blocks(element, left, into); break;
        }
    }

    private static LeftOut? OutOf(OpenXmlElement? properties)
    {
        if (properties.Switch("showingPlcHdr") == true) return LeftOut.Placeholder;
        return properties.Child("docPartObj").Value("docPartGallery") is "Table of Contents" or "目录" ? LeftOut.Contents : null;
    }

    private void Paragraph(OpenXmlElement paragraph, LeftOut? left, List<WordBlock> into)
    {
        var properties = paragraph.Child("pPr");
        source.Length.CountParagraph();
        var (role, level) = source.Styles.RoleOf(properties);
        if (role == StyleRole.Contents) left ??= LeftOut.Contents;
        var reader = carried ?? new InlineReader(source, part, fields);
        var (pieces, beside) = reader.Read(paragraph, left);

        // Where the end of a paragraph was deleted, it and the next one are one.
        var mark = properties.Child("rPr");
        carried = left is null && paragraph.NextSibling() is { LocalName: "p" } && (mark.Child("del") is not null || mark.Child("moveFrom") is not null) ? reader : null;
        if (carried is not null) return;
        var counted = pieces.Exists(piece => piece.Out is null && (piece.Text.Length > 0 || piece.Picture >= 0)) ? Number(properties) : null;
        if (counted is { Place: null, Label.Length: > 0 }) pieces.Insert(0, new WordPiece(counted.Label, Made: true));
        var measure = reader.Measure;
        var list = role == StyleRole.Heading ? null : counted?.Place;
        if (role == StyleRole.Heading && counted is { Place.Ordered: true, Label.Length: > 0 }) pieces.Insert(0, new WordPiece(counted.Label + " ", Made: true));
        var centred = source.Styles.Alignment(properties) == "center";
        into.Add(new WordParagraph(pieces, new ParagraphLook(role, level, centred, measure.AllBold, measure.Size, list, fields.Counted, note)));
        into.AddRange(beside);
        fields.Counted = false;
    }

    private Counted? Number(OpenXmlElement? properties)
    {
        if (source.Styles.Numbering(properties) is not { } numbering) return null;
        var counted = source.Numbering.Next(numbering);

        // A label of a million characters would be printed before every paragraph that it counts.
        if (counted is not null) source.Length.Count(new WordPiece(counted.Label));
        return counted;
    }

    private WordTable Table(OpenXmlElement table, LeftOut? left)
    {
        var rows = new List<(bool Head, List<OpenCell> Cells)>();
        var above = new Dictionary<int, OpenCell>();
        foreach (var row in Inside(table, "tr"))
        {
            var properties = row.Child("trPr");
            var gone = left ?? (properties.Child("del") is not null ? LeftOut.Deleted : null);
            rows.Add((properties.Switch("tblHeader") == true, Cells(row, gone, above)));
        }

        return new WordTable([.. rows.Select(row => new WordRow(row.Head, [.. row.Cells.Select(cell => new WordCell(cell.ColumnSpan, cell.RowSpan, cell.Blocks))]))]);
    }

    private List<OpenCell> Cells(OpenXmlElement row, LeftOut? left, Dictionary<int, OpenCell> above)
    {
        var cells = new List<OpenCell>();
        var column = Math.Clamp(row.Child("trPr").Number("gridBefore") ?? 0, 0, WidestSpan);
        foreach (var cell in Inside(row, "tc"))
        {
            var properties = cell.Child("tcPr");
            var span = Math.Clamp(properties.Number("gridSpan") ?? 1, 1, WidestSpan);
            var merge = properties.Child("vMerge");
            var open = merge is not null && merge.Attribute("val") != "restart" ? above.GetValueOrDefault(column) : null;
            if (open is null)
            {
                cells.Add(open = new OpenCell(span));
                if (merge is null) above.Remove(column);
                else above[column] = open;
            }
            else
            {
                open.RowSpan++;
            }

            // A covered cell may still hold text that Word does not show; it is not lost.
            Blocks(cell, left, open.Blocks);
            column += span;
        }

        return cells;
    }

    // Rows and cells may stand in content controls and in custom XML.
    private static IEnumerable<OpenXmlElement> Inside(OpenXmlElement parent, string name) => parent.ChildElements.SelectMany(child =>
        child.LocalName == name ? [child] : child.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "smartTag" ? Inside(child, name) : []);

    private sealed class OpenCell(int columnSpan)
    {
        public int ColumnSpan { get; } = columnSpan;

        public int RowSpan { get; set; } = 1;

        public List<WordBlock> Blocks { get; } = [];
    }
}
