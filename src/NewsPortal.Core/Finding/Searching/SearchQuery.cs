using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>What was typed, taken apart: phrases that must all stand in an article, and some that must not.</summary>
internal sealed class SearchQuery
{
    // Longer queries are cut: no one types them, and each token costs a list to walk.
    private const int MostTerms = 16;
    private const int MostTokens = 64;

    private SearchQuery(List<SearchClause> wanted, List<SearchClause> excluded)
    {
        Wanted = wanted;
        Excluded = excluded;
    }

    /// <summary>What must be found.</summary>
    public IReadOnlyList<SearchClause> Wanted { get; }

    /// <summary>What must not be found.</summary>
    public IReadOnlyList<SearchClause> Excluded { get; }

    /// <summary>True where nothing searchable was typed.</summary>
    public bool IsEmpty => Wanted.Count == 0;

    /// <summary>The terms that are looked for, as typed; what highlights look for.</summary>
    public IReadOnlyList<string> Terms => [.. Wanted.Select(c => c.Typed)];

    /// <summary>Letters and digits of all that is looked for, folded: what a headline is compared with.</summary>
    public string Compared => field ??= Folding.ForComparison(string.Concat(Terms));

    /// <summary>The same with other clauses.</summary>
    /// <param name="wanted">What must be found.</param>
    public SearchQuery With(IEnumerable<SearchClause> wanted) => new([.. wanted], [.. Excluded]);

    /// <summary>Takes a query apart. Every text is a query; where all of it is excluded, it is looked for instead.</summary>
    /// <param name="text">As typed.</param>
    public static SearchQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wanted = new List<SearchClause>();
        var excluded = new List<SearchClause>();
        var left = MostTokens;
        foreach (var (term, quoted, isExcluded) in QueryTerms.Of(text).Distinct().Take(MostTerms))
        {
            if (left > 0 && Clause(term, quoted, ref left) is { } clause)
            {
                (isExcluded ? excluded : wanted).Add(clause);
            }
        }

        return wanted.Count == 0 ? new SearchQuery(excluded, []) : new SearchQuery(wanted, excluded);
    }

    private static SearchClause? Clause(string term, bool quoted, ref int left)
    {
        var (tokens, characters) = IndexTokens.Asked(term);
        if (tokens.Count == 0 && characters.Count == 0)
        {
            return null;
        }

        if (tokens.Count > left)
        {
            tokens.RemoveRange(left, tokens.Count - left);
            characters.Clear();
        }

        left -= Math.Max(1, tokens.Count);
        return new SearchClause(term, tokens.Count == 0 ? [] : [tokens], characters) { Quoted = quoted };
    }
}
