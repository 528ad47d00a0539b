using System.Buffers.Binary;
using System.Numerics;

namespace NewsPortal.Core.Media;

/// <summary>
/// Reads Windows bitmaps, which the image library has no reader for: 1 to 32 bits, with palette or bit masks, in either
/// direction. Run-length compression and the pictures inside pictures of later versions are refused.
/// </summary>
internal static class BitmapFile
{
    private const int FileHeader = 14;
    private const int MostSide = 65_535;

    /// <summary>What a bitmap's header says.</summary>
    internal readonly record struct Header(int Width, int Height, bool TopDown, int Bits, int Compression, int Size, int Palette, int Colours, int Data);

    /// <summary>Reads the header.</summary>
    /// <param name="b">The file.</param>
    /// <exception cref="RefusedPictureException">It is damaged, or of a kind that is not read.</exception>
    public static Header ReadHeader(ReadOnlySpan<byte> b)
    {
        if (b.Length < FileHeader + 12)
        {
            throw Damaged();
        }

        var size = BinaryPrimitives.ReadInt32LittleEndian(b[14..]);
        var core = size == 12;
        if ((!core && size is < 40 or > 1024) || b.Length < FileHeader + Math.Max(size, core ? 12 : 40))
        {
            throw Damaged();
        }

        long width = core ? BinaryPrimitives.ReadUInt16LittleEndian(b[18..]) : BinaryPrimitives.ReadInt32LittleEndian(b[18..]);
        long height = core ? BinaryPrimitives.ReadUInt16LittleEndian(b[20..]) : BinaryPrimitives.ReadInt32LittleEndian(b[22..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(b[(core ? 24 : 28)..]);
        var compression = core ? 0 : BinaryPrimitives.ReadInt32LittleEndian(b[30..]);
        var colours = core ? 0 : BinaryPrimitives.ReadInt32LittleEndian(b[46..]);
        if (width is <= 0 or > MostSide || Math.Abs(height) is 0 or > MostSide || bits is not (1 or 4 or 8 or 16 or 24 or 32))
        {
            throw Damaged();
        }

        if (compression is not (0 or 3 or 6) || (compression != 0 && bits is not (16 or 32)))
        {
            throw new RefusedPictureException("a compressed bitmap; save it as PNG");
        }

        // Version 3 keeps its masks behind the header, later ones inside.
        var masks = compression != 0 && size == 40 ? (compression == 6 ? 16 : 12) : 0;
        var most = bits <= 8 ? 1 << bits : 0;
        return new Header(
            (int)width, (int)Math.Abs(height), height < 0, bits, compression, size,
            FileHeader + size + masks, bits <= 8 && colours is > 0 && colours <= most ? colours : most, BinaryPrimitives.ReadInt32LittleEndian(b[10..]));
    }

    /// <summary>Reads the pixels.</summary>
    /// <param name="b">The file.</param>
    /// <param name="header">Its header.</param>
    /// <returns>Red, green and blue of every pixel, from the top; what stands for transparency in some files is not relied upon.</returns>
    /// <exception cref="RefusedPictureException">It is damaged.</exception>
    public static byte[] ReadPixels(ReadOnlySpan<byte> b, Header header)
    {
        var stride = (((long)header.Width * header.Bits) + 31) / 32 * 4;
        if (header.Data < header.Palette || header.Data + (stride * header.Height) > b.Length)
        {
            throw Damaged();
        }

        var pixels = new byte[(long)header.Width * header.Height * 3];
        var palette = Palette(b, header);
        var masks = Masks(b, header);
        for (var y = 0; y < header.Height; y++)
        {
            var row = b.Slice((int)(header.Data + (stride * (header.TopDown ? y : header.Height - 1 - y))), (int)stride);
            var line = pixels.AsSpan(y * header.Width * 3, header.Width * 3);
            for (var x = 0; x < header.Width; x++)
            {
                var (red, green, blue) = header.Bits switch
                {
                    <= 8 => palette[Index(row, x, header.Bits)],
                    24 => (row[(x * 3) + 2], row[(x * 3) + 1], row[x * 3]),
                    16 => Masked(BinaryPrimitives.ReadUInt16LittleEndian(row[(x * 2)..]), masks),
                    _ => Masked(BinaryPrimitives.ReadUInt32LittleEndian(row[(x * 4)..]), masks),
                };
                (line[x * 3], line[(x * 3) + 1], line[(x * 3) + 2]) = (red, green, blue);
            }
        }

        return pixels;
    }

    private static int Index(ReadOnlySpan<byte> row, int x, int bits)
    {
        var at = x * bits;
        return (row[at / 8] >> (8 - bits - (at % 8))) & ((1 << bits) - 1);
    }

    // An index beyond the palette is black, as every viewer shows it.
    private static (byte, byte, byte)[] Palette(ReadOnlySpan<byte> b, Header header)
    {
        var palette = new (byte, byte, byte)[header.Bits <= 8 ? 1 << header.Bits : 0];
        var entry = header.Size == 12 ? 3 : 4;
        for (var i = 0; i < Math.Min(header.Colours, palette.Length); i++)
        {
            var at = header.Palette + (i * entry);
            if (at + entry > header.Data)
            {
                break;
            }

            palette[i] = (b[at + 2], b[at + 1], b[at]);
        }

        return palette;
    }

    private static (uint Red, uint Green, uint Blue) Masks(ReadOnlySpan<byte> b, Header header)
    {
        if (header.Compression == 0)
        {
            return header.Bits == 16 ? (0x7c00u, 0x03e0u, 0x001fu) : (0x00ff0000u, 0x0000ff00u, 0x000000ffu);
        }

        if (b.Length < 66)
        {
            throw Damaged();
        }

        return (BinaryPrimitives.ReadUInt32LittleEndian(b[54..]), BinaryPrimitives.ReadUInt32LittleEndian(b[58..]), BinaryPrimitives.ReadUInt32LittleEndian(b[62..]));
    }

    private static (byte, byte, byte) Masked(uint value, (uint Red, uint Green, uint Blue) masks) =>
        (Part(value, masks.Red), Part(value, masks.Green), Part(value, masks.Blue));

    private static byte Part(uint value, uint mask)
    {
        if (mask == 0)
        {
            return 0;
        }

        var shift = BitOperations.TrailingZeroCount(mask);
        return (byte)((ulong)((value & mask) >> shift) * 255 / (mask >> shift));
    }

    private static RefusedPictureException Damaged() => new("the bitmap is damaged");
}
