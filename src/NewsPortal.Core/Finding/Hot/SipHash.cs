using System.Buffers.Binary;
using System.Numerics;

namespace NewsPortal.Core.Finding.Hot;

/// <summary>SipHash-2-4: a short, fast hash under a key that cannot be found from its results (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012).</summary>
internal static class SipHash
{
    /// <summary>Hashes bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="key0">The first half of the key, little-endian.</param>
    /// <param name="key1">The second half.</param>
    public static ulong Of(ReadOnlySpan<byte> bytes, ulong key0, ulong key1)
    {
        var (v0, v1) = (key0 ^ 0x736f6d6570736575, key1 ^ 0x646f72616e646f6d);
        var (v2, v3) = (key0 ^ 0x6c7967656e657261, key1 ^ 0x7465646279746573);
        var last = (ulong)bytes.Length << 56;
        while (bytes.Length >= sizeof(ulong))
        {
            Take(BinaryPrimitives.ReadUInt64LittleEndian(bytes), ref v0, ref v1, ref v2, ref v3);
            bytes = bytes[sizeof(ulong)..];
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            last |= (ulong)bytes[i] << (8 * i);
        }

        Take(last, ref v0, ref v1, ref v2, ref v3);
        v2 ^= 0xff;
        for (var i = 0; i < 4; i++)
        {
            Round(ref v0, ref v1, ref v2, ref v3);
        }

        return v0 ^ v1 ^ v2 ^ v3;
    }

    private static void Take(ulong word, ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v3 ^= word;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= word;
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
    }
}
