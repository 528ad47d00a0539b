using System.Text;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>A reader's words as phrases of the index's tokens, in the notation of either database.</summary>
public sealed class SearchQuery
{
    // Longer queries are cut: no one types them, and each token costs a list to walk.
    private const int MostTerms = 16;
    private const int MostTokens = 64;

    private readonly List<Phrase> _phrases = [];

    private SearchQuery(IReadOnlyList<string> terms) => Terms = terms;

    /// <summary>The terms as typed, folded apart from nothing else; what highlights look for.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>True where nothing searchable was typed.</summary>
    public bool IsEmpty => _phrases.Count == 0;

    /// <summary>Number of phrases that must all be found.</summary>
    public int PhraseCount => _phrases.Count;

    /// <summary>Takes a query apart: blanks part it into terms, each a phrase.</summary>
    /// <param name="text">As typed.</param>
    public static SearchQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(t => t.Split('　', StringSplitOptions.RemoveEmptyEntries))
            .Take(MostTerms).Distinct(StringComparer.Ordinal).ToList();
        var query = new SearchQuery(terms);
        var left = MostTokens;
        foreach (var term in terms)
        {
            var tokens = TextSplitter.PhraseTokens(term, out var prefix);
            if (tokens.Count == 0 || left <= 0)
            {
                continue;
            }

            if (tokens.Count > left)
            {
                tokens.RemoveRange(left, tokens.Count - left);
                prefix = false;
            }

            left -= tokens.Count;
            query._phrases.Add(new Phrase(tokens, prefix));
        }

        return query;
    }

    /// <summary>The query for FTS5: all phrases, or any of their tokens where <paramref name="widened"/>.</summary>
    /// <param name="widened">Any token will do.</param>
    public string ForSqlite(bool widened)
    {
        var match = new StringBuilder();
        if (widened)
        {
            match.AppendJoin(" OR ", AllTokens().Select(t => $"\"{t.Token}\"{(t.Prefix ? "*" : string.Empty)}"));
        }
        else
        {
            match.AppendJoin(" AND ", _phrases.Select(p => $"\"{string.Join(' ', p.Tokens)}\"{(p.LastIsPrefix ? " *" : string.Empty)}"));
        }

        return match.ToString();
    }

    /// <summary>One query for each phrase for PostgreSQL; a long article lies in several rows, so each is asked for alone.</summary>
    public IReadOnlyList<string> ForPostgres() =>
        [.. _phrases.Select(p => string.Join(" <-> ", p.Tokens.Select((t, i) => Lexeme(t, p.LastIsPrefix && i == p.Tokens.Count - 1))))];

    /// <summary>One query for PostgreSQL that any token satisfies, or, for ranking, all phrases joined by or.</summary>
    /// <param name="widened">Any token will do; otherwise any phrase.</param>
    public string AnyForPostgres(bool widened) => widened
        ? string.Join(" | ", AllTokens().Select(t => Lexeme(t.Token, t.Prefix)))
        : string.Join(" | ", ForPostgres().Select(p => $"({p})"));

    // A widened query is asked for pairs and words; single characters would find half the archive, so they count only
    // where there is nothing else.
    private List<(string Token, bool Prefix)> AllTokens()
    {
        var tokens = _phrases.SelectMany(p => p.Tokens.Select((t, i) => (t, p.LastIsPrefix && i == p.Tokens.Count - 1))).Distinct().ToList();
        var strong = tokens.Where(t => !t.Item2).ToList();
        return strong.Count > 0 ? strong : tokens;
    }

    private static string Lexeme(string token, bool prefix) => $"'{token.Replace("'", "''", StringComparison.Ordinal)}'{(prefix ? ":*" : string.Empty)}";

    private sealed record Phrase(List<string> Tokens, bool LastIsPrefix);
}
