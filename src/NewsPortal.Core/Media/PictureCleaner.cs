using NetVips;

namespace NewsPortal.Core.Media;

/// <summary>A picture drawn anew: nothing of it was copied from the bytes that came in.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Extension"><c>.jpg</c> or <c>.png</c>.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Tone">See <see cref="PictureTone"/>.</param>
/// <param name="Likeness">See <see cref="DifferenceHash"/>; null for a picture too plain to have one.</param>
public sealed record CleanPicture(byte[] Bytes, string Extension, int Width, int Height, int Tone, long? Likeness);

/// <summary>
/// Makes the clean copy of a picture: pixels out of untrusted bytes, and a new file out of pixels. What the input carried
/// beside its pixels (position, camera, comments, profiles, a second file behind the first) has no way through.
/// </summary>
public static class PictureCleaner
{
    /// <summary>The longest file taken, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    // Below 90 the encoder halves the colour resolution, which no eye sees in a photograph.
    private const int JpegQuality = 88;
    private const int Sample = 640;

    /// <summary>Looks at what can be seen without decoding.</summary>
    /// <param name="bytes">The bytes as they came.</param>
    /// <returns>The format, as <see cref="PictureFormat.Of"/> names it.</returns>
    /// <exception cref="RefusedPictureException">The file is too large, or no picture that we decode.</exception>
    public static string Check(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length > MostBytes)
        {
            throw new RefusedPictureException($"the file is larger than {MostBytes / 1024 / 1024} MB");
        }

        return PictureFormat.Of(bytes) ?? throw new RefusedPictureException("no JPEG, PNG, GIF, WebP, AVIF, BMP or TIFF picture");
    }

    /// <summary>Cleans a picture in this process; <see cref="PictureWorkshop"/> does it in one that may break.</summary>
    /// <param name="bytes">The bytes as they came.</param>
    /// <param name="decoded">Told when the pixels are there.</param>
    /// <returns>The same for the same input, as long as the image library is the same.</returns>
    /// <exception cref="RefusedPictureException">It is no picture that we decode, damaged or too large.</exception>
    public static CleanPicture Clean(byte[] bytes, Action? decoded = null)
    {
        var format = Check(bytes);
        try
        {
            using var image = PictureDecoder.Decode(bytes, format);
            decoded?.Invoke();
            if (format == ".jpg" && OwnJpeg.Is(bytes, image.Width, image.Height))
            {
                return new CleanPicture(bytes, ".jpg", image.Width, image.Height, ToneOf(image), DifferenceHash.Of(image));
            }

            var isPng = image.HasAlpha() || (format is not (".jpg" or ".webp" or ".avif") && IsSmallerAsPng(image));
            return new CleanPicture(isPng ? Png(image) : Jpeg(image), isPng ? ".png" : ".jpg", image.Width, image.Height, ToneOf(image), DifferenceHash.Of(image));
        }
        catch (VipsException e)
        {
            throw new RefusedPictureException($"the picture cannot be encoded ({e.Message.Split('\n')[0].Trim()})");
        }
    }

    // A drawing or a screen has few colours; its middle tells, at a small part of the time that the whole would take.
    private static bool IsSmallerAsPng(Image image)
    {
        using var middle = image.Smartcrop(Math.Min(Sample, image.Width), Math.Min(Sample, image.Height), interesting: Enums.Interesting.Centre);
        return Png(middle).Length <= Jpeg(middle).Length;
    }

    private static int ToneOf(Image image)
    {
        var means = new double[3];
        for (var band = 0; band < 3; band++)
        {
            using var one = image.ExtractBand(band);
            means[band] = one.Avg();
        }

        return PictureTone.Of(means[0], means[1], means[2]);
    }

    /// <summary>The file that a clean copy is.</summary>
    internal static byte[] Jpeg(Image image) => image.JpegsaveBuffer(q: JpegQuality, keep: Enums.ForeignKeep.None);

    private static byte[] Png(Image image) => image.PngsaveBuffer(compression: 6, keep: Enums.ForeignKeep.None);
}
