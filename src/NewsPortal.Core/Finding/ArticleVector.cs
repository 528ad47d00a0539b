using System.Buffers.Binary;

namespace NewsPortal.Core.Finding;

/// <summary>What the store keeps of a public article for comparison.</summary>
/// <param name="id">The article.</param>
/// <param name="publishedUtc">When it was published.</param>
/// <param name="terms">Its strongest terms.</param>
/// <param name="index">The terms by which it is found.</param>
/// <param name="neighbours">The articles nearest to it.</param>
/// <param name="widened">Its terms widened by its neighbours'; null before it has any.</param>
internal sealed class ArticleVector(long id, DateTime publishedUtc, PackedTerms terms, PackedTerms index, List<Near> neighbours, PackedTerms? widened)
{
    private const int NearBytes = sizeof(long) + sizeof(float);

    /// <summary>The article.</summary>
    public long Id => id;

    /// <summary>When it was published.</summary>
    public DateTime PublishedUtc => publishedUtc;

    /// <summary>Its strongest terms.</summary>
    public PackedTerms Terms => terms;

    /// <summary>The terms by which it is found.</summary>
    public PackedTerms Index => index;

    /// <summary>The nearest articles, nearest first.</summary>
    public List<Near> Neighbours { get; set; } = neighbours;

    /// <summary>Its terms widened by its neighbours'.</summary>
    public PackedTerms Widened { get; set; } = widened ?? terms;

    /// <summary>Its terms as its headline says them and as its body does.</summary>
    public HeadlineAndBody Parts => field ??= HeadlineAndBody.Of(Terms, Index);

    /// <summary>Unpacks the stored parts.</summary>
    public static ArticleVector Read(
        long id, DateTime publishedUtc, ReadOnlySpan<byte> terms, ReadOnlySpan<byte> index, ReadOnlySpan<byte> neighbours, ReadOnlySpan<byte> widened) =>
        new(id, publishedUtc, PackedTerms.Read(terms), PackedTerms.Read(index), ReadNeighbours(neighbours), widened.IsEmpty ? null : PackedTerms.Read(widened));

    /// <summary>The stored form of the neighbours: twelve bytes each, number and closeness, little-endian.</summary>
    public byte[] NeighbourBytes()
    {
        var bytes = new byte[Neighbours.Count * NearBytes];
        for (var i = 0; i < Neighbours.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * NearBytes), Neighbours[i].Id);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan((i * NearBytes) + sizeof(long)), Neighbours[i].Closeness);
        }

        return bytes;
    }

    /// <summary>How close its neighbours are on the average.</summary>
    public double Crowd()
    {
        var sum = 0.0;
        foreach (var near in Neighbours)
        {
            sum += near.Closeness;
        }

        return Neighbours.Count == 0 ? 0 : sum / Neighbours.Count;
    }

    private static List<Near> ReadNeighbours(ReadOnlySpan<byte> bytes)
    {
        var neighbours = new List<Near>(bytes.Length / NearBytes);
        for (; bytes.Length >= NearBytes; bytes = bytes[NearBytes..])
        {
            neighbours.Add(new Near(BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadSingleLittleEndian(bytes[sizeof(long)..])));
        }

        return neighbours;
    }
}
