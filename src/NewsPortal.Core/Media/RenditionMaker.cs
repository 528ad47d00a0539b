using NetVips;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Media;

/// <summary>Draws a picture's renditions and puts them on the disk.</summary>
internal static class RenditionMaker
{
    private const int JpegQuality = 80;
    private const int WebpQuality = 75;
    private const int AvifQuality = 50;

    // Each further step doubles the time and saves some 4 %; see docs/decisions.
    private const int AvifEffort = 1;

    /// <summary>Makes all of them; files that are there already are written anew, whole or not at all.</summary>
    /// <param name="location">The store.</param>
    /// <param name="picture">The picture; its clean copy is on the disk.</param>
    /// <param name="focus">What has to stay in a cut; null for what draws the eye.</param>
    /// <param name="cancellationToken">Stops between two sizes.</param>
    /// <exception cref="RefusedPictureException">The clean copy is damaged.</exception>
    /// <exception cref="IOException">The clean copy is missing, or the disk is full.</exception>
    public static void Make(StoreLocation location, Picture picture, FocalPoint? focus, CancellationToken cancellationToken) =>
        Make(location, picture, focus, _ => true, cancellationToken);

    /// <summary>Makes the cuts alone, round another point.</summary>
    /// <param name="location">The store.</param>
    /// <param name="picture">The picture; its clean copy is on the disk.</param>
    /// <param name="focus">What has to stay in them; null for what draws the eye.</param>
    /// <param name="cancellationToken">Stops between two sizes.</param>
    /// <exception cref="RefusedPictureException">The clean copy is damaged.</exception>
    /// <exception cref="IOException">The clean copy is missing, or the disk is full.</exception>
    public static void MakeCuts(StoreLocation location, Picture picture, FocalPoint? focus, CancellationToken cancellationToken) =>
        Make(location, picture, focus, r => r.IsCut, cancellationToken);

    private static void Make(StoreLocation location, Picture picture, FocalPoint? focus, Func<Rendition, bool> wanted, CancellationToken cancellationToken)
    {
        using var whole = PictureDecoder.Decode(File.ReadAllBytes(MediaFolder.FileOf(location, picture)), picture.Extension);
        var (width, height) = Rendition.LargestCut(whole.Width, whole.Height);
        using var cut = focus is { } point
            ? whole.Crop(Start(point.X, whole.Width, width), Start(point.Y, whole.Height, height), width, height)
            : whole.Smartcrop(width, height, interesting: Enums.Interesting.Attention);
        try
        {
            foreach (var size in Rendition.Files(picture).Where(wanted).GroupBy(r => (r.Width, r.Height, r.IsCut)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var sized = (size.Key.IsCut ? cut : whole).ThumbnailImage(size.Key.Width, height: size.Key.Height, size: Enums.Size.Force);
                using var pixels = sized.CopyMemory();
                foreach (var rendition in size)
                {
                    MediaFolder.Write(MediaFolder.FileOf(location, picture, rendition), Encode(pixels, rendition.Extension));
                }
            }
        }
        catch (VipsException e)
        {
            throw new RefusedPictureException(e.Message.Split('\n')[0].Trim());
        }
    }

    // The point in the middle of the part, as far as the picture reaches.
    private static int Start(int percent, int whole, int part) => Math.Clamp((int)Math.Round((whole * percent / 100.0) - (part / 2.0)), 0, whole - part);

    private static byte[] Encode(Image image, string extension) => extension switch
    {
        ".avif" => image.HeifsaveBuffer(
            q: AvifQuality, compression: Enums.ForeignHeifCompression.Av1, effort: AvifEffort, bitdepth: 8, keep: Enums.ForeignKeep.None),
        ".webp" => image.WebpsaveBuffer(q: WebpQuality, effort: 4, keep: Enums.ForeignKeep.None),
        ".png" => image.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None),
        _ => image.JpegsaveBuffer(q: JpegQuality, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None),
    };
}
