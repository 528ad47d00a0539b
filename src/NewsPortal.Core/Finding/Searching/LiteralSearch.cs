using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>
/// Articles that hold everything as typed: first the ones called exactly so, then those with all of it in the headline
/// (in one piece, in the order typed, anyhow), then the others; within each the newest first, but among the last the best of those whose texts are read.
/// </summary>
internal static class LiteralSearch
{
    private const int MostCalled = 50;

    // Reading a text costs what walking a hundred matches does.
    private const int MostRead = 60;
    private const int LongestRead = 4000;

    /// <summary>Finds them.</summary>
    /// <param name="db">The store, its connection open.</param>
    /// <param name="reader">Asks the index.</param>
    /// <param name="query">The query.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SearchFound> FindAsync(
        NewsDbContext db, SearchReader reader, SearchQuery query, int most, CancellationToken cancellationToken)
    {
        var called = query.Excluded.Count == 0 && query.Compared.Length > 0 ? await reader.CalledAsync(query.Compared, MostCalled) : [];
        var inHeadline = await reader.MatchesAsync(query, inHeadline: true, most + 1);
        List<SearchCandidate> anywhere = [];
        if (inHeadline.Count <= most)
        {
            anywhere = await reader.MatchesAsync(query, inHeadline: false, most + 1);
        }

        var seen = called.Select(c => c.Key).ToHashSet();
        var whole = inHeadline.Where(c => query.Wanted.Count > 1 && c.Headline.Contains(query.Compared, StringComparison.Ordinal) && seen.Add(c.Key)).ToList();
        var terms = query.Terms.Select(Folding.ForComparison).ToList();
        var inOrder = inHeadline.Where(c => terms.Count > 1 && HoldsInOrder(c.Headline, terms) && seen.Add(c.Key)).ToList();
        var headlines = inHeadline.Where(c => seen.Add(c.Key)).ToList();
        var bodies = anywhere.Where(c => seen.Add(c.Key)).ToList();
        var before = called.Count + whole.Count + inOrder.Count + headlines.Count;
        if (bodies.Count > 1 && before < MostRead)
        {
            bodies = await BestFirstAsync(db, reader, query, bodies, cancellationToken);
        }

        var ranked = new List<SearchCandidate>(before + bodies.Count);
        ranked.AddRange(Newest(called));
        ranked.AddRange(Newest(whole));
        ranked.AddRange(Newest(inOrder));
        ranked.AddRange(Newest(headlines));
        ranked.AddRange(bodies);
        return new SearchFound(
            ranked.Count > most ? ranked[..most] : ranked,
            ranked.Count > most,
            false,
            query.Terms);
    }

    private static async Task<List<SearchCandidate>> BestFirstAsync(
        NewsDbContext db, SearchReader reader, SearchQuery query, List<SearchCandidate> bodies, CancellationToken cancellationToken)
    {
        var (articles, counts) = await TermStatistics.ReadAsync(db, QueryWeights.TokensOf(query.Terms), cancellationToken);
        var weights = QueryWeights.Of(query.Terms, string.Empty, articles, counts);
        var order = Newest(bodies).Select(c => (Candidate: c, Headline: HeadlineShare(c, weights))).OrderByDescending(c => c.Headline).Select(c => c.Candidate).ToList();
        var read = order.Take(MostRead).ToList();
        var texts = await reader.TextsAsync([.. read.Select(c => c.ArticleId)], LongestRead);
        return
        [
            .. read.Select(c => (Candidate: c, Score: TextEvidence.Of(weights, c.Headline, texts.GetValueOrDefault(c.ArticleId, string.Empty))))
                .OrderByDescending(c => c.Score).ThenByDescending(c => c.Candidate.PublishedUtc).ThenByDescending(c => c.Candidate.ArticleId).Select(c => c.Candidate),
            .. Newest(order.Skip(MostRead)),
        ];
    }

    // Words are remembered in the order in which they were read.
    private static bool HoldsInOrder(string headline, List<string> terms)
    {
        var at = 0;
        foreach (var term in terms)
        {
            var found = headline.IndexOf(term, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + term.Length;
        }

        return true;
    }

    private static double HeadlineShare(SearchCandidate candidate, QueryWeights weights)
    {
        var sum = 0.0;
        for (var place = 0; place < weights.Tokens.Count; place++)
        {
            sum += candidate.Headline.Contains(weights.Tokens[place], StringComparison.Ordinal) ? weights[place] : 0;
        }

        return sum;
    }

    private static IEnumerable<SearchCandidate> Newest(IEnumerable<SearchCandidate> candidates) =>
        candidates.OrderByDescending(c => c.PublishedUtc).ThenByDescending(c => c.ArticleId);
}
