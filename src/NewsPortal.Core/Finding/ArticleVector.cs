using System.Buffers.Binary;

namespace NewsPortal.Core.Finding;

/// <summary>What the store keeps of a public article for comparison; unpacked when it is asked for, because most comparisons need one part of it.</summary>
/// <param name="id">The article.</param>
/// <param name="publishedUtc">When it was published.</param>
/// <param name="stored">Its parts as stored.</param>
internal sealed class ArticleVector(long id, DateTime publishedUtc, StoredVector stored)
{
    // Two articles of one day are two and a half times as related as the same two years apart. News of one event come together; an archive
    // of years also holds last year's event of the same name.
    private const double FadesInDays = 400;
    private const double FadesTo = 0.4;

    private const int NearBytes = sizeof(long) + sizeof(float);

    /// <summary>The article.</summary>
    public long Id => id;

    /// <summary>Its strongest terms.</summary>
    public PackedTerms Terms => field ??= PackedTerms.Read(stored.Terms);

    /// <summary>The terms by which it is found.</summary>
    public PackedTerms Index => field ??= PackedTerms.Read(stored.Index);

    /// <summary>The nearest articles, nearest first.</summary>
    public List<Near> Neighbours
    {
        get => field ??= ReadNeighbours(stored.Neighbours);
        set;
    }

    /// <summary>Its terms widened by its neighbours'.</summary>
    public PackedTerms Widened
    {
        get => field ??= stored.Widened.Length > 0 ? PackedTerms.Read(stored.Widened) : Terms;
        set;
    }

    private DateTime PublishedUtc => publishedUtc;

    /// <summary>How closely it is related to another, 0 to 1: the cosine of the widened terms, less the further apart in time.</summary>
    /// <param name="other">The other.</param>
    public double RelatednessTo(ArticleVector other)
    {
        var days = Math.Abs((PublishedUtc - other.PublishedUtc).TotalDays);
        return Widened.Cosine(other.Widened) * (FadesTo + ((1 - FadesTo) * Math.Exp(-days / FadesInDays)));
    }

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

/// <summary>The packed parts of an article as stored.</summary>
/// <param name="Terms">Its strongest terms.</param>
/// <param name="Index">The terms by which it is found.</param>
/// <param name="Neighbours">The articles nearest to it.</param>
/// <param name="Widened">Its terms widened by its neighbours'; empty before it has any.</param>
internal readonly record struct StoredVector(byte[] Terms, byte[] Index, byte[] Neighbours, byte[] Widened);
