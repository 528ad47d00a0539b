using DocumentFormat.OpenXml.Packaging;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>
/// The words of a document's diagrams. A drawing names its diagram by a relationship, and any number of drawings can name
/// the same one: it is parsed once and its words are given once, so that they cannot be multiplied.
/// </summary>
/// <param name="guard">Looks at the diagrams' parts.</param>
internal sealed class WordDiagrams(PartGuard guard)
{
    private readonly Dictionary<Uri, IReadOnlyList<string>> known = [];
    private readonly HashSet<Uri> kept = [];

    /// <summary>The words of a diagram, a paragraph each; none where they were given before or the part is damaged.</summary>
    /// <param name="part">The diagram's data.</param>
    /// <param name="isKept">False where the drawing is left out: a moved diagram is left out at one place and kept at the other.</param>
    public IReadOnlyList<string> Take(OpenXmlPart part, bool isKept)
    {
        var first = !known.TryGetValue(part.Uri, out var words);
        if (first) known.Add(part.Uri, words = Read(part));
        return (isKept && kept.Add(part.Uri)) || (!isKept && first) ? words! : [];
    }

    private List<string> Read(OpenXmlPart part)
    {
        List<string> words = [.. guard.Root(part)?.Descendants().Where(e => e.LocalName == "p" && !e.Ancestors().Any(a => a.LocalName == "p")).Select(e => e.InnerText).Where(text => text.Trim().Length > 0) ?? []];
        part.UnloadRootElement();
        return words;
    }
}
