using System.Text;

namespace NewsPortal.Core.Text;

/// <summary>
/// One way of folding, ready to run: for every character its full decomposition under that folding, and for the
/// characters of the basic plane that fold by themselves to one character a plain lookup.
/// </summary>
internal sealed class FoldTable
{
    /// <summary>In <see cref="Direct"/>: this character needs the slow way. (A noncharacter, so never a result.)</summary>
    public const char NeedsWork = '\uFFFF';

    private const int JoinsBack = 0x100;
    private const int Mapped = 0x200;
    private const int MappingShift = 10;

    private static readonly Lazy<FoldTable> LoadedCompatibility = new(() => new FoldTable(forSearch: false));
    private static readonly Lazy<FoldTable> LoadedSearch = new(() => new FoldTable(forSearch: true));

    private readonly NormalizationData _data = NormalizationData.Instance;

    // Bits 0-7 the combining class of the first character of the mapping, then the two flags, then where the mapping
    // starts in the pool (there its length, then its code points).
    private readonly CodePointTable<int> _values = new();
    private readonly List<int> _pool = new(16384);
    private readonly Func<int, int> _letter;

    private FoldTable(bool forSearch)
    {
        var han = HanVariants.Instance.Search;
        _letter = forSearch ? c => Letter(c, han) : c => c;

        foreach (var codePoint in _data.Joining) Set(codePoint, [codePoint]);
        foreach (var (codePoint, mapping) in _data.Decompositions) Set(codePoint, mapping);
        for (var c = 0; c <= 0x1FFFF; c++)
        {
            if (_values[c] != 0) continue;
            if (_data.CombiningClass(c) != 0 || _letter(c) != c) Set(c, [c]);
        }

        if (forSearch)
        {
            foreach (var from in han.Keys)
                if (_values[from] == 0) Set(from, [from]);
            foreach (var (first, length) in _data.IgnorableRanges)
                for (var c = first; c < first + length; c++) Set(c, []);
        }

        FillDirect();
    }

    /// <summary>NFKC.</summary>
    public static FoldTable Compatibility => LoadedCompatibility.Value;

    /// <summary>NFKC, lower case, simplified, without default ignorable characters.</summary>
    public static FoldTable Search => LoadedSearch.Value;

    /// <summary>For each UTF-16 unit what it folds to whatever stands around it, or <see cref="NeedsWork"/>.</summary>
    public char[] Direct { get; } = new char[0x10000];

    /// <summary>True when the character can neither compose with, nor be reordered before, what stands before it.</summary>
    public bool IsBoundary(int codePoint) => (_values[codePoint] & (0xFF | JoinsBack)) == 0;

    /// <summary>Appends the decomposition as sort keys: class, order of arrival, code point.</summary>
    public void Decompose(int codePoint, List<long> into)
    {
        var syllable = codePoint - NormalizationData.HangulFirst;
        if ((uint)syllable < NormalizationData.HangulCount)
        {
            into.Add(NormalizationData.LeadFirst + syllable / (NormalizationData.VowelCount * NormalizationData.TailCount));
            into.Add(NormalizationData.VowelFirst + syllable / NormalizationData.TailCount % NormalizationData.VowelCount);
            if (syllable % NormalizationData.TailCount is var tail and > 0) into.Add(NormalizationData.TailBase + tail);
            return;
        }

        var value = _values[codePoint];
        if ((value & Mapped) == 0)
        {
            into.Add(codePoint);
            return;
        }

        var start = value >> MappingShift;
        for (var i = start + 1; i <= start + _pool[start]; i++)
        {
            var part = _pool[i];
            into.Add((long)_data.CombiningClass(part) << Composition.ClassShift | (uint)part);
        }
    }

    public int Compose(int first, int second) => _data.Compose(first, second);

    private static int Letter(int codePoint, IReadOnlyDictionary<int, int> han) =>
        han.TryGetValue(codePoint, out var simplified) ? simplified
        : Rune.IsValid(codePoint) ? Rune.ToLowerInvariant(new Rune(codePoint)).Value
        : codePoint;

    private void Set(int codePoint, ReadOnlySpan<int> mapping)
    {
        var start = _pool.Count;
        _pool.Add(0);
        foreach (var part in mapping)
        {
            var letter = _letter(part);
            // A lower-case letter may be composed itself; a decomposition never leads further than one such step.
            if (letter != part && _data.Decompositions.TryGetValue(letter, out var further))
                foreach (var last in further) _pool.Add(_letter(last));
            else
                _pool.Add(letter);
        }

        _pool[start] = _pool.Count - start - 1;
        var value = start << MappingShift | Mapped;
        if (_pool[start] == 0) value |= JoinsBack;
        else
        {
            value |= _data.CombiningClass(_pool[start + 1]);
            if (_data.Joining.Contains(_pool[start + 1])) value |= JoinsBack;
        }

        _values[codePoint] = value;
    }

    private void FillDirect()
    {
        var parts = new List<long>(32);
        for (var c = 0; c < Direct.Length; c++)
        {
            Direct[c] = NeedsWork;
            if (char.IsSurrogate((char)c) || !IsBoundary(c)) continue;
            if (c is >= NormalizationData.HangulFirst and < NormalizationData.HangulFirst + NormalizationData.HangulCount
                || (_values[c] & Mapped) == 0)
            {
                Direct[c] = (char)c;
                continue;
            }

            parts.Clear();
            Decompose(c, parts);
            Composition.Compose(parts, this);
            if (parts is [>= 0 and < 0xFFFF and var only]) Direct[c] = (char)only;
        }
    }
}
