using NetVips;

namespace NewsPortal.Core.Media;

/// <summary>
/// Recognises a JPEG that is a clean copy already: header, tables and order of parts are byte for byte those that this
/// encoder writes, and nothing but coded pixels stands between them and the end. Such a file has no room for anything that
/// a clean copy may not hold, and drawing it anew would only lose sharpness and its address.
/// </summary>
internal static class OwnJpeg
{
    private const int FrameMarker = 0xC0;
    private const int ScanMarker = 0xDA;

    private static readonly Lazy<byte[]> Head = new(() =>
    {
        using var black = Image.Black(16, 16, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb, xres: 1, yres: 1);
        var bytes = PictureCleaner.Jpeg(black);
        return bytes[..EndOfHead(bytes)];
    });

    /// <summary>True for such a file. Its pixels are still to be decoded: damage among them is not seen here.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="width">The width that its clean copy would have: a larger picture is drawn smaller.</param>
    /// <param name="height">The height that its clean copy would have.</param>
    public static bool Is(ReadOnlySpan<byte> bytes, int width, int height)
    {
        var head = Head.Value.AsSpan();
        var end = EndOfHead(bytes);
        if (end != head.Length || bytes.Length < end + 2)
        {
            return false;
        }

        var size = SizeAt(head);
        return ((bytes[size] << 8) | bytes[size + 1]) == height && ((bytes[size + 2] << 8) | bytes[size + 3]) == width
            && bytes[..size].SequenceEqual(head[..size]) && bytes[(size + 4)..end].SequenceEqual(head[(size + 4)..]) && IsCodedToTheEnd(bytes[end..]);
    }

    // Length, precision, then height and width: two bytes each.
    private static int SizeAt(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 4 <= bytes.Length; at += 2 + ((bytes[at + 2] << 8) | bytes[at + 3]))
        {
            if (bytes[at] == 0xFF && bytes[at + 1] == FrameMarker)
            {
                return at + 5;
            }
        }

        return bytes.Length - 4;
    }

    // Where the coded pixels begin; -1 where no scan is found.
    private static int EndOfHead(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var next = at + 2 + ((bytes[at + 2] << 8) | bytes[at + 3]);
            if (bytes[at + 1] == ScanMarker)
            {
                return next <= bytes.Length ? next : -1;
            }

            at = next;
        }

        return -1;
    }

    // Within coded pixels FF is always followed by 00 (ITU-T T.81, B.1.1.5); the first other marker must be the end.
    private static bool IsCodedToTheEnd(ReadOnlySpan<byte> coded)
    {
        for (var at = coded.IndexOf((byte)0xFF); at >= 0 && at + 1 < coded.Length;)
        {
            if (coded[at + 1] != 0)
            {
                return coded[at + 1] == 0xD9 && at + 2 == coded.Length;
            }

            var further = coded[(at + 2)..].IndexOf((byte)0xFF);
            at = further < 0 ? -1 : at + 2 + further;
        }

        return false;
    }
}
