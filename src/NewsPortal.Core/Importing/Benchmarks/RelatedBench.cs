using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>
/// Measures related lists on a folder with <c>docs.jsonl</c> (one article a line) and judgements: <c>qrels.tsv</c> (query,
/// related article) or <c>stories.tsv</c> (article, story; related is what has the same story). The articles are imported
/// into an empty store that is thrown away, and each article with a judgement is a query. Where stories are labelled, the site's own stories are scored against them too.
/// </summary>
public static class RelatedBench
{
    private const string Documents = "docs.jsonl";
    private const string Labels = "stories.tsv";

    /// <summary>Measures a folder, or every folder in it, and prints a line of figures for each.</summary>
    /// <param name="dir">The folder.</param>
    /// <param name="output">Where the table goes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many sets were found.</returns>
    public static async Task<int> RunAsync(string dir, TextWriter output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!Directory.Exists(dir))
        {
            return 0;
        }

        var found = 0;
        foreach (var set in Directory.GetDirectories(dir).Order(StringComparer.Ordinal).Prepend(dir).Where(d => File.Exists(Path.Combine(d, Documents))))
        {
            var groups = Judgements(set);
            if (groups.Count == 0)
            {
                continue;
            }

            var (lists, stories) = await ListsAsync(Path.Combine(set, Documents), cancellationToken);
            var score = RankedScore.Mean([.. groups.Select(g => RankedScore.Mean([.. g.Select(q => RankedScore.Of(lists.GetValueOrDefault(q.Query, []), q.Relevant))]))]);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(set)),-10} n={groups.Sum(g => g.Count),-5} R@15 {score.Recall:0.000} | nDCG@15 {score.Ndcg:0.000} | MRR@15 {score.Mrr:0.000}{StoryFigures(set, stories)}"));
            found++;
        }

        return found;
    }

    /// <summary>The queries of a set in groups that weigh the same: each query by itself, or all articles of one story.</summary>
    /// <param name="set">The folder.</param>
    internal static List<List<Judged>> Judgements(string set)
    {
        var pairs = Path.Combine(set, "qrels.tsv");
        if (File.Exists(pairs))
        {
            return [.. Rows(pairs).GroupBy(r => r[0], StringComparer.Ordinal)
                .Select(g => new List<Judged> { new(g.Key, g.Select(r => r[1]).Where(r => r != g.Key).ToHashSet(StringComparer.Ordinal)) })
                .Where(g => g[0].Relevant.Count > 0)];
        }

        var stories = Path.Combine(set, Labels);
        return !File.Exists(stories) ? [] :
            [.. Rows(stories).GroupBy(r => r[1], r => r[0], StringComparer.Ordinal).Select(g => g.ToHashSet(StringComparer.Ordinal)).Where(s => s.Count > 1)
                .Select(s => s.Select(member => new Judged(member, s.Where(o => o != member).ToHashSet(StringComparer.Ordinal))).ToList())];
    }

    private static string StoryFigures(string set, Dictionary<string, long> stories)
    {
        var file = Path.Combine(set, Labels);
        var items = File.Exists(file) ? Rows(file).Where(r => stories.ContainsKey(r[0])).Select(r => (stories[r[0]], r[1])).ToList() : [];
        var score = items.Count > 0 ? BCubed.Of(items) : default;
        return items.Count == 0 ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $" | stories B-cubed P {score.Precision:0.000} R {score.Recall:0.000} F1 {score.F1:0.000}");
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(file).Select(line => line.Split('\t')).Where(row => row.Length > 1);

    private static async Task<(Dictionary<string, List<string>> Lists, Dictionary<string, long> Stories)> ListsAsync(string documents, CancellationToken cancellationToken)
    {
        using var bench = await BenchStore.ImportAsync([documents], cancellationToken);
        await using var db = bench.Store.CreateContext();
        var rows = await (from r in db.Related
                          join own in db.Articles on r.ArticleId equals own.Id
                          join other in db.Articles on r.RelatedId equals other.Id
                          orderby r.ArticleId, r.Rank
                          select new { Own = own.ExternalId ?? string.Empty, Other = other.ExternalId ?? string.Empty }).ToListAsync(cancellationToken);
        return (
            rows.GroupBy(r => r.Own, r => r.Other, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal),
            await db.Articles.Where(a => a.ExternalId != null).ToDictionaryAsync(a => a.ExternalId!, a => a.StoryId, cancellationToken));
    }

    /// <summary>One query.</summary>
    /// <param name="Query">The article.</param>
    /// <param name="Relevant">What is related to it.</param>
    internal sealed record Judged(string Query, IReadOnlySet<string> Relevant);
}
