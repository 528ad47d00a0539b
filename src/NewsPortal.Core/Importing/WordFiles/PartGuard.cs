using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using NewsPortal.Core.Importing.Inputs;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>
/// Looks at a part's XML in one pass before the library makes a tree of it. Its trees are built and walked by recursion, so
/// deep nesting would end the process, which no handler can prevent. One guard serves a document: its limit is for all parts
/// together, for a document can have thousands.
/// </summary>
/// <param name="warnings">Told of a secondary part that had to be left out.</param>
internal sealed class PartGuard(WordWarnings warnings)
{
    // Real documents stay below 60; a table in a table in a table costs three levels each.
    private const int Deepest = 256;

    // Two to three elements a word in the worst real documents; each costs some hundred bytes as an object.
    private const int MostElements = 1_000_000;

    private int elements;

    /// <summary>The part's tree; null where the part is missing or a secondary one is not well-formed.</summary>
    /// <param name="part">The part.</param>
    /// <exception cref="RejectedInputException">It is too deeply nested, too large, or declares a document type.</exception>
    public OpenXmlPartRootElement? Root(OpenXmlPart? part)
    {
        if (part is null) return null;
        try
        {
            Check(part);
            return part.RootElement;
        }
        catch (Exception error) when (error is XmlException or InvalidDataException && part is not MainDocumentPart)
        {
            warnings.Add($"the document's part \"{part.Uri}\" is damaged and was left out");
            return null;
        }
    }

    private void Check(OpenXmlPart part)
    {
        // A document type is refused by the reader: it is what external and exploding entities are declared in.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = InputLimits.LargestFile };
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, settings);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.Depth > Deepest)
                throw new RejectedInputException($"the document is too deeply nested: more than {Deepest} elements stand open (tables in tables); simplify it and import it again");
            if (++elements > MostElements)
                throw new RejectedInputException($"the document is too large: more than {MostElements:N0} elements; divide it");
        }
    }
}
