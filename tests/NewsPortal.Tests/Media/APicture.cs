using System.Text;
using NetVips;

namespace NewsPortal.Tests.Media;

/// <summary>Draws small picture files for tests, honest and hostile.</summary>
internal static class APicture
{
    public const string Secret = "GPS 30.5728N 104.0668E";

    /// <summary>A photograph-like picture: a slope of colours with grain, red on the left and blue on the right.</summary>
    public static byte[] Jpeg(int width = 60, int height = 40) => Photograph(width, height).JpegsaveBuffer(q: 90);

    public static byte[] WebP(int width = 60, int height = 40) => Photograph(width, height).WebpsaveBuffer();

    public static byte[] Avif(int width = 60, int height = 40) =>
        Photograph(width, height).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0);

    public static byte[] Tiff(int width = 60, int height = 40) => Photograph(width, height).TiffsaveBuffer();

    /// <summary>A drawing: a white ground with a black bar.</summary>
    public static byte[] Png(int width = 60, int height = 40) => Drawing(width, height).PngsaveBuffer();

    public static byte[] Gif(int width = 60, int height = 40) => Drawing(width, height).GifsaveBuffer();

    /// <summary>A drawing whose right half is transparent.</summary>
    public static byte[] TransparentPng(int width = 60, int height = 40)
    {
        using var alpha = (Image.Black(width, height) + 255).Cast(Enums.BandFormat.Uchar)
            .Mutate(m => m.DrawRect([0], width / 2, 0, width - (width / 2), height, fill: true));
        return Drawing(width, height).Bandjoin(alpha).PngsaveBuffer();
    }

    /// <summary>A PNG that says in its header how large it is, and holds next to nothing.</summary>
    public static byte[] PngClaiming(int width, int height)
    {
        var png = Png(1, 1);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), System.IO.Hashing.Crc32.HashToUInt32(png.AsSpan(12, 17)));
        return png;
    }

    /// <summary>A JPEG that a telephone took lying on its side: orientation, position, comment, and an archive behind its end.</summary>
    public static byte[] JpegWithSecrets(int width = 60, int height = 40)
    {
        var plain = Jpeg(width, height);
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 2,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
            0x01, 0x0e, 0, 2, 0, 0, 0, (byte)(Secret.Length + 1), 0, 0, 0, 38,
            0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret), 0,
        ];
        return [0xff, 0xd8, .. Segment(0xe1, exif), .. Segment(0xfe, Encoding.ASCII.GetBytes(Secret)), .. plain.AsSpan(2), .. "PK\u0003\u0004<script>"u8, .. Encoding.ASCII.GetBytes(Secret)];
    }

    /// <summary>A scene that another number draws otherwise.</summary>
    public static byte[] Scene(int seed, int width = 800, int height = 600)
    {
        var random = new Random(seed);
        double[] Colour() => [random.Next(30, 240), random.Next(30, 240), random.Next(30, 240)];
        using var ground = (Image.Black(width, height, bands: 3) + Colour()).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        using var drawn = ground.Mutate(m =>
        {
            for (var n = 18; n > 0; n--)
            {
                m.DrawRect(Colour(), random.Next(width), random.Next(height), random.Next(30, width / 3), random.Next(30, height / 3), fill: true);
            }
        });
        return drawn.JpegsaveBuffer(q: 90);
    }

    /// <summary>The same picture at two thirds of its size, saved anew.</summary>
    public static byte[] Smaller(byte[] picture)
    {
        using var image = Image.NewFromBuffer(picture);
        return image.Resize(2.0 / 3).JpegsaveBuffer(q: 70);
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xff, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static Image Drawing(int width, int height) =>
        (Image.Black(width, height, bands: 3) + 255).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb)
            .Mutate(m => m.DrawRect([0, 0, 0], 0, 0, Math.Max(1, width / 3), Math.Max(1, height / 3), fill: true));

    private static Image Photograph(int width, int height)
    {
        using var xy = Image.Xyz(width, height);
        using var across = xy.ExtractBand(0) * (255.0 / width);
        using var grain = Image.Gaussnoise(width, height, sigma: 12, mean: 60, seed: 7);
        return (255 - across).Bandjoin(grain, across).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
