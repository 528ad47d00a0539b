using System.Buffers.Binary;

namespace NewsPortal.Core.Finding;

/// <summary>
/// Weighed terms of an article, four bytes each: 24 bits of <see cref="TermId"/>, then the weight from 1 to 255, of which
/// 255 is the strongest; sorted, little-endian. Whole numbers, so that a cosine is the same on every machine.
/// </summary>
internal sealed class PackedTerms
{
    private const int WeightBits = 8;
    private const int Strongest = 255;
    private readonly uint[] _entries;
    private readonly double _length;
    private readonly double _hanLength;

    private PackedTerms(uint[] entries)
    {
        _entries = entries;
        long squares = 0, han = 0;
        foreach (var entry in entries)
        {
            squares += Weight(entry) * Weight(entry);
            han += TermId.IsWord(Term(entry)) ? 0 : Weight(entry) * Weight(entry);
        }

        Squares = squares;
        _length = Math.Sqrt(squares);
        _hanLength = Math.Sqrt(han);
    }

    /// <summary>Number of terms.</summary>
    public int Count => _entries.Length;

    /// <summary>Sum of the squares of the weights.</summary>
    internal long Squares { get; }

    /// <summary>The terms as they are packed, by number.</summary>
    internal ReadOnlySpan<uint> Entries => _entries;

    /// <summary>The terms with weights of unit length, by number.</summary>
    public IEnumerable<(int Term, double Weight)> Terms => _entries.Select(e => (Term(e), Weight(e) / _length));

    /// <summary>Packs terms; those too weak for one part in 255 of the strongest are left out.</summary>
    /// <param name="terms">Distinct terms and their weights, in any measure.</param>
    public static PackedTerms Of(IReadOnlyCollection<(int Term, double Weight)> terms)
    {
        var scale = Strongest / (terms.Count == 0 ? 1 : terms.Max(t => t.Weight));
        var entries = terms.Select(t => (uint)(t.Term << WeightBits) | (uint)Math.Round(t.Weight * scale)).Where(e => Weight(e) > 0).ToArray();
        Array.Sort(entries);
        return new PackedTerms(entries);
    }

    /// <summary>Packs the strongest of many terms; equal ones fall in the terms' own order.</summary>
    /// <param name="terms">Terms and their weights, in any measure.</param>
    /// <param name="most">How many at most.</param>
    public static PackedTerms Of(Dictionary<int, double> terms, int most)
    {
        // One number each, weight before term: sorting these is many times faster than comparing pairs.
        var keys = new ulong[terms.Count];
        var count = 0;
        foreach (var (term, weight) in terms)
        {
            keys[count++] = ((ulong)BitConverter.SingleToUInt32Bits((float)weight) << 32) | (uint)~term;
        }

        Array.Sort(keys);
        var strongest = new List<(int Term, double Weight)>(most);
        for (var i = keys.Length - 1; i >= 0 && strongest.Count < most; i--)
        {
            strongest.Add(((int)~(uint)keys[i], BitConverter.UInt32BitsToSingle((uint)(keys[i] >> 32))));
        }

        return Of(strongest);
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">The bytes.</param>
    public static PackedTerms Read(ReadOnlySpan<byte> bytes)
    {
        var entries = new uint[bytes.Length / sizeof(uint)];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
        }

        return new PackedTerms(entries);
    }

    /// <summary>The stored form.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[_entries.Length * sizeof(uint)];
        for (var i = 0; i < _entries.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), _entries[i]);
        }

        return bytes;
    }

    /// <summary>Cosine with another article's terms, 0 to 1.</summary>
    /// <param name="other">The other's.</param>
    public double Cosine(PackedTerms other) => Cosines(other).All;

    /// <summary>Cosine with another article's terms, and that of the terms of Han characters alone, both 0 to 1.</summary>
    /// <param name="other">The other's.</param>
    public (double All, double Han) Cosines(PackedTerms other)
    {
        long sum = 0, han = 0;
        for (int i = 0, j = 0; i < _entries.Length && j < other._entries.Length;)
        {
            var (a, b) = (_entries[i], other._entries[j]);
            var (first, second) = (Term(a), Term(b));
            if (first == second)
            {
                sum += Weight(a) * Weight(b);
                han = TermId.IsWord(first) ? han : sum;
            }

            i += first <= second ? 1 : 0;
            j += second <= first ? 1 : 0;
        }

        return (sum == 0 ? 0 : sum / (_length * other._length), han == 0 ? 0 : han / (_hanLength * other._hanLength));
    }

    /// <summary>As <see cref="Cosines(PackedTerms)"/>, these terms laid out before.</summary>
    /// <param name="other">The other's.</param>
    /// <param name="own">These.</param>
    public (double All, double Han) Cosines(PackedTerms other, TermProbe own)
    {
        long sum = 0, words = 0;
        foreach (var entry in other._entries)
        {
            var term = Term(entry);
            if (own.WeightOf(term) is not 0 and var weight)
            {
                var both = weight * Weight(entry);
                sum += both;
                words += TermId.IsWord(term) ? both : 0;
            }
        }

        var han = sum - words;
        return (sum == 0 ? 0 : sum / (_length * other._length), han == 0 ? 0 : han / (_hanLength * other._hanLength));
    }

    /// <summary>The weight of a term, of unit length; 0 where it is absent.</summary>
    /// <param name="term">Its number.</param>
    public double WeightOf(int term)
    {
        var at = Find(_entries, term);
        return at < _entries.Length && Term(_entries[at]) == term ? Weight(_entries[at]) / _length : 0;
    }

    /// <summary>Adds these terms, weighed, to a sum.</summary>
    /// <param name="sum">Weights by term.</param>
    /// <param name="share">What each weight is multiplied by.</param>
    public void AddTo(Dictionary<int, double> sum, double share)
    {
        foreach (var entry in _entries)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sum, Term(entry), out _) += Weight(entry) * share / _length;
        }
    }

    /// <summary>Where a term stands among entries, or would stand.</summary>
    /// <param name="entries">Entries by number.</param>
    /// <param name="term">The term.</param>
    internal static int Find(ReadOnlySpan<uint> entries, int term)
    {
        // A weight is at least 1, so that no entry is this one.
        var at = entries.BinarySearch((uint)term << WeightBits);
        return at < 0 ? ~at : at;
    }

    /// <summary>The term of an entry.</summary>
    /// <param name="entry">The entry.</param>
    internal static int Term(uint entry) => (int)(entry >> WeightBits);

    /// <summary>The weight of an entry, 1 to 255.</summary>
    /// <param name="entry">The entry.</param>
    internal static int Weight(uint entry) => (int)(entry & Strongest);
}
