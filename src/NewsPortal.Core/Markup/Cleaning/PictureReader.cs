using AngleSharp.Dom;
using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>Reads an <c>img</c>: where it really points when a page loads its pictures late, and what it says.</summary>
internal static class PictureReader
{
    // Where pages keep the address while a script has not yet loaded the picture.
    private static readonly string[] LateAddresses =
        ["data-src", "data-original", "data-actualsrc", "data-lazy-src", "data-lazyload", "data-original-src", "_src", "original"];

    public static FigureNode? Read(IElement image, RenderingOptions options)
    {
        if (IsDot(image)) return null;
        var written = image.GetAttribute("src");
        if (written is not null && PicturePlaceholders.TryReadNumber(written, out _)) return Figure(written, image, null);
        var late = LateAddresses.Select(name => LinkAddress.ForPicture(image.GetAttribute(name))).FirstOrDefault(found => found is not null);
        var address = late ?? LinkAddress.ForPicture(written) ?? FromSet(image.GetAttribute("srcset") ?? image.GetAttribute("data-srcset"));
        if (address is null) return null;
        return Figure(address, image, options.TitleIsCaption ? image.GetAttribute("title") : null);
    }

    private static FigureNode Figure(string address, IElement image, string? caption)
    {
        var alt = SafeText.WithoutForbidden(image.GetAttribute("alt") ?? string.Empty).Trim();
        if (alt.Length > 500) alt = alt[..500];
        var line = caption is null ? [] : InlineTidy.OneLine([[new InlinePiece(SafeText.WithoutForbidden(caption))]]);
        var plain = line.Count == 0 ? null : InlineTidy.PlainText(line);
        return new FigureNode(new ExtractedPicture(address, alt.Length == 0 ? null : alt, plain, null), line);
    }

    /// <summary>The first address of a <c>srcset</c>.</summary>
    private static string? FromSet(string? set)
    {
        if (set is null) return null;
        var first = set.AsSpan().Trim();
        var end = first.IndexOfAny(" \t\r\n");
        return LinkAddress.ForPicture((end < 0 ? first : first[..end]).TrimEnd(',').ToString());
    }

    // A picture of one dot counts readers; it shows nothing.
    private static bool IsDot(IElement image) => Size(image, "width") is <= 2 || Size(image, "height") is <= 2;

    private static int? Size(IElement image, string attribute) =>
        int.TryParse(image.GetAttribute(attribute), out var size) ? size : null;
}
