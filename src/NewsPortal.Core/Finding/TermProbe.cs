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
            _maybe[(term >> WordBits) % Words] |= 1UL << term;
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
    public int WeightOf(int term)
    {
        if ((_maybe[(term >> WordBits) % Words] >> term & 1) == 0)
        {
            return 0;
        }

        for (var at = term & (_slots.Length - 1); _slots[at] is not 0 and var entry; at = (at + 1) & (_slots.Length - 1))
        {
            if (PackedTerms.Term(entry) == term)
            {
                return PackedTerms.Weight(entry);
            }
        }

        return 0;
    }
}
