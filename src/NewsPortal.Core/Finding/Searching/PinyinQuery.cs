using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>A query typed in Latin letters, read as the pinyin of a headline's words: guiyang, gui yang and xian (西安, 先).</summary>
/// <param name="Query">The query with its letters as syllables.</param>
/// <param name="Spellings">The ways in which the letters can be read, syllables parted by single spaces.</param>
internal sealed record PinyinQuery(SearchQuery Query, IReadOnlyList<string> Spellings)
{
    private const int MostSpellings = 8;
    private const int LongestTerm = 60;
    private const int LongestSyllable = 6;

    private static readonly Lazy<HashSet<string>> Syllables = new(() =>
        [.. Enumerable.Range(0x4E00, 0x9FFF - 0x4E00).Select(c => Pinyin.Of(((char)c).ToString())).Where(s => s.Length > 0 && s.All(char.IsAsciiLetterLower))]);

    /// <summary>Reads a query so.</summary>
    /// <param name="query">The query.</param>
    /// <returns>Null where nothing in it is pinyin.</returns>
    public static PinyinQuery? Of(SearchQuery query)
    {
        var clauses = new List<SearchClause>();
        var spellings = new List<string>();
        var run = new List<SearchClause>();
        foreach (var clause in query.Wanted)
        {
            if (!clause.Quoted && clause.Typed.All(char.IsAsciiLetter))
            {
                run.Add(clause);
                continue;
            }

            End();
            clauses.Add(clause);
        }

        End();
        return spellings.Count == 0 ? null : new PinyinQuery(query.With(clauses), spellings);

        void End()
        {
            var readings = Readings(run);
            if (readings.Count > 0)
            {
                spellings.AddRange(readings.Select(r => string.Join(' ', r)));
                clauses.Add(Spelt(string.Concat(run.Select(c => c.Typed)), readings));
            }
            else
            {
                clauses.AddRange(run);
            }

            run.Clear();
        }
    }

    /// <summary>The words of a headline that are spelt so.</summary>
    /// <param name="headline">The headline.</param>
    public IEnumerable<string> WordsIn(string headline)
    {
        foreach (var spelling in Spellings)
        {
            var length = spelling.Count(c => c == ' ') + 1;
            for (var i = 0; i + length <= headline.Length; i++)
            {
                var word = headline.Substring(i, length);
                if (word.All(HanText.IsHan) && Pinyin.Of(word) == spelling)
                {
                    yield return word;
                }
            }
        }
    }

    private static SearchClause Spelt(string typed, List<string[]> readings) =>
        new(typed, [.. readings.Select(r => r.Select(IndexTokens.Syllable).ToList())], [])
        {
            Spelt = true,
        };

    private static List<string[]> Readings(List<SearchClause> run)
    {
        List<string[]> readings = [[]];
        foreach (var clause in run)
        {
            var own = Readings(clause.Typed.ToLowerInvariant()).Take(MostSpellings).ToList();
            readings = [.. readings.SelectMany(r => own.Select(o => (string[])[.. r, .. o])).Take(MostSpellings)];
        }

        return run.Count == 0 ? [] : readings;
    }

    // Fewest syllables first; only beginnings whose rest can be read are followed, so hostile letters cost no more than they are long.
    private static IEnumerable<string[]> Readings(string letters)
    {
        if (letters.Length > LongestTerm)
        {
            return [];
        }

        var readable = new bool[letters.Length + 1];
        readable[letters.Length] = true;
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            readable[i] = Enumerable.Range(1, Math.Min(LongestSyllable, letters.Length - i)).Any(n => readable[i + n] && Syllables.Value.Contains(letters.Substring(i, n)));
        }

        return readable[0] ? From(0) : [];

        IEnumerable<string[]> From(int at)
        {
            if (at == letters.Length)
            {
                return [[]];
            }

            return Enumerable.Range(1, Math.Min(LongestSyllable, letters.Length - at)).Reverse()
                .Where(n => readable[at + n] && Syllables.Value.Contains(letters.Substring(at, n)))
                .SelectMany(n => From(at + n).Select(rest => (string[])[letters.Substring(at, n), .. rest]));
        }
    }
}
