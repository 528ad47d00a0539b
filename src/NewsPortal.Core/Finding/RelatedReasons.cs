using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>Puts the terms that two articles share into words a reader understands.</summary>
public static class RelatedReasons
{
    private const int Most = 3;
    private const int ShortestWord = 2;
    private const int LongestWord = 8;
    private const int MostWidened = 2;

    // A word never begins or ends with one of these, so a run of shared pairs is cut back behind them: what two texts
    // share by way of grammar explains nothing.
    private static readonly char[] Grammar = [.. "的了是在和与及或由把被对从向到将为以其这那也都就而并但又很们着之于让给跟比吗呢吧啊不没我你他她它"];

    // 十六 and 五十二分钟 stand in any two texts; 三星 and 一带一路 are names.
    private static readonly char[] Numerals = [.. "〇一二三四五六七八九十百千万亿两"];

    /// <summary>
    /// Joins overlapping shared pairs into the longest strings that stand in both texts (泛珠 + 珠三 + 三角 → 泛珠三角), and
    /// takes the strongest that do not hold one another; what stands in a headline counts double.
    /// </summary>
    /// <param name="own">One article.</param>
    /// <param name="other">The other.</param>
    /// <param name="shared">The shared terms and what each adds to the score.</param>
    public static IReadOnlyList<string> Of(OpeningText own, OpeningText other, Dictionary<string, double> shared)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(shared);
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var run in Runs(own.Folded, shared))
        {
            foreach (var piece in Shrink(run, other.Folded))
            {
                var word = Widen(piece, own.Folded, other.Folded).Trim(Grammar);
                if (!found.ContainsKey(word) && IsWord(word, own, other))
                {
                    found[word] = Strength(word, shared) * (InHeadline(word, own) ? 2 : 1) * (InHeadline(word, other) ? 2 : 1);
                }
            }
        }

        var chosen = new List<string>();
        foreach (var tag in own.Tags.Intersect(other.Tags))
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
                chosen.Add(AsPrinted(own.Printed, word));
            }
        }
    }

    // A pair that stands once in each text may be the end of one word and the beginning of the next; what an article is
    // about stands in a headline, or more than once.
    private static bool IsWord(string word, OpeningText own, OpeningText other) =>
        word.Length >= ShortestWord
        && word.Count(Numerals.Contains) * 2 <= word.Length
        && (word.Length > ShortestWord || InHeadline(word, own) || InHeadline(word, other) || Count(word, own.Folded) + Count(word, other.Folded) > 3);

    private static bool InHeadline(string word, OpeningText text) => text.FoldedHeadline.Contains(word, StringComparison.Ordinal);

    private static int Count(ReadOnlySpan<char> word, ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOf(word); at >= 0; at = text.IndexOf(word))
        {
            count++;
            text = text[(at + word.Length)..];
        }

        return count;
    }

    // A name is longer than its rare pairs: 桥新图书馆 is 海桥新图书馆 wherever both texts say so.
    private static string Widen(string word, string own, string other)
    {
        for (var step = 0; step < MostWidened && word.Length < LongestWord; step++)
        {
            var at = own.IndexOf(word, StringComparison.Ordinal);
            var before = at > 0 ? own[at - 1] : ' ';
            var after = at >= 0 && at + word.Length < own.Length ? own[at + word.Length] : ' ';
            var left = CanWiden(before) && IsAlways(word, own.AsSpan(at - 1, word.Length + 1), own, other);
            var right = CanWiden(after) && IsAlways(word, own.AsSpan(at, word.Length + 1), own, other);
            if (!left && !right)
            {
                break;
            }

            word = (left ? before.ToString() : string.Empty) + word + (right ? after.ToString() : string.Empty);
        }

        return word.Length <= LongestWord ? word : word[..LongestWord];
    }

    private static bool CanWiden(char c) => HanText.IsHan(c) && !Grammar.Contains(c);

    private static bool IsAlways(string word, ReadOnlySpan<char> widened, string own, string other) =>
        Count(word, own) == Count(widened, own) && Count(word, other) == Count(widened, other);

    // The longest stretches of the text all of whose neighbouring characters form a shared pair; Latin words by themselves.
    private static IEnumerable<string> Runs(string folded, Dictionary<string, double> shared)
    {
        var begins = PairsIn(folded, shared);
        for (var at = 0; at < folded.Length - 1; at++)
        {
            if (begins[at])
            {
                var from = at;
                while (at < folded.Length - 1 && begins[at])
                {
                    at++;
                }

                yield return folded[from..(at + 1)];
            }
        }

        foreach (var term in shared.Keys)
        {
            if (!HanText.IsHan(term[0]))
            {
                yield return term;
            }
        }
    }

    // Where a shared pair begins. Few pairs are shared, so it is quicker to look for each than to look up all of the text's.
    private static bool[] PairsIn(string text, Dictionary<string, double> shared)
    {
        var begins = new bool[text.Length];
        foreach (var pair in shared.Keys)
        {
            if (pair.Length == 2 && HanText.IsHan(pair[0]) && HanText.IsHan(pair[1]))
            {
                for (var at = text.IndexOf(pair, StringComparison.Ordinal); at >= 0; at = text.IndexOf(pair, at + 1, StringComparison.Ordinal))
                {
                    begins[at] = true;
                }
            }
        }

        return begins;
    }

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

    private static double Strength(string word, Dictionary<string, double> shared)
    {
        if (shared.TryGetValue(word, out var whole))
        {
            return whole;
        }

        var (sum, weights) = (0.0, shared.GetAlternateLookup<ReadOnlySpan<char>>());
        for (var i = 0; i < word.Length - 1; i++)
        {
            sum += weights.TryGetValue(word.AsSpan(i, 2), out var weight) ? weight : 0;
        }

        return sum;
    }

    private static string AsPrinted(string text, string word)
    {
        // Where the letters themselves stand in the text, as Han words nearly always do, nothing is to be folded.
        if (HanText.IsHan(word[0]) && text.Contains(word, StringComparison.Ordinal))
        {
            return word;
        }

        var places = TextSplitter.FindMatches(text, [word]);
        return places.Count > 0 ? text.Substring(places[0].Start, places[0].Length) : word;
    }
}
