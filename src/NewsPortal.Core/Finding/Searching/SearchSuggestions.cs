using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>Queries that would find something, for a reader whose own found nothing: words that sound the same, or fewer words.</summary>
internal static class SearchSuggestions
{
    private const int MostShown = 5;
    private const int MostTried = 6;
    private const int MostHeadlines = 50;
    private const int LongestWord = 8;

    /// <summary>Thinks of some; each of them finds something.</summary>
    /// <param name="db">The store, its connection open.</param>
    /// <param name="reader">Asks the index.</param>
    /// <param name="query">The query that found nothing, or only parts.</param>
    /// <param name="homophonesOnly">Something was found after all, so that only a slip of the input method is looked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<string>> ForAsync(
        NewsDbContext db, SearchReader reader, SearchQuery query, bool homophonesOnly, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var clause in query.Wanted.Where(c => c.Typed.Length <= LongestWord).Take(MostTried))
        {
            foreach (var word in await HomophonesAsync(reader, query, clause))
            {
                found.Add(Joined(query.Wanted.Select(c => c == clause ? word : c.Typed)));
            }
        }

        if (!homophonesOnly)
        {
            found.AddRange(await FewerWordsAsync(reader, query));
            found.AddRange(await PiecesAsync(db, reader, query, cancellationToken));
        }

        return [.. found.Distinct(StringComparer.Ordinal).Take(MostShown)];
    }

    // 贵洋 sounds like 贵阳: what headlines write in the same syllables, the most frequent first.
    private static async Task<IEnumerable<string>> HomophonesAsync(SearchReader reader, SearchQuery query, SearchClause clause)
    {
        var folded = Folding.ForComparison(clause.Typed);
        if (folded.Length < 2 || !folded.All(HanText.IsHan))
        {
            return [];
        }

        var spelling = Pinyin.Of(folded);
        var spelt = new SearchClause(clause.Typed, [[.. spelling.Split(' ').Select(IndexTokens.Syllable)]], []) { Spelt = true };
        var all = query.With(query.Wanted.Select(c => c == clause ? spelt : c));
        var pinyin = new PinyinQuery(all, [spelling]);
        return (await reader.MatchesAsync(all, inHeadline: false, MostHeadlines))
            .SelectMany(c => pinyin.WordsIn(c.Headline)).Where(w => w != folded)
            .CountBy(w => w).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key).Take(2);
    }

    private static async Task<List<string>> FewerWordsAsync(SearchReader reader, SearchQuery query)
    {
        var found = new List<string>();
        if (query.Wanted.Count > 1)
        {
            foreach (var left in query.Wanted.Take(MostTried))
            {
                var rest = query.With(query.Wanted.Where(c => c != left));
                if ((await reader.KeysAsync(rest, 1)).Count > 0)
                {
                    found.Add(Joined(rest.Wanted.Select(c => c.Typed)));
                }
            }
        }

        return found;
    }

    // The longest runs of a word whose pairs all occur: 工信部门户 has 工信部 and 门户.
    private static async Task<List<string>> PiecesAsync(NewsDbContext db, SearchReader reader, SearchQuery query, CancellationToken cancellationToken)
    {
        var pieces = new List<string>();
        var (_, counts) = await TermStatistics.ReadAsync(db, QueryWeights.TokensOf(query.Terms), cancellationToken);
        foreach (var text in query.Terms.Select(Folding.ForComparison))
        {
            for (var start = 0; start + 1 < text.Length;)
            {
                var end = start + 1;
                while (end < text.Length && counts.ContainsKey(text.Substring(end - 1, 2)))
                {
                    end++;
                }

                if (end - start > 1 && end - start < text.Length)
                {
                    pieces.Add(text[start..end]);
                }

                start = end;
            }
        }

        var found = new List<string>();
        foreach (var piece in pieces.Distinct(StringComparer.Ordinal).OrderByDescending(p => p.Length).Take(MostTried))
        {
            if ((await reader.KeysAsync(SearchQuery.Parse(piece), 1)).Count > 0)
            {
                found.Add(piece);
            }
        }

        return found;
    }

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words);
}
