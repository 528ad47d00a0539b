using DocumentFormat.OpenXml;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>Writes an equation on one line, as one would type it: fractions with a slash, powers raised, roots in brackets.</summary>
internal sealed class MathText
{
    private readonly List<WordPiece> pieces = [];

    /// <summary>Reads an <c>m:oMath</c>.</summary>
    public static IReadOnlyList<WordPiece> Read(OpenXmlElement math)
    {
        var text = new MathText();
        text.Inside(math, PieceFormat.None);
        return text.pieces;
    }

    private void Inside(OpenXmlElement? parent, PieceFormat format)
    {
        if (parent is null) return;
        foreach (var child in parent.ChildElements) Element(child, format);
    }

    private void Element(OpenXmlElement element, PieceFormat format)
    {
        switch (element.LocalName)
        {
            case "t": Add(element.InnerText, format); break;
            case "f": Fraction(element, format); break;
            case "sSup": Raised(element, format, "e", "sup"); break;
            case "sSub": Raised(element, format, "e", "sub"); break;
            case "sSubSup": Raised(element, format, "e", "sub", "sup"); break;
            case "limLow" or "limUpp": Raised(element, format, "e", "lim"); break;
            case "sPre": Raised(element, format, "sub", "sup", "e"); break;
            case "nary":
                Add(element.Child("naryPr").Value("chr") ?? "∫", format);
                Raised(element, format, "sub", "sup", "e");
                break;
            case "rad":
                Inside(element.Child("deg"), PieceFormat.Sup);
                Add("√", format);
                Bracketed(element.Child("e"), format);
                break;
            case "d": Delimited(element, format); break;
            case "m" or "eqArr": Rows(element, format); break;
            case "del" or "moveFrom": break;
            case var name when name.EndsWith("Pr", StringComparison.Ordinal): break;
            default: Inside(element, format); break;
        }
    }

    private void Raised(OpenXmlElement element, PieceFormat format, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
            Inside(element.Child(part), part switch { "sup" => PieceFormat.Sup, "sub" or "lim" => PieceFormat.Sub, _ => format });
    }

    private void Fraction(OpenXmlElement element, PieceFormat format)
    {
        Bracketed(element.Child("num"), format);
        Add("/", format);
        Bracketed(element.Child("den"), format);
    }

    private void Bracketed(OpenXmlElement? part, PieceFormat format)
    {
        var isLong = part is not null && part.InnerText.Length > 1 && !part.InnerText.All(char.IsLetterOrDigit);
        if (isLong) Add("(", format);
        Inside(part, format);
        if (isLong) Add(")", format);
    }

    private void Delimited(OpenXmlElement element, PieceFormat format)
    {
        var how = element.Child("dPr");
        Add(how.Child("begChr") is { } begin ? begin.Attribute("val") ?? string.Empty : "(", format);
        var first = true;
        foreach (var part in element.Children("e"))
        {
            if (!first) Add(how.Value("sepChr") ?? "|", format);
            first = false;
            Inside(part, format);
        }

        Add(how.Child("endChr") is { } end ? end.Attribute("val") ?? string.Empty : ")", format);
    }

    private void Rows(OpenXmlElement element, PieceFormat format)
    {
        var first = true;
        foreach (var row in element.ChildElements.Where(child => child.LocalName is "mr" or "e"))
        {
            if (!first) Add("; ", format);
            first = false;
            if (row.LocalName == "e") Inside(row, format);
            else Cells(row, format);
        }
    }

    private void Cells(OpenXmlElement row, PieceFormat format)
    {
        var first = true;
        foreach (var cell in row.Children("e"))
        {
            if (!first) Add(", ", format);
            first = false;
            Inside(cell, format);
        }
    }

    private void Add(string text, PieceFormat format)
    {
        if (text.Length > 0) pieces.Add(new WordPiece(text, format));
    }
}
