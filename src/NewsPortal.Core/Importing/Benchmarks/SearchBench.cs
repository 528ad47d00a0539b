using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>
/// Measures the search on a folder of sets: <c>known</c> (queries with a kind over the documents of <c>../related</c>) and
/// <c>qa</c> (questions over its own). Each is imported into a store of its own that is thrown away.
/// </summary>
public static class SearchBench
{
    private static readonly string[] Literal = ["one", "two", "three", "newword", "phrase"];

    /// <summary>Measures every set that is there and prints a line of figures for each kind of query.</summary>
    /// <param name="dir">The folder with the sets.</param>
    /// <param name="output">Where the table goes.</param>
    /// <param name="newStore">Opens an empty store that may be thrown away.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many sets were found.</returns>
    public static async Task<int> RunAsync(
        string dir, TextWriter output, Func<Task<NewsStore>> newStore, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(newStore);
        var related = Path.Combine(dir, "..", "related");
        (string Set, string[] Documents, (string Queries, string Right)[] Files)[] sets =
        [
            ("known", [Path.Combine(related, "stories", "docs.jsonl"), Path.Combine(related, "links", "docs.jsonl")], [("queries.tsv", "qrels.tsv")]),
            ("qa", [Path.Combine(dir, "qa", "docs.jsonl")], [("queries_hans.tsv", "qrels_hans.tsv"), ("queries_hant.tsv", "qrels_hant.tsv")]),
        ];
        var found = 0;
        foreach (var (set, documents, files) in sets.Where(s => Directory.Exists(Path.Combine(dir, s.Set)) && s.Documents.All(File.Exists)))
        {
            var store = await newStore();
            var texts = await ImportAsync(store, documents, cancellationToken);
            await output.WriteLineAsync($"{set,-8} {texts.Count} documents, index {await IndexShareAsync(store, texts.Values, cancellationToken):0.00} x text");
            foreach (var (queries, right) in files)
            {
                await MeasureAsync(store, Path.Combine(dir, set, queries), Path.Combine(dir, set, right), texts, output, cancellationToken);
            }

            found++;
        }

        return found;
    }

    private static async Task<Dictionary<string, string>> ImportAsync(NewsStore store, string[] documents, CancellationToken cancellationToken)
    {
        var options = new ImportOptions("bench", SiteZone.Find("Asia/Shanghai"));
        await new ArticleImporter(store, TimeProvider.System).ImportAsync(InputReader.Read(documents), options, cancellationToken: cancellationToken);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in documents.SelectMany(File.ReadLines))
        {
            using var row = JsonDocument.Parse(line);
            string Field(string name) => row.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? string.Empty : string.Empty;
            texts[Field("id")] = Field("title") + "\n" + Field("text");
        }

        return texts;
    }

    private static async Task MeasureAsync(
        NewsStore store, string queries, string right, Dictionary<string, string> texts, TextWriter output, CancellationToken cancellationToken)
    {
        var wanted = File.ReadLines(right).Select(l => l.Split('\t')).GroupBy(c => c[0], c => c[1]).ToDictionary(g => g.Key, g => g.ToHashSet(StringComparer.Ordinal));
        await using var db = store.CreateContext();
        var names = await db.Articles.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.ExternalId ?? string.Empty, cancellationToken);
        var kinds = new Dictionary<string, SearchFigures>();
        foreach (var columns in File.ReadLines(queries).Select(l => l.Split('\t')))
        {
            var kind = columns.Length > 2 ? columns[1] : Path.GetFileNameWithoutExtension(queries).Replace("queries_", string.Empty, StringComparison.Ordinal);
            var figures = kinds.TryGetValue(kind, out var known) ? known : kinds[kind] = new SearchFigures(kind);
            var clock = Stopwatch.StartNew();
            var first = await ArticleSearch.RankAsync(db, columns[^1], FirstTen.Depth, cancellationToken);
            var elapsed = clock.Elapsed;
            IReadOnlyList<string>? all = null;
            if (Literal.Contains(kind))
            {
                all = [.. (await ArticleSearch.RankAsync(db, columns[^1], int.MaxValue, cancellationToken)).Select(id => names[id])];
            }

            figures.Add([.. first.Select(id => names[id])], wanted.GetValueOrDefault(columns[0]) ?? [], all, all is null ? [] : Holding(texts, columns[^1]), elapsed);
        }

        foreach (var figures in kinds.Values)
        {
            await output.WriteLineAsync(figures.ToString());
        }
    }

    private static List<string> Holding(Dictionary<string, string> texts, string query) =>
        [.. texts.Where(t => t.Value.Contains(query, StringComparison.Ordinal)).Select(t => t.Key)];

    // What the search alone stores, over the UTF-8 bytes of headlines and texts.
    private static async Task<double> IndexShareAsync(NewsStore store, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        var sql = store.IsPostgres
            ? "SELECT pg_total_relation_size('\"ArticleSearch\"') + pg_total_relation_size('\"SearchEntries\"') AS \"Value\""
            : "SELECT (SELECT SUM(LENGTH(block)) FROM ArticleSearch_data) + (SELECT SUM(LENGTH(block)) FROM ArticleCharacters_data) + (SELECT SUM(LENGTH(\"Headline\") * 3 + 70) FROM \"SearchEntries\") AS \"Value\"";
        var size = await db.Database.SqlQueryRaw<long>(sql).SingleAsync(cancellationToken);
        return (double)size / texts.Sum(t => (long)Encoding.UTF8.GetByteCount(t));
    }
}
