using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>
/// Where no article holds everything: articles that hold the rarest parts of it, then ordered by their texts. Question
/// words are left out, quoted phrases stay required.
/// </summary>
/// <remarks>
/// Only as many index entries are walked as a budget allows, rarest tokens first, so that a question costs the same in an
/// archive of any size.
/// </remarks>
internal static class WidenedSearch
{
    private const int Budget = 5000;
    private const int MostOfOne = 2500;
    private const int MostRead = 100;
    private const int MostFound = 200;
    private const int LongestRead = 4000;

    // What holds less than this share of the best one's weight is not shown at all.
    private const double LeastShare = 0.35;

    /// <summary>Finds them.</summary>
    /// <param name="db">The store, its connection open.</param>
    /// <param name="reader">Asks the index.</param>
    /// <param name="query">The query.</param>
    /// <param name="typed">As typed.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SearchFound> FindAsync(
        NewsDbContext db, SearchReader reader, SearchQuery query, string typed, int most, CancellationToken cancellationToken)
    {
        var loose = query.Wanted.Where(c => !c.Quoted).Select(c => c.Typed).ToList();
        var terms = loose.Select(QuestionWords.Without).ToList();
        terms = QueryWeights.TokensOf(terms).Count > 0 ? terms : loose;
        var (articles, counts) = await TermStatistics.ReadAsync(db, QueryWeights.TokensOf(terms), cancellationToken);
        var weights = QueryWeights.Of(terms, typed, articles, counts);
        var shares = await SharesAsync(reader, query, weights, counts);
        if (shares.Count == 0)
        {
            return SearchFound.Nothing;
        }

        var least = shares.Values.Max() * LeastShare;
        var best = shares.Where(s => s.Value >= least).OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Take(Math.Min(most, MostFound)).ToList();
        var entries = (await reader.EntriesAsync([.. best.Select(s => s.Key)])).ToDictionary(e => e.Key);
        var candidates = best.Where(s => entries.ContainsKey(s.Key)).Select(s => entries[s.Key]).ToList();
        var read = candidates.Take(MostRead).ToList();
        var texts = await reader.TextsAsync([.. read.Select(c => c.ArticleId)], LongestRead);
        return new SearchFound(
            [
                .. read.Select(c => (Candidate: c, Score: TextEvidence.Of(weights, c.Headline, texts.GetValueOrDefault(c.ArticleId, string.Empty))))
                    .OrderByDescending(c => c.Score).ThenByDescending(c => c.Candidate.PublishedUtc).ThenByDescending(c => c.Candidate.ArticleId).Select(c => c.Candidate),
                .. candidates.Skip(MostRead),
            ],
            false,
            true,
            [.. query.Wanted.Where(c => c.Quoted).Select(c => c.Typed), .. weights.Tokens]);
    }

    // The weight of the tokens that each article holds.
    private static async Task<Dictionary<long, double>> SharesAsync(
        SearchReader reader, SearchQuery query, QueryWeights weights, Dictionary<string, int> counts)
    {
        var required = query.Wanted.Where(c => c.Quoted).ToList();
        var shares = new Dictionary<long, double>();
        var left = Budget;
        foreach (var (token, place) in weights.Tokens.Select((t, i) => (t, i)).Where(t => counts.GetValueOrDefault(t.t) > 0).OrderBy(t => counts[t.t]).ThenBy(t => t.i))
        {
            if (left <= 0 || (shares.Count > 0 && counts[token] > left))
            {
                break;
            }

            var keys = await reader.KeysAsync(query.With([SearchClause.Of(token), .. required]), MostOfOne);
            left -= counts[token];
            foreach (var key in keys)
            {
                shares[key] = shares.GetValueOrDefault(key) + weights[place];
            }
        }

        return shares;
    }
}
