using System.Buffers.Binary;

namespace NewsPortal.Core.Media;

/// <summary>What kind of picture some bytes are, by the bytes themselves, never by a name.</summary>
public static class PictureFormat
{
    /// <summary>Media type of a stored extension.</summary>
    /// <param name="extension">Of a clean copy or a rendition.</param>
    /// <returns>An <c>image/*</c> type; no type of an image for any other extension.</returns>
    public static string MediaType(string extension) => extension switch
    {
        ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        ".gif" => "image/gif",
        _ => "application/octet-stream",
    };

    /// <summary>The format that the first bytes announce.</summary>
    /// <param name="bytes">The file.</param>
    /// <returns>The extension of one of the seven formats that are decoded; null for everything else, SVG before all.</returns>
    public static string? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xff, 0xd8, 0xff, ..] => ".jpg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..] => ".png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => ".gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => ".webp",
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => ".tif",
        [(byte)'B', (byte)'M', ..] => ".bmp",
        _ => IsAvif(bytes) ? ".avif" : null,
    };

    // ISO/IEC 14496-12, 4.3: the file type box names the brands it keeps to; HEIC is not among ours.
    private static bool IsAvif(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || !bytes[4..8].SequenceEqual("ftyp"u8))
        {
            return false;
        }

        var box = bytes[..(int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), (uint)bytes.Length)];
        for (var at = 8; at + 4 <= box.Length; at += 4)
        {
            if (at != 12 && (box[at..(at + 4)].SequenceEqual("avif"u8) || box[at..(at + 4)].SequenceEqual("avis"u8)))
            {
                return true;
            }
        }

        return false;
    }
}
