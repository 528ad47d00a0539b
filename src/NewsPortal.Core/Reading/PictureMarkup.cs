using System.Globalization;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Media;
using NewsPortal.Core.Publishing;

namespace NewsPortal.Core.Reading;

/// <summary>How readers get a picture: every rendition that is there, and where none is yet, its clean copy.</summary>
public static class PictureMarkup
{
    // As wide as the text beside it (site.css, .article-body), or as the screen.
    private const string BodySizes = "(min-width: 44rem) 43rem, 100vw";

    // Sharp on a dense screen without being heavy for a browser that cannot choose.
    private const int PlainWidth = 1024;

    /// <summary>A picture in an article's body, whole.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="altText">What a screen reader says.</param>
    /// <param name="isFirst">It is the article's first picture.</param>
    public static SafeHtml InBody(Picture picture, string? altText, bool isFirst) =>
        Element(picture, e => Rendition.Whole(picture, e), BodySizes, altText ?? string.Empty, isFirst, IsUpright(picture) ? null : ToneOf(picture));

    /// <summary>A picture on a card, cut to 3:2.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="sizes">How wide it is shown there, as <c>sizes</c> says it.</param>
    /// <param name="isFirst">It stands at the top of the page.</param>
    /// <param name="focus">What has to stay in view; null for the middle.</param>
    public static SafeHtml OnCard(Picture picture, string sizes, bool isFirst, FocalPoint? focus = null) => focus is { } point

        // The browser cuts it then: renditions cut round the middle are there already, and their addresses never change.
        ? Element(picture, e => Rendition.Whole(picture, e), sizes, string.Empty, isFirst, $"{ToneOf(picture)} {Place(point)}".TrimStart())
        : Element(picture, e => Rendition.Cut(picture, e), sizes, string.Empty, isFirst, ToneOf(picture));

    // A page may hold no style of its own, so the place is one of eleven by eleven classes (site.css): nobody sees five per cent.
    private static string Place(FocalPoint point) => string.Create(CultureInfo.InvariantCulture, $"fx{(point.X + 5) / 10} fy{(point.Y + 5) / 10}");

    /// <summary>A picture in a feed: one address that every reader of feeds knows.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="altText">What a screen reader says.</param>
    public static SafeHtml InFeed(Picture picture, string? altText)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var shared = Rendition.ToShare(picture);
        return SafeText.Image(shared.PathOf(picture), shared.Width, shared.Height, altText ?? string.Empty, eager: true);
    }

    // An upright picture is fitted into a frame wider than itself, where the colour would stay to be seen.
    private static bool IsUpright(Picture picture) => picture.Height > picture.Width;

    // A colour behind a transparent picture would show through it.
    private static string? ToneOf(Picture picture) =>
        picture.Extension == ".jpg" ? string.Create(CultureInfo.InvariantCulture, $"t{picture.Tone}") : null;

    private static SafeHtml Element(
        Picture picture, Func<string, IEnumerable<Rendition>> sizesIn, string sizes, string altText, bool isFirst, string? tone)
    {
        if (!Rendition.AreMade(picture))
        {
            return new PictureElement(picture.Path, picture.Width, picture.Height, altText) { Tone = tone, IsFirst = isFirst }.Render();
        }

        var plain = sizesIn(picture.Extension).ToList();
        var shown = plain.FindLast(r => r.Width <= PlainWidth) is { Width: > 0 } small ? small : plain[0];
        return new PictureElement(shown.PathOf(picture), plain[^1].Width, plain[^1].Height, altText)
        {
            Formats = [.. ((string[])[".avif", ".webp"]).Select(e => (PictureFormat.MediaType(e), Addresses(picture, sizesIn(e))))],
            Addresses = plain.Count > 1 ? Addresses(picture, plain) : string.Empty,
            Sizes = sizes,
            Tone = tone,
            IsFirst = isFirst,
        }.Render();
    }

    private static string Addresses(Picture picture, IEnumerable<Rendition> renditions) =>
        string.Join(", ", renditions.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.PathOf(picture)} {r.Width}w")));
}
