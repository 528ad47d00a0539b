using System.Buffers.Binary;

namespace NewsPortal.Core.Finding;

/// <summary>What the store keeps of a public article for comparison; unpacked when it is asked for, because most comparisons need one part of it.</summary>
/// <param name="id">The article.</param>
/// <param name="publishedUtc">When it was published.</param>
/// <param name="stored">Its parts as stored.</param>
internal sealed class ArticleVector(long id, DateTime publishedUtc, StoredVector stored)
{
    // Names of products in Latin letters are loud: what the Chinese around them says is heard once more by itself.
    private const double HanShare = 0.8;

    // What one article's headline says and the other's body tells at length relates them, whatever else the two speak of.
    private const double AcrossShare = 2.4;

    // An article that is close to many is a little closer to each than it should be.
    private const double CrowdCost = 0.1;

    // Two articles of one fortnight are most related, and of one year more than those years apart: news of one event come
    // together, and an archive of years also holds last year's event of the same name. Shares and days were measured
    // (docs/decisions/0007-related-news.md).
    private const double Lasts = 1;
    private const double FadesInYears = 2.1;
    private const double YearsInDays = 670;
    private const double FadesAtOnce = 0.8;
    private const double AtOnceInDays = 13;

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

    private HeadlineAndBody Parts => field ??= HeadlineAndBody.Of(Terms, Index);

    private DateTime PublishedUtc => publishedUtc;

    /// <summary>
    /// How closely it is related to another, 0 to 1: the cosine of the widened terms, those of Han characters once more by
    /// themselves, and the headline of each against the other's body; less the further apart in time, and less where either
    /// is close to many. What an article's own crowd takes off is the same for its whole list, so that both sides agree.
    /// </summary>
    /// <param name="other">The other.</param>
    public double RelatednessTo(ArticleVector other)
    {
        var days = Math.Abs((PublishedUtc - other.PublishedUtc).TotalDays);
        var (all, han) = Widened.Cosines(other.Widened);
        var nearInTime = Lasts + (FadesInYears * Math.Exp(-days / YearsInDays)) + (FadesAtOnce * Math.Exp(-days / AtOnceInDays));
        var content = (all + (HanShare * han) + (AcrossShare * Parts.CosineAcross(other.Parts))) / (1 + HanShare + AcrossShare);
        return Math.Max(0, (content * nearInTime / (Lasts + FadesInYears + FadesAtOnce)) - (CrowdCost * (Crowd() + other.Crowd())));
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

    private double Crowd()
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

/// <summary>The packed parts of an article as stored.</summary>
/// <param name="Terms">Its strongest terms.</param>
/// <param name="Index">The terms by which it is found.</param>
/// <param name="Neighbours">The articles nearest to it.</param>
/// <param name="Widened">Its terms widened by its neighbours'; empty before it has any.</param>
internal readonly record struct StoredVector(byte[] Terms, byte[] Index, byte[] Neighbours, byte[] Widened);
