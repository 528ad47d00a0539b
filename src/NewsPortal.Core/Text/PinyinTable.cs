using System.Runtime.CompilerServices;

namespace NewsPortal.Core.Text;

/// <summary>Readings of Han characters and of words, without tones; read once.</summary>
internal sealed class PinyinTable
{
    private static readonly Lazy<PinyinTable> Loaded = new(() => new PinyinTable());

    private readonly string[] _syllables;
    private readonly CodePointTable<ushort> _readings = new();
    private readonly Dictionary<string, string[]> _words = new(1500, StringComparer.Ordinal);
    private readonly CodePointTable<byte> _longestFrom = new();

    private PinyinTable()
    {
        var reader = TableResource.Binary("Pinyin.bin");
        _syllables = new string[reader.Number() + 1];
        _syllables[0] = "";
        for (var i = 1; i < _syllables.Length; i++) _syllables[i] = reader.String();
        ReadReadings(reader);

        ReadWords();
    }

    public static PinyinTable Instance => Loaded.Value;

    /// <summary>Every word with its readings.</summary>
    public IReadOnlyDictionary<string, string[]> Words => _words;

    /// <summary>The reading of one character, or an empty string.</summary>
    public string Reading(int codePoint) => _syllables[_readings[codePoint]];

    /// <summary>The readings of the longest word that stands at an index, or null.</summary>
    public string[]? Word(string text, int at)
    {
        for (var length = Math.Min(_longestFrom[text[at]], text.Length - at); length > 1; length--)
            if (_words.TryGetValue(text.Substring(at, length), out var syllables))
                return syllables;
        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadReadings(TableReader reader)
    {
        var codePoint = 0;
        while (true)
        {
            codePoint += reader.Number();
            var length = reader.Number();
            if (length == 0) return;
            for (; length > 0; length--) _readings[codePoint++] = reader.Short();
        }
    }

    // "重庆 chong qing" gives a word its readings; a line of Han words alone gives them those of their characters.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadWords()
    {
        using var lines = TableResource.Text("PolyphonicWords.txt");
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Split(' ');
            if (parts.Length > 1 && char.IsAsciiLetter(parts[1][0])) Add(parts[0], parts[1..]);
            else
                foreach (var word in parts) Add(word, Syllables(word));
        }
    }

    private string[] Syllables(string word)
    {
        var syllables = new string[word.Length];
        for (var i = 0; i < word.Length; i++) syllables[i] = Reading(word[i]);
        return syllables;
    }

    private void Add(string word, string[] syllables)
    {
        _words.Add(word, syllables);
        if (_longestFrom[word[0]] < word.Length) _longestFrom[word[0]] = (byte)word.Length;
    }
}
