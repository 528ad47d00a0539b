using System.Runtime.CompilerServices;
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

    // Letters with case end before plane 2.
    private const int CaseEnd = 0x20000;

    private static readonly Lazy<FoldTable> LoadedCompatibility = new(() => new FoldTable(forSearch: false));
    private static readonly Lazy<FoldTable> LoadedSearch = new(() => new FoldTable(forSearch: true));

    private readonly NormalizationData _data = NormalizationData.Instance;

    // Bits 0-7 the combining class of the first character of the mapping, then the two flags, then where the mapping
    // starts in the pool (there its length, then its code points).
    private readonly CodePointTable<int> _values = new();
    private readonly List<int> _pool = new(32768);

    // What a character becomes by itself, lower case and simplified; 0 where it stays.
    private readonly CodePointTable<int> _letters = new();

    private FoldTable(bool forSearch)
    {
        if (forSearch) SetLetters();
        foreach (var codePoint in _data.Joining) Set(codePoint, [codePoint]);
        foreach (var codePoint in _data.Marked) Set(codePoint, [codePoint]);
        foreach (var (codePoint, mapping) in _data.Decompositions) Set(codePoint, mapping);
        if (forSearch)
            foreach (var codePoint in _data.Ignorable) Set(codePoint, []);
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

    /// <summary>Appends the decomposition: code points with their combining class, as <see cref="Composition"/> takes them.</summary>
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SetLetters()
    {
        for (var c = 0; c < CaseEnd; c++)
        {
            if (Rune.IsValid(c) && Rune.ToLowerInvariant(new Rune(c)).Value is var lower && lower != c)
                SetLetter(c, lower);
        }

        // The two forms of small sigma are one letter.
        SetLetter('ς', 'σ');
        foreach (var (from, to) in HanVariants.Instance.Search) SetLetter(from, to);
    }

    private void SetLetter(int from, int to)
    {
        _letters[from] = to;
        Set(from, [from]);
    }

    private int Letter(int codePoint) => _letters[codePoint] is not 0 and var letter ? letter : codePoint;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Set(int codePoint, ReadOnlySpan<int> mapping)
    {
        var start = _pool.Count;
        _pool.Add(0);
        foreach (var part in mapping)
        {
            var letter = Letter(part);
            // A lower-case letter may be composed itself; a decomposition never leads further than one such step.
            if (letter != part && _data.Decompositions.TryGetValue(letter, out var further))
                foreach (var last in further) _pool.Add(Letter(last));
            else
                _pool.Add(letter);
        }

        _pool[start] = _pool.Count - start - 1;
        var value = start << MappingShift | Mapped;
        if (_pool[start] == 0) value |= JoinsBack;
        else
        {
            value |= _data.CombiningClass(_pool[start + 1]);
            if (_data.Joins(_pool[start + 1])) value |= JoinsBack;
        }

        _values[codePoint] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillDirect()
    {
        var parts = new List<long>(32);
        for (var c = 0; c < Direct.Length; c++)
        {
            var value = _values[c];
            var single = value == 0 ? c : _pool[value >> MappingShift] == 1 ? _pool[(value >> MappingShift) + 1] : -1;
            if (char.IsSurrogate((char)c) || !IsBoundary(c)) single = NeedsWork;
            if (single < 0)
            {
                parts.Clear();
                Decompose(c, parts);
                Composition.Compose(parts, this);
                single = parts is [var only] ? (int)only : NeedsWork;
            }

            Direct[c] = (char)Math.Min(single, NeedsWork);
        }
    }
}
