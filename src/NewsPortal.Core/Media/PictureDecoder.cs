using NetVips;

namespace NewsPortal.Core.Media;

/// <summary>Turns untrusted bytes into pixels, within limits of size and memory; <see cref="PictureProcess"/> watches over time.</summary>
internal static class PictureDecoder
{
    /// <summary>The most pixels a picture may have: larger ones are refused from their header.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>
    /// The longer side of a clean copy, in pixels: more than the widest rendition, and half of what a usual camera makes, so
    /// that its JPEG is decoded at half its size for a quarter of the time.
    /// </summary>
    public const int MostSide = 2000;

    // What a decoder may need at once for pixels that it cannot hand out line by line.
    private const long MostBytesAtOnce = 160L * 1024 * 1024;

    /// <summary>Decodes a picture: the first frame, upright, 8 bits, sRGB, three bands or four with transparency.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="format">What <see cref="PictureFormat.Of"/> says that it is.</param>
    /// <returns>The pixels, in memory; the caller disposes them.</returns>
    /// <exception cref="RefusedPictureException">It is damaged or too large.</exception>
    public static Image Decode(byte[] bytes, string format)
    {
        ImageLibrary.Prepare();
        try
        {
            using var opened = format == ".bmp" ? OpenBitmap(bytes) : Open(bytes, format);
            using var reduced = opened.ThumbnailImage(MostSide, height: MostSide, size: Enums.Size.Down, outputProfile: "srgb");
            using var plain = Plain(reduced);
            return Evaluate(plain);
        }
        catch (VipsException e)
        {
            throw new RefusedPictureException($"the picture is damaged ({Reason(e)})");
        }
    }

    private static Image Open(byte[] bytes, string format)
    {
        var loader = Image.FindLoadBuffer(bytes);
        if (loader is null || !loader.StartsWith(LoaderOf(format), StringComparison.Ordinal))
        {
            throw new RefusedPictureException("the picture is not what its first bytes say");
        }

        var opened = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
        try
        {
            CheckSize(opened.Width, opened.Height);
            if (BytesAtOnce(opened, format) > MostBytesAtOnce)
            {
                throw new RefusedPictureException("the picture needs too much memory to decode; save it smaller, or as a baseline JPEG");
            }

            return format == ".jpg" && Shrink(opened) is > 1 and var shrink ? OpenSmaller(bytes, opened, shrink) : opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    // A JPEG is decoded at a half, a quarter or an eighth of its size for a fraction of the time.
    private static int Shrink(Image opened)
    {
        var factor = Math.Max(opened.Width, opened.Height) / MostSide;
        return factor >= 8 ? 8 : factor >= 4 ? 4 : factor >= 2 ? 2 : 1;
    }

    // The library's own way to a smaller picture (thumbnail_buffer) takes one that lacks its end without a word.
    private static Image OpenSmaller(byte[] bytes, Image whole, int shrink)
    {
        whole.Dispose();
        return Image.JpegloadBuffer(bytes, shrink: shrink, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
    }

    private static Image OpenBitmap(byte[] bytes)
    {
        var header = BitmapFile.ReadHeader(bytes);
        CheckSize(header.Width, header.Height);
        return Image.NewFromMemory(BitmapFile.ReadPixels(bytes, header), header.Width, header.Height, 3, Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static void CheckSize(long width, long height)
    {
        if (width * height > MostPixels)
        {
            throw new RefusedPictureException($"the picture has {width} × {height} pixels, more than {MostPixels / 1_000_000} million; save it smaller");
        }
    }

    // Baseline JPEG and plain PNG come line by line; all others lie in memory whole at some time.
    private static long BytesAtOnce(Image opened, string format)
    {
        var pixels = (long)opened.Width * opened.Height;
        var sample = opened.Format is Enums.BandFormat.Uchar or Enums.BandFormat.Char ? 1 : opened.Format is Enums.BandFormat.Ushort or Enums.BandFormat.Short ? 2 : 8;
        return format switch
        {
            ".jpg" => opened.Contains("interlaced") ? pixels * opened.Bands * 2 : 0,
            ".png" => opened.Contains("interlaced") ? pixels * opened.Bands * sample : 0,
            ".gif" => pixels * 4,
            ".tif" => pixels * opened.Bands * sample,
            _ => pixels * 8,
        };
    }

    private static Image Plain(Image image)
    {
        using var coloured = image.Colourspace(Enums.Interpretation.Srgb);
        using var bytes = coloured.Cast(Enums.BandFormat.Uchar);
        using var banded = bytes.Bands > 4 ? bytes.ExtractBand(0, n: 4) : bytes.Copy();

        // The resolution is metadata too.
        return banded.Copy(xres: 1, yres: 1);
    }

    private static Image Evaluate(Image plain)
    {
        using var whole = plain.CopyMemory();
        if (whole.Bands != 4)
        {
            return whole.Copy();
        }

        // A fourth band that hides nothing is no transparency.
        using var alpha = whole.ExtractBand(3);
        return alpha.Min() >= 255 ? whole.ExtractBand(0, n: 3).CopyMemory() : whole.Copy();
    }

    private static string LoaderOf(string format) => format switch
    {
        ".jpg" => "VipsForeignLoadJpeg",
        ".png" => "VipsForeignLoadPng",
        ".gif" => "VipsForeignLoadNsgif",
        ".webp" => "VipsForeignLoadWebp",
        ".tif" => "VipsForeignLoadTiff",
        _ => "VipsForeignLoadHeif",
    };

    private static string Reason(VipsException e) =>
        e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() is { Length: > 0 } reason
            ? string.Concat(reason.Take(120).Where(c => !char.IsControl(c))) : "no reason given";
}
