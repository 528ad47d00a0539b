using System.Runtime.CompilerServices;

namespace NewsPortal.Core.Text;

/// <summary>
/// What Unicode normalisation needs to know (UAX #15): combining classes, full compatibility decompositions,
/// compositions and default ignorable characters. Read once, from <c>Tables/Normalization.bin</c>.
/// </summary>
/// <remarks>
/// The loops that read tables ask to be compiled well at once: left to tiered compilation they would be compiled again
/// while they run, which takes ten times as long as their running.
/// </remarks>
internal sealed class NormalizationData
{
    public const int HangulFirst = 0xAC00;
    public const int HangulCount = 11172;
    public const int LeadFirst = 0x1100;
    public const int LeadCount = 19;
    public const int VowelFirst = 0x1161;
    public const int VowelCount = 21;
    public const int TailBase = 0x11A7;
    public const int TailCount = 28;

    private static readonly Lazy<NormalizationData> Loaded = new(() => new NormalizationData());

    private readonly CodePointTable<byte> _classes = new();
    private readonly CodePointTable<bool> _joining = new();
    private readonly Dictionary<long, int> _compositions = new(1000);

    private NormalizationData()
    {
        var reader = TableResource.Binary("Normalization.bin");
        ReadClasses(reader);
        ReadDecompositions(reader);
        ReadCompositions(reader);
        ReadIgnorable(reader);
        for (var c = VowelFirst; c < VowelFirst + VowelCount; c++) Add(_joining, Joining, c);
        for (var c = TailBase + 1; c < TailBase + TailCount; c++) Add(_joining, Joining, c);
    }

    public static NormalizationData Instance => Loaded.Value;

    /// <summary>Every character with a decomposition but the Hangul syllables, which are computed.</summary>
    public Dictionary<int, int[]> Decompositions { get; } = new(6000);

    /// <summary>Characters with a combining class.</summary>
    public List<int> Marked { get; } = new(1000);

    /// <summary>Characters that can compose with the one before them.</summary>
    public List<int> Joining { get; } = new(200);

    /// <summary>Default ignorable characters.</summary>
    public List<int> Ignorable { get; } = new(4200);

    public bool Joins(int codePoint) => _joining[codePoint];

    public byte CombiningClass(int codePoint) => _classes[codePoint];

    /// <summary>The character that the two compose to, or -1.</summary>
    public int Compose(int first, int second)
    {
        var lead = first - LeadFirst;
        if ((uint)lead < LeadCount)
        {
            var vowel = second - VowelFirst;
            return (uint)vowel < VowelCount ? HangulFirst + (lead * VowelCount + vowel) * TailCount : -1;
        }

        var syllable = first - HangulFirst;
        if ((uint)syllable < HangulCount && syllable % TailCount == 0)
        {
            var tail = second - TailBase;
            return tail is > 0 and < TailCount ? first + tail : -1;
        }

        return _compositions.GetValueOrDefault((long)first << 32 | (uint)second, -1);
    }

    private static void Add(CodePointTable<bool> table, List<int> list, int codePoint)
    {
        if (table[codePoint]) return;
        table[codePoint] = true;
        list.Add(codePoint);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadClasses(TableReader reader)
    {
        var codePoint = 0;
        for (var left = reader.Number(); left > 0; left--)
        {
            codePoint += reader.Number();
            _classes[codePoint] = (byte)reader.Number();
            Marked.Add(codePoint);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadDecompositions(TableReader reader)
    {
        var codePoint = 0;
        for (var left = reader.Number(); left > 0; left--)
        {
            codePoint += reader.Number();
            var mapping = new int[reader.Number()];
            for (var i = 0; i < mapping.Length; i++) mapping[i] = reader.Number();
            Decompositions.Add(codePoint, mapping);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadCompositions(TableReader reader)
    {
        for (var left = reader.Number(); left > 0; left--)
        {
            var first = reader.Number();
            var second = reader.Number();
            _compositions.Add((long)first << 32 | (uint)second, reader.Number());
            Add(_joining, Joining, second);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadIgnorable(TableReader reader)
    {
        var codePoint = 0;
        for (var left = reader.Number(); left > 0; left--)
        {
            codePoint += reader.Number();
            for (var length = reader.Number(); length > 0; length--) Ignorable.Add(codePoint++);
        }
    }
}
