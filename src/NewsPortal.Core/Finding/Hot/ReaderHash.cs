using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace NewsPortal.Core.Finding.Hot;

/// <summary>
/// Makes the same number of the same reader of the same article, and one that nobody can trace back: a keyed hash whose
/// key is random, lives in memory alone and goes with this object.
/// </summary>
public sealed class ReaderHash
{
    // Names of browsers are some 100 to 250 characters long; what lies beyond this adds nothing but cost.
    private const int LongestAgent = 512;
    private const int LongestAddress = 64;

    private readonly (ulong First, ulong Second) _key = NewKey();

    /// <summary>The reader's number; never 0.</summary>
    /// <param name="address">Where the reader is; null where nobody can say.</param>
    /// <param name="agent">The User-Agent header.</param>
    /// <param name="article">The article.</param>
    public ulong Of(IPAddress? address, ReadOnlySpan<char> agent, long article)
    {
        Span<byte> bytes = stackalloc byte[16];
        var length = 0;
        address?.TryWriteBytes(bytes, out length);

        // An IPv6 reader has a whole /64 to change addresses in, and changes them every day without being asked.
        return Of(address is { IsIPv4MappedToIPv6: true } ? bytes[12..] : bytes[..(length == 16 ? 8 : length)], agent, article);
    }

    /// <summary>The reader's number; never 0.</summary>
    /// <param name="address">What tells where the reader is; beyond 64 bytes nothing is looked at.</param>
    /// <param name="agent">The User-Agent header; beyond 512 characters nothing is looked at.</param>
    /// <param name="article">The article.</param>
    public ulong Of(ReadOnlySpan<byte> address, ReadOnlySpan<char> agent, long article)
    {
        Span<byte> text = stackalloc byte[sizeof(long) + 1 + LongestAddress + LongestAgent];
        address = address[..Math.Min(address.Length, LongestAddress)];
        BinaryPrimitives.WriteInt64LittleEndian(text, article);
        text[sizeof(long)] = (byte)address.Length;
        address.CopyTo(text[(sizeof(long) + 1)..]);
        var begun = sizeof(long) + 1 + address.Length;
        var length = begun + Encoding.Latin1.GetBytes(agent[..Math.Min(agent.Length, LongestAgent)], text[begun..]);
        return Math.Max(1, SipHash.Of(text[..length], _key.First, _key.Second));
    }

    /// <summary>Another number of a reader, under this key: who numbers readers once can forget them key by key.</summary>
    /// <param name="reader">The number under another key.</param>
    public ulong Of(ulong reader) => Math.Max(1, SipHash.Of(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in reader)), _key.First, _key.Second));

    private static (ulong First, ulong Second) NewKey()
    {
        Span<ulong> key = stackalloc ulong[2];
        RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(key));
        return (key[0], key[1]);
    }
}
