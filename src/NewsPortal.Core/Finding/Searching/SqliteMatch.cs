using System.Data.Common;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>A query as FTS5 answers it. Rows come by falling number, so a limit ends the walk (sqlite.org/fts5.html).</summary>
internal static class SqliteMatch
{
    /// <summary>A part of a query that one table answers.</summary>
    internal enum Part
    {
        /// <summary>Phrases that must be there.</summary>
        Phrases,

        /// <summary>Characters that must be there.</summary>
        Characters,

        /// <summary>Phrases of which none may be there.</summary>
        ExcludedPhrases,

        /// <summary>Characters of which none may be there.</summary>
        ExcludedCharacters,
    }

    /// <summary>True where the query asks both tables, of phrases and of characters, which must then be walked together.</summary>
    /// <param name="query">The query.</param>
    public static bool AsksBoth(SearchQuery query) =>
        query.Wanted.Concat(query.Excluded).Any(c => c.Phrases.Count > 0) && query.Wanted.Concat(query.Excluded).Any(c => c.Phrases.Count == 0 || c.Characters.Count > 0);

    /// <summary>Writes the statement for a query that asks one table.</summary>
    /// <param name="command">Given all it names but the filter's values and the limit.</param>
    /// <param name="query">The query.</param>
    /// <param name="inHeadline">Everything must stand in the headline.</param>
    /// <param name="columns">What is read: of <c>e</c>, the entries, or <c>s.rowid</c> alone.</param>
    /// <param name="filter">What narrows it.</param>
    public static string Sql(DbCommand command, SearchQuery query, bool inHeadline, string columns, SearchFilter filter) =>
        query.Wanted.Any(c => c.Phrases.Count > 0)
            ? Sql(command, "ArticleSearch", Expression([.. Phrases(query.Wanted, inHeadline), .. Facets(filter)], Phrases(query.Excluded, inHeadline: false)), columns, filter)
            : Sql(command, "ArticleCharacters", Expression([.. Characters(query.Wanted, inHeadline), .. Facets(filter)], Characters(query.Excluded, inHeadline: false)), columns, filter);

    /// <summary>Writes one of the statements whose rows together answer a query that asks both tables; each gives keys alone.</summary>
    /// <param name="command">Given all it names but the filter's values and the limit.</param>
    /// <param name="query">The query.</param>
    /// <param name="inHeadline">Everything must stand in the headline.</param>
    /// <param name="part">Which rows: those that must be there, or must not.</param>
    /// <param name="filter">What narrows it.</param>
    /// <returns>Null where the query asks nothing of this kind.</returns>
    public static string? Sql(DbCommand command, SearchQuery query, bool inHeadline, Part part, SearchFilter filter)
    {
        var wanted = part switch
        {
            Part.Phrases => Phrases(query.Wanted, inHeadline).ToList(),
            Part.Characters => [.. Characters(query.Wanted, inHeadline)],
            Part.ExcludedPhrases => [.. Phrases(query.Excluded, inHeadline: false)],
            _ => [.. Characters(query.Excluded.Where(c => c.Phrases.Count == 0), inHeadline: false)],
        };
        var excluding = part is Part.ExcludedPhrases or Part.ExcludedCharacters;
        return wanted.Count == 0 ? null : Sql(
            command,
            part is Part.Phrases or Part.ExcludedPhrases ? "ArticleSearch" : "ArticleCharacters",
            excluding ? string.Join(" OR ", wanted) : Expression([.. wanted, .. Facets(filter)], []),
            "s.rowid",
            filter);
    }

    private static string Sql(DbCommand command, string table, string expression, string columns, SearchFilter filter)
    {
        var range = string.Empty;
        if (filter.LowestKey > 0)
        {
            range += " AND s.rowid >= @lowest";
            command.Add("@lowest", filter.LowestKey);
        }

        if (filter.HighestKey < long.MaxValue)
        {
            range += " AND s.rowid <= @highest";
            command.Add("@highest", filter.HighestKey);
        }

        // CROSS JOIN keeps the index the outer loop, which alone can end early.
        command.Add("@match", expression);
        return columns.StartsWith("e.", StringComparison.Ordinal)
            ? $"SELECT {columns} FROM \"{table}\" s CROSS JOIN \"SearchEntries\" e ON e.\"Key\" = s.rowid WHERE s.\"{table}\" MATCH @match{range}{filter.Sql} ORDER BY s.rowid DESC LIMIT @most"
            : $"SELECT {columns} FROM \"{table}\" s WHERE s.\"{table}\" MATCH @match{range} ORDER BY s.rowid DESC LIMIT @most";
    }

    private static IEnumerable<string> Facets(SearchFilter filter) => filter.Tokens().Select(Quoted);

    private static string Expression(List<string> wanted, IEnumerable<string> without) =>
        $"({string.Join(" AND ", wanted)})" + (without.Any() ? $" NOT ({string.Join(" OR ", without)})" : string.Empty);

    private static IEnumerable<string> Phrases(IEnumerable<SearchClause> clauses, bool inHeadline) =>
        clauses.Where(c => c.Phrases.Count > 0).Select(clause => "(" + string.Join(" OR ", clause.Phrases.Select(p => Phrase(clause, p, inHeadline))) + ")");

    // Syllables are the headline's in any case, and stand in a column of their own.
    private static string Phrase(SearchClause clause, IReadOnlyList<string> tokens, bool inHeadline) =>
        (inHeadline && !clause.Spelt ? "Headline : " : string.Empty) + Quoted(string.Join(' ', tokens)) + (clause.LastIsPrefix ? " *" : string.Empty);

    private static IEnumerable<string> Characters(IEnumerable<SearchClause> clauses, bool inHeadline) =>
        clauses.SelectMany(c => c.Characters).Select(c => Quoted(IndexTokens.Character(c, inHeadline)));

    // Tokens are letters and digits, so there is nothing in them to escape.
    private static string Quoted(string tokens) => $"\"{tokens}\"";
}
