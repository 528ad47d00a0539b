using System.Data.Common;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>A query as FTS5 answers it. Rows come by falling number, so a limit ends the walk (sqlite.org/fts5.html).</summary>
internal static class SqliteMatch
{
    /// <summary>Writes the statement and gives the command what it names, but for the filter's values and the limit.</summary>
    /// <param name="command">The command.</param>
    /// <param name="query">The query.</param>
    /// <param name="inHeadline">Everything must stand in the headline.</param>
    /// <param name="columns">What is read: of <c>e</c>, the entries, or <c>s.rowid</c> alone.</param>
    /// <param name="filter">What narrows it.</param>
    public static string Sql(DbCommand command, SearchQuery query, bool inHeadline, string columns, SearchFilter filter)
    {
        var facets = filter.Tokens().Select(Quoted).ToList();
        var phrases = Phrases(query.Wanted, inHeadline).ToList();
        var characters = Characters(query.Wanted, inHeadline).ToList();
        var table = phrases.Count > 0 ? "ArticleSearch" : "ArticleCharacters";
        List<string> conditions = [$"s.\"{table}\" MATCH @match"];
        if (filter.LowestKey > 0)
        {
            conditions.Add("s.rowid >= @lowest");
            command.Add("@lowest", filter.LowestKey);
        }

        if (filter.HighestKey < long.MaxValue)
        {
            conditions.Add("s.rowid <= @highest");
            command.Add("@highest", filter.HighestKey);
        }

        var withoutPhrases = Phrases(query.Excluded, inHeadline: false).ToList();
        var withoutCharacters = query.Excluded.Where(c => c.Phrases.Count == 0).SelectMany(c => Characters([c], inHeadline: false)).ToList();
        if (phrases.Count > 0)
        {
            Also("ArticleCharacters", "@also", characters, " AND ", string.Empty);
            Also("ArticleCharacters", "@never", withoutCharacters, " OR ", "NOT ");
            command.Add("@match", Expression([.. phrases, .. facets], withoutPhrases));
        }
        else
        {
            Also("ArticleSearch", "@never", withoutPhrases, " OR ", "NOT ");
            command.Add("@match", Expression([.. characters, .. facets], withoutCharacters));
        }

        // CROSS JOIN keeps the index the outer loop, which alone can end early.
        var entries = columns.StartsWith("e.", StringComparison.Ordinal) ? " CROSS JOIN \"SearchEntries\" e ON e.\"Key\" = s.rowid" : string.Empty;
        return $"SELECT {columns} FROM \"{table}\" s{entries} WHERE {string.Join(" AND ", conditions)}{filter.Sql} ORDER BY s.rowid DESC LIMIT @most";

        void Also(string other, string name, List<string> wanted, string joint, string not)
        {
            if (wanted.Count > 0)
            {
                conditions.Add($"{not}EXISTS (SELECT 1 FROM \"{other}\" o WHERE o.\"{other}\" MATCH {name} AND o.rowid = s.rowid)");
                command.Add(name, string.Join(joint, wanted));
            }
        }
    }

    private static string Expression(IEnumerable<string> wanted, List<string> without) =>
        $"({string.Join(" AND ", wanted)})" + (without.Count > 0 ? $" NOT ({string.Join(" OR ", without)})" : string.Empty);

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
