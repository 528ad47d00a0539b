using System.Data.Common;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>A query as PostgreSQL answers it: whether it gathers matches or walks the entries by time is for its planner to choose.</summary>
internal static class PostgresMatch
{
    /// <summary>Writes the statement and gives the command what it names, but for the filter's values and the limit.</summary>
    /// <param name="command">The command.</param>
    /// <param name="query">The query.</param>
    /// <param name="inHeadline">Everything must stand in the headline.</param>
    /// <param name="columns">What is read: columns of <c>e</c>, the entries.</param>
    /// <param name="filter">What narrows it.</param>
    public static string Sql(DbCommand command, SearchQuery query, bool inHeadline, string columns, SearchFilter filter)
    {
        var conditions = new List<string>();
        if (inHeadline)
        {
            Add(string.Join(" & ", query.Wanted.Select(c => $"({Clause(c, inHeadline)})")), "Headline", string.Empty);
        }
        else
        {
            // A long article lies in several rows, so each clause is asked for alone.
            foreach (var clause in query.Wanted)
            {
                Add(Clause(clause, inHeadline), clause.Spelt ? "Headline" : "Vector", string.Empty);
            }
        }

        foreach (var clause in query.Excluded)
        {
            Add(Clause(clause, inHeadline: false), "Vector", "NOT ");
        }

        return $"SELECT {columns} FROM \"SearchEntries\" e WHERE {string.Join(" AND ", conditions)}{filter.Sql} ORDER BY e.\"Key\" DESC LIMIT @most";

        void Add(string expression, string column, string not)
        {
            var name = $"@match{conditions.Count}";
            conditions.Add($"e.\"Key\" {not}IN (SELECT s.\"Key\" FROM \"ArticleSearch\" s WHERE s.\"{column}\" @@ CAST({name} AS tsquery))");
            command.Add(name, expression);
        }
    }

    private static string Clause(SearchClause clause, bool inHeadline)
    {
        var phrases = clause.Phrases.Select(p => string.Join(" <-> ", p.Select((t, i) =>
            SearchVectors.Quoted(t) + (clause.LastIsPrefix && i == p.Count - 1 ? ":*" : string.Empty))));
        var characters = clause.Characters.Select(c => SearchVectors.Quoted(IndexTokens.Character(c, inHeadline)));
        var phrase = string.Join(" | ", phrases.Select(p => $"({p})"));
        return string.Join(" & ", (phrase.Length > 0 ? [$"({phrase})"] : (string[])[]).Concat(characters));
    }
}
