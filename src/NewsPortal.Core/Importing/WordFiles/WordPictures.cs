using DocumentFormat.OpenXml.Packaging;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>The pictures that a document shows, in reading order. Their bytes stay where they are until the store asks for them.</summary>
/// <param name="links">What the document's parts refer to.</param>
/// <param name="warnings">Told of pictures that cannot be had.</param>
internal sealed class WordPictures(WordLinks links, WordWarnings warnings)
{
    private readonly List<ExtractedPicture> pictures = [];

    /// <summary>A picture by its index.</summary>
    public ExtractedPicture this[int index] => pictures[index];

    /// <summary>Adds a picture and returns its index.</summary>
    /// <param name="part">The part whose relationships name it.</param>
    /// <param name="relationship">The relationship's id; null where the document names none.</param>
    /// <param name="alt">What a screen reader says.</param>
    public int Add(OpenXmlPart part, string? relationship, string? alt)
    {
        pictures.Add(new ExtractedPicture(relationship is null ? null : Source(part, relationship), string.IsNullOrWhiteSpace(alt) ? null : alt.Trim(), null, null));
        return pictures.Count - 1;
    }

    /// <summary>Adds a picture that a line speaks of and the document does not hold.</summary>
    public int AddLost() => Add(new ExtractedPicture(null, null, null, null));

    /// <summary>Says what is printed under a picture and who made it.</summary>
    public void Describe(int index, string? caption, string? credit) =>
        pictures[index] = pictures[index] with { Caption = caption ?? pictures[index].Caption, Credit = credit ?? pictures[index].Credit };

    private int Add(ExtractedPicture picture)
    {
        pictures.Add(picture);
        return pictures.Count - 1;
    }

    private string? Source(OpenXmlPart part, string relationship)
    {
        if (links.Part(part, relationship) is { } image)
            return Uri.UnescapeDataString(image.Uri.ToString()).TrimStart('/');

        // A linked picture is never fetched: it may lie on the writer's own disk, or count who opens the document.
        if (links.Outside(part, relationship) is { } linked)
        {
            warnings.Add($"a picture is linked, not contained ({Shortened(linked.OriginalString)}); insert it into the document");
            return linked is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? linked.AbsoluteUri : null;
        }

        warnings.Add("a picture of the document is missing from the file");
        return null;
    }

    private static string Shortened(string address) => address.Length <= 120 ? address : address[..120] + "…";
}
