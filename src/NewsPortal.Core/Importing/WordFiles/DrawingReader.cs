using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>What a drawing holds.</summary>
/// <param name="Pictures">Indices of its pictures.</param>
/// <param name="Boxes">What its text boxes say.</param>
internal sealed record DrawingContent(IReadOnlyList<int> Pictures, IReadOnlyList<WordBlock> Boxes);

/// <summary>Reads drawings, old VML pictures and embedded objects: their pictures, alternative texts and text boxes.</summary>
internal sealed class DrawingReader
{
    private readonly WordSource source;
    private readonly OpenXmlPart part;
    private readonly LeftOut? left;
    private readonly List<int> pictures = [];
    private readonly List<WordBlock> boxes = [];
    private string? alt;

    private DrawingReader(WordSource source, OpenXmlPart part, LeftOut? left) => (this.source, this.part, this.left) = (source, part, left);

    /// <summary>Reads one.</summary>
    /// <param name="source">What the document's stories share.</param>
    /// <param name="part">The part that it stands in.</param>
    /// <param name="drawing">A <c>w:drawing</c>, <c>w:pict</c> or <c>w:object</c>.</param>
    /// <param name="left">Why it is left out; null where it is not.</param>
    public static DrawingContent Read(WordSource source, OpenXmlPart part, OpenXmlElement drawing, LeftOut? left)
    {
        var reader = new DrawingReader(source, part, left);
        reader.Inside(drawing);
        return new(reader.pictures, reader.boxes);
    }

    private void Inside(OpenXmlElement? parent)
    {
        for (var child = parent?.FirstChild; child is not null; child = child.NextSibling()) Element(child);
    }

    private void Element(OpenXmlElement element)
    {
        switch (element.LocalName)
        {
            case "txbxContent": boxes.AddRange(new StoryReader(source, part).Read(element, left)); break;
            case "docPr" or "cNvPr": alt = element.Attribute("descr") ?? alt; break;
            case "blip": Picture(element.Attribute("embed") ?? element.Attribute("link")); break;
            case "imagedata": Picture(element.Attribute("id") ?? element.Attribute("pict")); break;
            case "textpath": Lettering(element.Attribute("string")); break;
            case "relIds": Diagram(element.Attribute("dm")); break;
            case "chart": source.Warn("a chart was left out: paste it into the document as a picture"); break;
            case "AlternateContent": Inside(WordXml.Branch(element)); break;
            default:
                if (element.LocalName is "shape" or "rect") alt = element.Attribute("alt") ?? alt;
                Inside(element);
                break;
        }
    }

    private void Picture(string? relationship)
    {
        if (left is null) pictures.Add(source.Pictures.Add(part, relationship, alt));
    }

    // Old lettering along a path (WordArt) keeps its words in an attribute.
    private void Lettering(string? words)
    {
        if (!string.IsNullOrWhiteSpace(words)) boxes.Add(Paragraph(words));
    }

    private void Diagram(string? relationship)
    {
        if (relationship is null || source.Links.Part(part, relationship) is not { } data) return;
        var words = source.Diagrams.Take(data, left is null);
        if (words.Count == 0) return;
        source.Warn("a diagram was left out; its words stand below one another");
        boxes.AddRange(words.Select(Paragraph));
    }

    private WordParagraph Paragraph(string text)
    {
        var piece = new WordPiece(text.Replace('\n', ' ').Replace('\r', ' '), Out: left);
        source.Length.Count(piece);
        source.Length.CountParagraph();
        return new([piece], new ParagraphLook(StyleRole.None, 0, false, false, 0, null, false));
    }
}
