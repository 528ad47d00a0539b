using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>Reads what stands in a paragraph: runs, links, fields, tracked changes, symbols, equations, pictures.</summary>
/// <param name="source">What the document's stories share.</param>
/// <param name="part">The part that the paragraph stands in: its relationships are those of the part.</param>
/// <param name="fields">The fields open in this story.</param>
internal sealed class InlineReader(WordSource source, OpenXmlPart part, FieldStack fields)
{
    private readonly List<WordPiece> pieces = [];
    private readonly List<WordBlock> beside = [];
    private readonly TypeMeasure measure = new();
    private OpenXmlElement? paragraphProperties;

    /// <summary>How the text read so far is set.</summary>
    public TypeMeasure Measure => measure;

    /// <summary>Reads a paragraph.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="left">Why all of it is left out; null where it is not.</param>
    /// <returns>Its pieces, and the text boxes that hang on it.</returns>
    public (List<WordPiece> Pieces, List<WordBlock> Beside) Read(OpenXmlElement paragraph, LeftOut? left)
    {
        paragraphProperties = paragraph.Child("pPr");
        Inside(paragraph, null, left);
        return (pieces, beside);
    }

    private void Inside(OpenXmlElement? parent, string? link, LeftOut? left)
    {
        for (var child = parent?.FirstChild; child is not null; child = child.NextSibling()) Element(child, link, left);
    }

    private void Element(OpenXmlElement element, string? link, LeftOut? left)
    {
        switch (element.LocalName)
        {
            case "r": Run(element, link, left); break;
            case "hyperlink": Inside(element, Target(element) ?? link, left); break;
            case "del" or "moveFrom": Inside(element, link, left ?? LeftOut.Deleted); break;
            case "fldSimple": Field(element, link, left); break;
            case "sdt":
                var empty = element.Child("sdtPr").Switch("showingPlcHdr") == true;
                Inside(element.Child("sdtContent"), link, empty ? left ?? LeftOut.Placeholder : left);
                break;
            case "oMath" or "oMathPara":
                foreach (var piece in MathText.Read(element)) Add(piece with { Out = left });
                break;
            case "AlternateContent": Inside(WordXml.Branch(element), link, left); break;
            case var name when name.EndsWith("Pr", StringComparison.Ordinal) || name == "subDoc": break;
            default: Inside(element, link, left); break;
        }
    }

    private void Run(OpenXmlElement run, string? link, LeftOut? left)
    {
        var properties = run.Child("rPr");
        var hidden = source.Styles.IsOn("vanish", properties, paragraphProperties);
        var setting = new RunSetting(properties, Format(properties), link, left ?? (hidden ? LeftOut.Hidden : null));
        foreach (var child in run.ChildElements) Content(child, setting);
    }

    private void Content(OpenXmlElement element, RunSetting run)
    {
        switch (element.LocalName)
        {
            case "t": Text(OneLine(element.InnerText), run); break;
            case "delText": Text(OneLine(element.InnerText), run with { Out = run.Out ?? LeftOut.Deleted }); break;
            case "tab" or "ptab": Text("\t", run); break;
            case "br" or "cr": Text("\n", run); break;
            case "noBreakHyphen": Text("\u2011", run); break;
            case "sym": Symbol(element, run); break;
            case "fldChar":
                if (fields.Next(element.Attribute("fldCharType")) is { } code && SetTogether.Read(code) is { } set) Add(set with { Format = run.Format, Out = run.Out ?? Contents });
                break;
            case "instrText" or "delInstrText": fields.Code(element.InnerText); break;
            case "footnoteReference" or "endnoteReference": Reference(element, run); break;
            case "ruby": Ruby(element, run); break;
            case "drawing" or "pict" or "object": Drawing(element, run); break;
            case "AlternateContent":
                foreach (var child in WordXml.Branch(element)?.ChildElements ?? []) Content(child, run);
                break;
        }
    }

    private LeftOut? Contents => fields.InContents ? LeftOut.Contents : null;

    private void Text(string text, RunSetting run)
    {
        if (fields.InCode) fields.Code(text);
        else if (text.Length > 0) Add(new WordPiece(text, run.Format, run.Link ?? fields.Link, run.Out ?? Contents), run.Properties);
    }

    // A line end in the file is white space; lines are broken by elements.
    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ');

    private void Symbol(OpenXmlElement symbol, RunSetting run)
    {
        var text = SymbolText.Of(symbol.Attribute("font"), symbol.Attribute("char"));
        if (text == SymbolText.Unknown) source.Warn($"a symbol of the font {symbol.Attribute("font")} has no character and became □");
        Text(text, run);
    }

    private void Ruby(OpenXmlElement ruby, RunSetting run)
    {
        var text = ruby.Child("rubyBase")?.InnerText ?? string.Empty;
        var above = ruby.Child("rt")?.InnerText;
        if (text.Length > 0) Add(new WordPiece(OneLine(text), run.Format, run.Link, run.Out ?? Contents, Above: string.IsNullOrEmpty(above) ? null : OneLine(above)), run.Properties);
    }

    private void Reference(OpenXmlElement reference, RunSetting run)
    {
        if (run.Out is not null || reference.Attribute("id") is not { } id) return;
        var number = source.NumberOf(new NoteReference(reference.LocalName == "endnoteReference", id));
        Add(new WordPiece($"[{number}]", PieceFormat.Sup, Made: true));
    }

    private void Drawing(OpenXmlElement drawing, RunSetting run)
    {
        var found = DrawingReader.Read(source, part, drawing, run.Out ?? Contents);
        pieces.AddRange(found.Pictures.Select(picture => new WordPiece(string.Empty, Picture: picture, Alt: source.Pictures[picture].Alt)));
        beside.AddRange(found.Boxes);
    }

    private void Field(OpenXmlElement field, string? link, LeftOut? left)
    {
        fields.Open(field.Attribute("instr") ?? string.Empty);
        Inside(field, link, left);
        fields.Next("end");
    }

    private void Add(WordPiece piece, OpenXmlElement? properties = null)
    {
        source.Length.Count(piece);
        pieces.Add(piece);
        if (piece.Out is null) measure.Add(piece.Text, source.Styles.IsOn("b", properties, paragraphProperties), source.Styles.Size(properties, paragraphProperties));
    }

    private PieceFormat Format(OpenXmlElement? properties)
    {
        if (properties is null) return PieceFormat.None;
        var styles = source.Styles;
        var format = styles.OwnSwitch("b", properties) == true ? PieceFormat.Bold : PieceFormat.None;
        if (styles.OwnSwitch("i", properties) == true) format |= PieceFormat.Italic;
        if (styles.OwnSwitch("strike", properties) == true || styles.OwnSwitch("dstrike", properties) == true) format |= PieceFormat.Strike;
        return styles.Position(properties) switch { "superscript" => format | PieceFormat.Sup, "subscript" => format | PieceFormat.Sub, _ => format };
    }

    // A link to a place in the same document leads nowhere once the document is a page.
    private string? Target(OpenXmlElement hyperlink)
    {
        var id = hyperlink.Attribute("id");
        return id is null ? null : source.Links.Address(part, id);
    }

    private sealed record RunSetting(OpenXmlElement? Properties, PieceFormat Format, string? Link, LeftOut? Out);
}
