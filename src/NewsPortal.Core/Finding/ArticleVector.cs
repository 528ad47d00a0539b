using System.Buffers.Binary;

namespace NewsPortal.Core.Finding;

/// <summary>What the store keeps of a public article for comparison.</summary>
/// <param name="Id">The article.</param>
/// <param name="PublishedUtc">When it was published.</param>
/// <param name="Vector">What it is about.</param>
internal sealed record ArticleVector(long Id, DateTime PublishedUtc, TermVector Vector)
{
    // Two articles of one day are two and a half times as related as the same two years apart. News of one event come together; an archive
    // of years also holds last year's event of the same name.
    private const double FadesInDays = 400;
    private const double FadesTo = 0.4;

    private const int NearBytes = sizeof(long) + sizeof(float);

    /// <summary>The nearest articles, nearest first.</summary>
    public List<Near> Neighbours { get; set; } = [];

    /// <summary>Its terms widened by its neighbours'.</summary>
    public PackedTerms Widened { get; set; } = Vector.Terms;

    /// <summary>How closely it is related to another, 0 to 1: the cosine of the widened terms, less the further apart in time.</summary>
    /// <param name="other">The other.</param>
    public double RelatednessTo(ArticleVector other)
    {
        var days = Math.Abs((PublishedUtc - other.PublishedUtc).TotalDays);
        return Widened.Cosine(other.Widened) * (FadesTo + ((1 - FadesTo) * Math.Exp(-days / FadesInDays)));
    }

    /// <summary>Reads stored neighbours.</summary>
    /// <param name="bytes">Twelve bytes each: number, closeness; little-endian.</param>
    public static List<Near> ReadNeighbours(ReadOnlySpan<byte> bytes)
    {
        var neighbours = new List<Near>(bytes.Length / NearBytes);
        for (; bytes.Length >= NearBytes; bytes = bytes[NearBytes..])
        {
            neighbours.Add(new Near(BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadSingleLittleEndian(bytes[sizeof(long)..])));
        }

        return neighbours;
    }

    /// <summary>The stored form of the neighbours.</summary>
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
}
