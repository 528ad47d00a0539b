using System.Buffers.Binary;
using CsCheck;
using NewsPortal.Core.Media;

namespace NewsPortal.Tests.Media;

public sealed class BitmapFileTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(32)]
    public void Every_depth_keeps_its_colours(int bits)
    {
        var bytes = Bitmap(5, 3, bits);
        var pixels = BitmapFile.ReadPixels(bytes, BitmapFile.ReadHeader(bytes));
        Assert.Equal(5 * 3 * 3, pixels.Length);
        Assert.Equal([255, 0, 0], pixels[..3]);
        Assert.Equal([0, 0, 0], pixels[3..6]);
    }

    [Fact]
    public void Damage_is_refused_with_no_other_error() =>
        Gen.Select(Gen.Int[0, 5], Gen.Select(Gen.Int[2, 80], Gen.Byte).Array[1, 8], Gen.Int[0, 200]).Sample((depth, changes, length) =>
        {
            var bytes = Bitmap(5, 3, ((int[])[1, 4, 8, 16, 24, 32])[depth]);
            foreach (var (at, value) in changes)
            {
                bytes[at % bytes.Length] = value;
            }

            bytes = bytes[..Math.Min(bytes.Length, length)];
            try
            {
                var header = BitmapFile.ReadHeader(bytes);
                if ((long)header.Width * header.Height < 1_000_000)
                {
                    BitmapFile.ReadPixels(bytes, header);
                }
            }
            catch (RefusedPictureException)
            {
            }
        });

    /// <summary>A bitmap whose first pixel is red; all others are black.</summary>
    public static byte[] Bitmap(int width, int height, int bits)
    {
        var stride = ((width * bits) + 31) / 32 * 4;
        var data = 54 + (bits <= 8 ? 4 << bits : 0);
        var b = new byte[data + (stride * height)];
        b[0] = (byte)'B';
        b[1] = (byte)'M';
        BinaryPrimitives.WriteInt32LittleEndian(b.AsSpan(10), data);
        BinaryPrimitives.WriteInt32LittleEndian(b.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(b.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(b.AsSpan(22), height);
        b[28] = (byte)bits;

        // Rows are stored from the bottom; palette entry 1 is red.
        var first = b.AsSpan(data + (stride * (height - 1)));
        if (bits <= 8)
        {
            b[54 + 4 + 2] = 255;
            first[0] = (byte)(1 << (8 - bits));
        }
        else if (bits == 16)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(first, 0x7c00);
        }
        else
        {
            first[2] = 255;
        }

        return b;
    }
}
