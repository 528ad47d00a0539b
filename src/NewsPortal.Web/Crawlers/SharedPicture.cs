using NewsPortal.Core.Articles;
using NewsPortal.Core.Media;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Crawlers;

/// <summary>An article's picture as a feed names it.</summary>
/// <param name="Path">Root-relative address.</param>
/// <param name="MediaType">JPEG or PNG.</param>
/// <param name="Length">In bytes, which RSS 2.0 demands of an enclosure.</param>
public sealed record SharedPicture(string Path, string MediaType, long Length)
{
    /// <summary>The picture of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="location">Where its files are.</param>
    /// <returns>Null where it has none, or its file is gone.</returns>
    public static SharedPicture? Of(Article article, StoreLocation location)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.LeadPicture is not { } picture)
        {
            return null;
        }

        var rendition = Rendition.ToShare(picture);
        var file = new FileInfo(MediaFolder.FileOf(location, picture, rendition));
        return file.Exists ? new SharedPicture(rendition.PathOf(picture), PictureFormat.MediaType(rendition.Extension), file.Length) : null;
    }
}
