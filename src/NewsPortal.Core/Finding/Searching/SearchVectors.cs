using System.Globalization;
using System.Text;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>An article as PostgreSQL's <c>tsvector</c>, written in its own notation, so that no parser of the database's ever looks at a token.</summary>
internal static class SearchVectors
{
    // PostgreSQL keeps positions up to 16,383 and 256 of them a word: longer texts lie in several rows that overlap by
    // more than any phrase is long.
    private const int PartTokens = 8000;
    private const int Overlap = 64;
    private const int MostPositions = 255;
    private const int LongestHeadline = 400;
    private const int SyllablesAt = 1000;

    // The gap keeps a phrase from running over from the headline into the text.
    private const int BodyAt = 1000;

    /// <summary>The headline alone, with its syllables.</summary>
    /// <param name="headline">The headline.</param>
    public static string Headline(string headline)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        Add(places, IndexTokens.Text(headline).Take(LongestHeadline), 1);
        Add(places, IndexTokens.Syllables(headline).Take(LongestHeadline), SyllablesAt);
        return Written(places, Characters(headline, headline: true));
    }

    /// <summary>The whole article, in as many rows as it needs; the first holds the headline too.</summary>
    /// <param name="headline">The headline.</param>
    /// <param name="text">The text.</param>
    public static IEnumerable<string> Parts(string headline, string text)
    {
        var title = IndexTokens.Text(headline);
        var body = IndexTokens.Text(text);
        var characters = Characters(headline + "\n" + text, headline: false);
        for (var from = 0; ; from += PartTokens - Overlap)
        {
            var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            if (from == 0)
            {
                Add(places, title.Take(LongestHeadline), 1);
            }

            Add(places, body.Skip(from).Take(PartTokens), BodyAt);
            yield return Written(places, from == 0 ? characters : []);
            if (from + PartTokens >= body.Count)
            {
                yield break;
            }
        }
    }

    private static HashSet<string> Characters(string text, bool headline)
    {
        var characters = new HashSet<string>(StringComparer.Ordinal);
        IndexTokens.AddCharacters(text, headline, characters);
        return characters;
    }

    private static void Add(Dictionary<string, List<int>> places, IEnumerable<string> tokens, int at)
    {
        foreach (var token in tokens)
        {
            if (!places.TryGetValue(token, out var all))
            {
                places.Add(token, all = []);
            }

            all.Add(at++);
        }
    }

    private static string Written(Dictionary<string, List<int>> places, HashSet<string> bare)
    {
        var vector = new StringBuilder();
        foreach (var (token, at) in places)
        {
            vector.Append(Quoted(token)).Append(':')
                .AppendJoin(',', at.Take(MostPositions).Select(p => p.ToString(CultureInfo.InvariantCulture))).Append(' ');
        }

        foreach (var token in bare)
        {
            vector.Append(Quoted(token)).Append(' ');
        }

        return vector.ToString();
    }

    /// <summary>A token as tsvector and tsquery write it.</summary>
    /// <param name="token">The token.</param>
    internal static string Quoted(string token) =>
        $"'{token.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
