using System.Buffers.Binary;

namespace NewsPortal.Core.Media;

/// <summary>What kind of picture some bytes are, by the bytes themselves, never by a name.</summary>
/// <param name="Extension"><c>.jpg</c>, <c>.png</c>, <c>.gif</c> or <c>.webp</c>.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record PictureFormat(string Extension, int Width, int Height)
{
    /// <summary>The most pixels a picture may have: larger ones are refused from their header.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>Media type of a stored extension.</summary>
    /// <param name="extension">One of the four.</param>
    public static string MediaType(string extension) => extension switch
    {
        ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        _ => "application/octet-stream",
    };

    /// <summary>Reads the header.</summary>
    /// <param name="bytes">The file.</param>
    /// <returns>The format; null where it is none of the four, damaged in its header, or too large.</returns>
    public static PictureFormat? Of(ReadOnlySpan<byte> bytes)
    {
        var format = Png(bytes) ?? Gif(bytes) ?? WebP(bytes) ?? Jpeg(bytes);
        return format is { Width: > 0, Height: > 0 } && (long)format.Width * format.Height <= MostPixels ? format : null;
    }

    private static PictureFormat? Png(ReadOnlySpan<byte> b) =>
        b.Length > 24 && b.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) && b[12..16].SequenceEqual("IHDR"u8)
            ? new(".png", BinaryPrimitives.ReadInt32BigEndian(b[16..]), BinaryPrimitives.ReadInt32BigEndian(b[20..]))
            : null;

    private static PictureFormat? Gif(ReadOnlySpan<byte> b) =>
        b.Length > 10 && (b.StartsWith("GIF87a"u8) || b.StartsWith("GIF89a"u8))
            ? new(".gif", BinaryPrimitives.ReadUInt16LittleEndian(b[6..]), BinaryPrimitives.ReadUInt16LittleEndian(b[8..]))
            : null;

    private static PictureFormat? WebP(ReadOnlySpan<byte> b)
    {
        if (b.Length < 30 || !b.StartsWith("RIFF"u8) || !b[8..12].SequenceEqual("WEBP"u8))
        {
            return null;
        }

        var kind = b[12..16];
        if (kind.SequenceEqual("VP8X"u8))
        {
            return new(".webp", 1 + b[24] + (b[25] << 8) + (b[26] << 16), 1 + b[27] + (b[28] << 8) + (b[29] << 16));
        }

        if (kind.SequenceEqual("VP8 "u8))
        {
            return new(".webp", BinaryPrimitives.ReadUInt16LittleEndian(b[26..]) & 0x3fff, BinaryPrimitives.ReadUInt16LittleEndian(b[28..]) & 0x3fff);
        }

        if (kind.SequenceEqual("VP8L"u8) && b[20] == 0x2f)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(b[21..]);
            return new(".webp", (int)(bits & 0x3fff) + 1, (int)((bits >> 14) & 0x3fff) + 1);
        }

        return null;
    }

    // Walks the segments to the first frame header (ITU-T T.81, B.2.2).
    private static PictureFormat? Jpeg(ReadOnlySpan<byte> b)
    {
        if (b.Length < 4 || b[0] != 0xff || b[1] != 0xd8)
        {
            return null;
        }

        var at = 2;
        while (at + 9 < b.Length)
        {
            if (b[at] != 0xff)
            {
                return null;
            }

            var marker = b[at + 1];
            if (marker == 0xff)
            {
                at++;
                continue;
            }

            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return new(".jpg", BinaryPrimitives.ReadUInt16BigEndian(b[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(b[(at + 5)..]));
            }

            if (marker is 0xd9 or 0xda)
            {
                return null;
            }

            at += marker is 0x01 or (>= 0xd0 and <= 0xd7) ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(b[(at + 2)..]);
        }

        return null;
    }
}
