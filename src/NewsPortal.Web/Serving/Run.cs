using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace NewsPortal.Web.Serving;

/// <summary>A piece of a page, compressed once so that it can be joined with others into one gzip stream.</summary>
/// <param name="Deflated">A deflate run without its final block, ended by a sync flush (RFC 1951, 3.2.4: an empty stored block), so that another run may follow it byte-aligned.</param>
/// <param name="Crc">CRC-32 of the bytes before compression.</param>
/// <param name="Length">Length in bytes before compression.</param>
/// <param name="Hash">SHA-256 of the bytes before compression, first 16 hexadecimal digits.</param>
public sealed record Run(byte[] Deflated, uint Crc, int Length, string Hash)
{
    // 0 where it has not been asked for: a power of x never is.
    private uint _shift;

    /// <summary>What the CRC-32 of what stands before it is multiplied by.</summary>
    internal uint Shift => _shift != 0 ? _shift : _shift = GzipJoin.Shift(Length);

    /// <summary>Makes a run.</summary>
    /// <param name="bytes">The bytes before compression.</param>
    public static Run Of(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var buffer = new MemoryStream(bytes.Length / 2);
        byte[] deflated;
        using (var deflate = new DeflateStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(bytes);

            // Flushing ends the run; disposing would write the final block, so the bytes are taken before.
            deflate.Flush();
            deflated = buffer.ToArray();
        }

        return new Run(deflated, Crc32.HashToUInt32(bytes), bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
    }

    /// <summary>The bytes before compression.</summary>
    public byte[] Inflate()
    {
        var bytes = new byte[Length];
        using var inflate = new DeflateStream(new MemoryStream(Deflated), CompressionMode.Decompress);
        inflate.ReadExactly(bytes);
        return bytes;
    }
}
