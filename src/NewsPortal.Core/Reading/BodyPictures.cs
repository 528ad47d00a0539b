using NewsPortal.Core.Articles;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Reading;

/// <summary>Puts an article's pictures where its body names them.</summary>
public static class BodyPictures
{
    /// <summary>Fills the places. A picture whose bytes are missing shows nothing but its caption.</summary>
    /// <param name="body">The stored body.</param>
    /// <param name="pictures">The article's pictures with their bytes' addresses.</param>
    public static SafeHtml Fill(SafeHtml body, IReadOnlyList<ArticlePicture> pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        return PicturePlaceholders.Fill(body, number =>
        {
            var place = pictures.FirstOrDefault(p => p.Position == number);
            return place?.Picture is { } picture
                ? SafeText.Image(picture.Path, picture.Width, picture.Height, place.AltText ?? string.Empty, eager: number == 0)
                : null;
        });
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
