namespace NewsPortal.Core.Text;

/// <summary>
/// What Unicode normalisation needs to know (UAX #15): combining classes, full compatibility decompositions,
/// compositions and default ignorable characters. Read once, from <c>Tables/Normalization.bin</c>.
/// </summary>
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
    private readonly Dictionary<long, int> _compositions = [];

    private NormalizationData()
    {
        using var reader = TableResource.Binary("Normalization.bin");
        var codePoint = 0;
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            codePoint += reader.Read7BitEncodedInt();
            _classes[codePoint] = (byte)reader.Read7BitEncodedInt();
        }

        codePoint = 0;
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            codePoint += reader.Read7BitEncodedInt();
            var mapping = new int[reader.Read7BitEncodedInt()];
            for (var i = 0; i < mapping.Length; i++) mapping[i] = reader.Read7BitEncodedInt();
            Decompositions.Add(codePoint, mapping);
        }

        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var first = reader.Read7BitEncodedInt();
            var second = reader.Read7BitEncodedInt();
            _compositions.Add((long)first << 32 | (uint)second, reader.Read7BitEncodedInt());
            Joining.Add(second);
        }

        for (var c = VowelFirst; c < VowelFirst + VowelCount; c++) Joining.Add(c);
        for (var c = TailBase + 1; c < TailBase + TailCount; c++) Joining.Add(c);

        codePoint = 0;
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            codePoint += reader.Read7BitEncodedInt();
            var length = reader.Read7BitEncodedInt();
            IgnorableRanges.Add((codePoint, length));
            codePoint += length;
        }
    }

    public static NormalizationData Instance => Loaded.Value;

    /// <summary>Every character with a decomposition but the Hangul syllables, which are computed.</summary>
    public Dictionary<int, int[]> Decompositions { get; } = new(6000);

    /// <summary>Characters that can compose with the one before them.</summary>
    public HashSet<int> Joining { get; } = [];

    public List<(int First, int Length)> IgnorableRanges { get; } = [];

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
}
