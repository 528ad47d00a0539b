using System.Runtime.CompilerServices;

namespace NewsPortal.Core.Finding;

/// <summary>
/// One article's terms, laid out to be asked for the terms of many others: of an other's few hundred terms most are not
/// there, and for nearly all of those one bit says so.
/// </summary>
internal sealed class TermProbe
{
    private const int WordBits = 6;
    private const int Words = 256;

    private readonly ulong[] _maybe = new ulong[Words];
    private readonly uint[] _slots;

    /// <summary>Lays terms out.</summary>
    /// <param name="entries">Terms as they are packed.</param>
    public TermProbe(ReadOnlySpan<uint> entries)
    {
        var size = 16;
        while (size < entries.Length * 2)
        {
            size *= 2;
        }

        _slots = new uint[size];
        foreach (var entry in entries)
        {
            var term = PackedTerms.Term(entry);
            _maybe[(term >> WordBits) & (Words - 1)] |= 1UL << term;
            var at = term & (size - 1);
            while (_slots[at] != 0)
            {
                at = (at + 1) & (size - 1);
            }

            _slots[at] = entry;
        }
    }

    /// <summary>The weight of a term, 1 to 255; 0 where it is absent.</summary>
    /// <param name="term">The term.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int WeightOf(int term) => (_maybe[(term >> WordBits) & (Words - 1)] >> term & 1) == 0 ? 0 : Find(term);

    private int Find(int term)
    {
        var slots = _slots;
        for (var at = term & (slots.Length - 1); slots[at] is not 0 and var entry; at = (at + 1) & (slots.Length - 1))
        {
            if (PackedTerms.Term(entry) == term)
            {
                return PackedTerms.Weight(entry);
            }
        }

        return 0;
    }
}
