using NewsPortal.Core.Articles;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Reading;

/// <summary>Puts an article's pictures where its body names them.</summary>
public static class BodyPictures
{
    /// <summary>Fills the places for a page. A picture whose bytes are missing shows nothing but its caption.</summary>
    /// <param name="body">The stored body.</param>
    /// <param name="pictures">The article's pictures with their bytes' addresses.</param>
    /// <param name="coverStandsAbove">The page shows a picture above the body, which is fetched first then.</param>
    public static SafeHtml Fill(SafeHtml body, IReadOnlyList<ArticlePicture> pictures, bool coverStandsAbove)
    {
        var isFirst = !coverStandsAbove;
        return Fill(body, pictures, (picture, place) =>
        {
            var shown = PictureMarkup.InBody(picture, place.AltText, isFirst);
            isFirst = false;
            return shown;
        });
    }

    /// <summary>Fills the places for a feed.</summary>
    /// <param name="body">The stored body.</param>
    /// <param name="pictures">The article's pictures with their bytes' addresses.</param>
    public static SafeHtml FillForFeed(SafeHtml body, IReadOnlyList<ArticlePicture> pictures) =>
        Fill(body, pictures, (picture, place) => PictureMarkup.InFeed(picture, place.AltText));

    private static SafeHtml Fill(SafeHtml body, IReadOnlyList<ArticlePicture> pictures, Func<Picture, ArticlePicture, SafeHtml> show)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        return PicturePlaceholders.Fill(
            body, number => pictures.FirstOrDefault(p => p.Position == number) is { Picture: { } picture } place ? show(picture, place) : null);
    }

    /// <summary>The article's card picture, where its body does not show it; null where it does or there is none.</summary>
    /// <param name="body">The stored body, before it is filled.</param>
    /// <param name="article">The article with its pictures.</param>
    public static ArticlePicture? Cover(SafeHtml body, Article article)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(article);
        var places = article.Pictures.Where(p => p.PictureId is not null && p.PictureId == article.LeadPictureId).ToList();
        return places.Exists(p => body.Value.Contains($"\"picture:{p.Position}\"", StringComparison.Ordinal)) ? null : places.FirstOrDefault();
    }
}
