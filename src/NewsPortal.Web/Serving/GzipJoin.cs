using System.Buffers.Binary;

namespace NewsPortal.Web.Serving;

/// <summary>Joins runs into one ordinary gzip member (RFC 1952) without compressing anything again.</summary>
public static class GzipJoin
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly byte[] Header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

    // A final block with fixed codes and nothing in it: the runs themselves end none.
    private static ReadOnlySpan<byte> FinalBlock => [3, 0];

    /// <summary>Joins runs, as pieces to be sent one after the other: what they are made of is not copied.</summary>
    /// <param name="runs">The runs, in order.</param>
    public static byte[][] Join(params ReadOnlySpan<Run> runs)
    {
        var pieces = new byte[runs.Length + 2][];
        pieces[0] = Header;
        uint crc = 0;
        uint size = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            pieces[i + 1] = runs[i].Deflated;
            crc = Multiply(crc, runs[i].Shift) ^ runs[i].Crc;
            size += (uint)runs[i].Length;
        }

        var end = new byte[FinalBlock.Length + 8];
        FinalBlock.CopyTo(end);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(FinalBlock.Length), crc);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(FinalBlock.Length + 4), size);
        pieces[^1] = end;
        return pieces;
    }

    /// <summary>CRC-32 of two pieces joined, from the CRC-32 of each.</summary>
    /// <remarks>
    /// A CRC is the remainder of a polynomial over GF(2): appending n bytes multiplies the first remainder by x^8n, which is
    /// found by squaring (Mark Adler describes the method in zlib's documentation of crc32_combine).
    /// </remarks>
    /// <param name="first">CRC-32 of the first piece.</param>
    /// <param name="second">CRC-32 of the second piece.</param>
    /// <param name="secondLength">Length of the second piece in bytes.</param>
    public static uint Combine(uint first, uint second, long secondLength) => Multiply(first, Shift(secondLength)) ^ second;

    /// <summary>What a CRC-32 is multiplied by where so many bytes follow; it depends on nothing but their number.</summary>
    /// <param name="length">How many bytes follow.</param>
    internal static uint Shift(long length)
    {
        // x^8, bit-reversed as this CRC keeps its polynomials: bit 31 is x^0.
        uint power = 1u << 23;
        uint shift = 1u << 31;
        for (var n = length; n > 0; n >>= 1)
        {
            if ((n & 1) == 1)
            {
                shift = Multiply(shift, power);
            }

            power = Multiply(power, power);
        }

        return shift;
    }

    private static uint Multiply(uint a, uint b)
    {
        uint product = 0;
        for (var bit = 1u << 31; bit != 0; bit >>= 1)
        {
            if ((a & bit) != 0)
            {
                product ^= b;
            }

            b = (b & 1) != 0 ? (b >> 1) ^ Polynomial : b >> 1;
        }

        return product;
    }
}
