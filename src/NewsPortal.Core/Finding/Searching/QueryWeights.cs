using System.Buffers;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>What each token of a query is worth: what is rare, stands early, is a name or a title is what a reader means.</summary>
/// <remarks>Each factor was measured on real questions; docs/decisions/0008-search.md has the figures.</remarks>
internal sealed class QueryWeights
{
    // Characters that mostly belong to grammar: a pair with one of them is a seam between words (报的, 是台), not a word.
    private const string Grammar = "的是在为了和与之于以有其这那他她它被把从到对而及或也就都因将所中上下个一不会可时";

    private const double SeamFactor = 0.3;
    private const double LatinFactor = 2;
    private const double TitleFactor = 1.5;

    // The first token is worth this much more than the last, in halves about the middle: a question opens with its subject.
    private const double OrderSlope = 0.7;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<double> _weights = [];
    private readonly List<string> _tokens = [];
    private readonly Dictionary<string, double> _characters = new(StringComparer.Ordinal);

    private QueryWeights()
    {
    }

    /// <summary>The tokens, each once, in the order typed.</summary>
    public IReadOnlyList<string> Tokens => _tokens;

    /// <summary>The units that tokens begin with: most of a text begins none of them and is passed over.</summary>
    public SearchValues<char> Starts => field ??= SearchValues.Create([.. _tokens.Select(t => t[0])]);

    /// <summary>The sum of all weights.</summary>
    public double Total { get; private set; }

    /// <summary>The Han characters of the query and their weights.</summary>
    public IReadOnlyDictionary<string, double> Characters => _characters;

    /// <summary>The sum of the characters' weights.</summary>
    public double CharacterTotal { get; private set; }

    /// <summary>True where a Han character stands in the query.</summary>
    /// <param name="character">The character.</param>
    public bool HoldsCharacter(ReadOnlySpan<char> character) => _characters.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(character);

    /// <summary>Places of tokens by their text.</summary>
    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Places => _places.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The weight of a token.</summary>
    /// <param name="place">Its place in the query.</param>
    public double this[int place] => _weights[place];

    /// <summary>The tokens of texts that are worth looking for one by one, in order, each once.</summary>
    /// <param name="terms">What was typed, question words taken out.</param>
    public static List<string> TokensOf(IEnumerable<string> terms) =>
        [.. terms.SelectMany(TextSplitter.Pairs).Distinct(StringComparer.Ordinal)];

    /// <summary>Weighs a query.</summary>
    /// <param name="terms">What was typed, question words taken out.</param>
    /// <param name="typed">All that was typed, for the marks around titles.</param>
    /// <param name="articles">Number of articles.</param>
    /// <param name="counts">In how many articles each token stands.</param>
    public static QueryWeights Of(IReadOnlyList<string> terms, string typed, int articles, IReadOnlyDictionary<string, int> counts)
    {
        var weights = new QueryWeights();
        var tokens = TokensOf(terms);
        var titles = Titles(typed).SelectMany(TextSplitter.Pairs).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var weight = Rarity(articles, counts.GetValueOrDefault(token));
            weight *= IsHan(token)
                ? token.Any(c => Grammar.Contains(c, StringComparison.Ordinal)) ? SeamFactor : 1
                : token.All(char.IsAsciiDigit) ? 1 : LatinFactor;
            weight *= tokens.Count > 1 ? 1 + (OrderSlope * (0.5 - ((double)i / (tokens.Count - 1)))) : 1;
            weight *= titles.Contains(token) ? TitleFactor : 1;
            weights._places.Add(token, i);
            weights._tokens.Add(token);
            weights._weights.Add(weight);
            weights.Total += weight;
        }

        weights.AddCharacters(terms);
        return weights;
    }

    /// <summary>BM25's inverse document frequency: a token in one of a thousand articles is worth 7, in half of them 0.7.</summary>
    /// <param name="articles">Number of articles.</param>
    /// <param name="holding">How many of them hold it.</param>
    public static double Rarity(int articles, int holding) =>
        Math.Log(1 + ((Math.Max(articles, holding) - holding + 0.5) / (holding + 0.5)));

    private static bool IsHan(string token) => HanText.IsHan(token[0]) || char.IsSurrogate(token[0]);

    // 《大公报》 and 「天皇」 in a question are what it is about.
    private static IEnumerable<string> Titles(string typed)
    {
        for (var i = 0; i < typed.Length; i++)
        {
            var close = typed[i] switch { '《' => '》', '「' => '」', '『' => '』', '“' => '”', '〈' => '〉', _ => '\0' };
            var end = close == '\0' ? -1 : typed.IndexOf(close, i + 1);
            if (end > i + 1)
            {
                yield return typed[(i + 1)..end];
            }
        }
    }

    private void AddCharacters(IEnumerable<string> terms)
    {
        foreach (var rune in terms.SelectMany(t => Folding.ForSearch(t).EnumerateRunes()).Where(HanText.IsHan))
        {
            _characters[rune.ToString()] = rune.IsBmp && Grammar.Contains((char)rune.Value, StringComparison.Ordinal) ? 0.1 : 1;
        }

        CharacterTotal = _characters.Values.Sum();
    }
}
