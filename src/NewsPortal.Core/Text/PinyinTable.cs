namespace NewsPortal.Core.Text;

/// <summary>Readings of Han characters and of words, without tones; read once.</summary>
internal sealed class PinyinTable
{
    private static readonly Lazy<PinyinTable> Loaded = new(() => new PinyinTable());

    private readonly string[] _syllables;
    private readonly CodePointTable<ushort> _readings = new();
    private readonly Dictionary<string, string[]> _words = new(1500, StringComparer.Ordinal);
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly CodePointTable<byte> _longestFrom = new();

    private PinyinTable()
    {
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        using (var reader = TableResource.Binary("Pinyin.bin"))
        {
            _syllables = new string[reader.Read7BitEncodedInt() + 1];
            _syllables[0] = "";
            for (var i = 1; i < _syllables.Length; i++) _syllables[i] = reader.ReadString();
            var codePoint = 0;
            while (true)
            {
                codePoint += reader.Read7BitEncodedInt();
                var length = reader.Read7BitEncodedInt();
                if (length == 0) break;
                for (; length > 0; length--) _readings[codePoint++] = reader.ReadUInt16();
            }
        }

        using var lines = TableResource.Text("PolyphonicWords.txt");
        while (lines.ReadLine() is { } line) ReadWords(line);
    }

    public static PinyinTable Instance => Loaded.Value;

    /// <summary>Every word with its readings.</summary>
    public IReadOnlyDictionary<string, string[]> Words => _words;

    /// <summary>The reading of one character, or an empty string.</summary>
    public string Reading(int codePoint) => _syllables[_readings[codePoint]];

    /// <summary>The readings of the longest word that the text starts with, or null.</summary>
    public string[]? Word(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(_longestFrom[text[0]], text.Length); length > 1; length--)
            if (_lookup.TryGetValue(text[..length], out var syllables))
                return syllables;
        return null;
    }

    // "重庆 chong qing" gives a word its readings; a line of Han words alone gives them those of their characters.
    private void ReadWords(string line)
    {
        if (line.Length == 0 || line[0] == '#') return;
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1 && char.IsAsciiLetter(parts[1][0]))
        {
            Add(parts[0], parts[1..]);
            return;
        }

        foreach (var word in parts) Add(word, [.. word.Select(c => Reading(c))]);
    }

    private void Add(string word, string[] syllables)
    {
        _words.Add(word, syllables);
        if (_longestFrom[word[0]] < word.Length) _longestFrom[word[0]] = (byte)word.Length;
    }
}
