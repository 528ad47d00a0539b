using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>Puts the terms that two articles share into words a reader understands.</summary>
public static class RelatedReasons
{
    private const int Most = 3;
    private const int ShortestWord = 2;
    private const int LongestWord = 8;

    // A word never begins or ends with one of these, so a run of shared pairs is cut back behind them: what two texts
    // share by way of grammar explains nothing.
    private static readonly char[] Grammar = [.. "的了是在和与及或由把被对从向到将为以其这那也都就而并但又很们着之于让给跟比吗呢吧啊不没我你他她它"];

    /// <summary>
    /// Joins overlapping shared pairs into the longest strings that stand in both texts (泛珠 + 珠三 + 三角 → 泛珠三角), and
    /// takes the strongest that do not hold one another.
    /// </summary>
    /// <param name="ownText">One article's headline and opening, as printed.</param>
    /// <param name="otherFolded">The other's, folded for search.</param>
    /// <param name="shared">The shared terms and what each adds to the score.</param>
    /// <param name="sharedTags">Names of tags that both carry; these come first.</param>
    public static IReadOnlyList<string> Of(
        string ownText, string otherFolded, IReadOnlyDictionary<string, double> shared, IEnumerable<string> sharedTags)
    {
        ArgumentNullException.ThrowIfNull(ownText);
        ArgumentNullException.ThrowIfNull(otherFolded);
        ArgumentNullException.ThrowIfNull(shared);
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var run in Runs(Folding.ForSearch(ownText), shared))
        {
            foreach (var word in Shrink(run, otherFolded).Select(w => w.Trim(Grammar)).Where(w => w.Length >= ShortestWord))
            {
                found[word] = Strength(word, shared);
            }
        }

        var chosen = new List<string>();
        foreach (var tag in sharedTags)
        {
            Choose(tag);
        }

        foreach (var (word, _) in found.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal))
        {
            Choose(word);
        }

        return chosen;

        void Choose(string word)
        {
            var folded = Folding.ForSearch(word);
            if (chosen.Count < Most && !chosen.Any(c =>
                Folding.ForSearch(c).Contains(folded, StringComparison.Ordinal) || folded.Contains(Folding.ForSearch(c), StringComparison.Ordinal)))
            {
                chosen.Add(AsPrinted(ownText, word));
            }
        }
    }

    // The longest stretches of the text all of whose neighbouring characters form a shared pair; Latin words by themselves.
    private static IEnumerable<string> Runs(string folded, IReadOnlyDictionary<string, double> shared)
    {
        var at = 0;
        while (at < folded.Length - 1)
        {
            if (IsPair(folded, at, shared))
            {
                var from = at;
                while (at < folded.Length - 1 && IsPair(folded, at, shared))
                {
                    at++;
                }

                yield return folded[from..(at + 1)];
            }

            at++;
        }

        foreach (var term in shared.Keys)
        {
            if (!HanText.IsHan(term[0]))
            {
                yield return term;
            }
        }
    }

    private static bool IsPair(string text, int at, IReadOnlyDictionary<string, double> shared) =>
        HanText.IsHan(text[at]) && HanText.IsHan(text[at + 1]) && shared.ContainsKey(text.Substring(at, 2));

    // A run whose whole does not stand in the other text is cut into its longest pieces that do.
    private static IEnumerable<string> Shrink(string run, string other)
    {
        var at = 0;
        while (at <= run.Length - ShortestWord)
        {
            var length = Math.Min(LongestWord, run.Length - at);
            while (length >= ShortestWord && !other.Contains(run.AsSpan(at, length), StringComparison.Ordinal))
            {
                length--;
            }

            if (length >= ShortestWord)
            {
                yield return run.Substring(at, length);
                at += length - 1;
            }

            at++;
        }
    }

    private static double Strength(string word, IReadOnlyDictionary<string, double> shared)
    {
        if (shared.TryGetValue(word, out var whole))
        {
            return whole;
        }

        var sum = 0.0;
        for (var i = 0; i < word.Length - 1; i++)
        {
            sum += shared.GetValueOrDefault(word.Substring(i, 2));
        }

        return sum;
    }

    private static string AsPrinted(string text, string word)
    {
        var places = TextSplitter.FindMatches(text, [word]);
        return places.Count > 0 ? text.Substring(places[0].Start, places[0].Length) : word;
    }
}
