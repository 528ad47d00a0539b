using DocumentFormat.OpenXml.Packaging;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>A document's relationships by part and id. The library keeps them in lists, which a document with many links would be searched through once a link.</summary>
internal sealed class WordLinks
{
    // A book of two million characters has some thousand links and notes; lists of sources are the longest.
    private const int Most = 20_000;

    private readonly Dictionary<Uri, PartLinks> parts = [];
    private int count;

    /// <summary>The part that another one refers to; null where it does not.</summary>
    /// <exception cref="RejectedInputException">The document has too many relationships.</exception>
    public OpenXmlPart? Part(OpenXmlPart from, string id) => Of(from).Parts.GetValueOrDefault(id);

    /// <summary>The address that a hyperlink leads to; null for none.</summary>
    /// <inheritdoc cref="Part" path="/exception"/>
    public string? Address(OpenXmlPart from, string id) => Of(from).Addresses.GetValueOrDefault(id);

    /// <summary>What a part refers to outside the document, hyperlinks excepted; null for nothing.</summary>
    /// <inheritdoc cref="Part" path="/exception"/>
    public Uri? Outside(OpenXmlPart from, string id) => Of(from).Outside.GetValueOrDefault(id);

    private PartLinks Of(OpenXmlPart part)
    {
        if (parts.TryGetValue(part.Uri, out var known)) return known;
        var links = new PartLinks();
        foreach (var pair in part.Parts) Keep(links.Parts, pair.RelationshipId, pair.OpenXmlPart);
        foreach (var link in part.HyperlinkRelationships) Keep(links.Addresses, link.Id, link.Uri.OriginalString);
        foreach (var link in part.ExternalRelationships) Keep(links.Outside, link.Id, link.Uri);
        parts.Add(part.Uri, links);
        return links;
    }

    private void Keep<T>(Dictionary<string, T> into, string id, T target)
    {
        if (++count > Most) throw new RejectedInputException($"the document has too many links and pictures, at most {Most:N0} are read: divide it");
        into.TryAdd(id, target);
    }

    private sealed class PartLinks
    {
        public Dictionary<string, OpenXmlPart> Parts { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> Addresses { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Uri> Outside { get; } = new(StringComparer.Ordinal);
    }
}
