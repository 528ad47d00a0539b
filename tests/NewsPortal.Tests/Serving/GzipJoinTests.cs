using System.IO.Compression;
using System.IO.Hashing;
using CsCheck;
using NewsPortal.Web.Serving;

namespace NewsPortal.Tests.Serving;

/// <summary>Runs joined into one gzip stream.</summary>
public sealed class GzipJoinTests
{
    [Fact]
    public void The_checksum_of_two_pieces_joined_is_that_of_the_whole() => Gen.Byte.Array[0, 5000].Select(Gen.Byte.Array[0, 5000]).Sample(
        (first, second) => GzipJoin.Combine(Crc32.HashToUInt32(first), Crc32.HashToUInt32(second), second.Length) == Crc32.HashToUInt32([.. first, .. second]));

    [Fact]
    public void Any_runs_joined_unpack_to_what_they_were_made_of() => Gen.Byte.Array[0, 3000].Array[1, 4].Sample(
        pieces =>
        {
            Run[] runs = [.. pieces.Select(Run.Of)];
            using var gzip = new GZipStream(new MemoryStream([.. GzipJoin.Join(runs).SelectMany(p => p)]), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            gzip.CopyTo(unpacked);
            return unpacked.ToArray().AsSpan().SequenceEqual(pieces.SelectMany(p => p).ToArray())
                && runs.SelectMany(r => r.Inflate()).SequenceEqual(pieces.SelectMany(p => p));
        },
        iter: 200);
}
