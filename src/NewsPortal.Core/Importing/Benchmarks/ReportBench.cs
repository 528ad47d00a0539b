using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>
/// Measures how reprints are recognised: edited copies of some articles are imported among all, then every pair of articles
/// is asked whether both are one report. The documents are imported without copies too: what is one report there already is no
/// fault of the copies.
/// </summary>
public static class ReportBench
{
    private const int MostDocuments = 4000;
    private const int MostOriginals = 500;

    // A cut of a text of a few lines may share them with other reports; what is that short is not copied.
    private const int ShortestOriginal = 300;

    /// <summary>Measures the documents of a folder, or of the folders in it, all together.</summary>
    /// <param name="dir">A folder with docs.jsonl, or with folders that have one.</param>
    /// <param name="copies">How many copies are made.</param>
    /// <param name="output">Where the line goes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many documents there were.</returns>
    public static async Task<int> RunAsync(string dir, int copies, TextWriter output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var maker = new EditedCopies(seed: 1);
        var files = Directory.Exists(dir) ? Directory.EnumerateFiles(dir, "docs.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList() : [];
        var documents = maker.Shuffled(files.SelectMany(File.ReadLines).Select(Document.Read).ToList()).Take(MostDocuments).ToList();
        var originals = documents.Where(d => d.Text.Length >= ShortestOriginal).Take(MostOriginals).ToList();
        if (originals.Count == 0)
        {
            return 0;
        }

        var made = Enumerable.Range(0, copies).Select(i => Copy(maker, originals[i % originals.Count], i)).ToList();
        var alone = await ReportsAsync(documents, cancellationToken);
        var found = await ReportsAsync([.. documents, .. made], cancellationToken);
        var sources = made.ToDictionary(c => c.Id, c => c.Original!, StringComparer.Ordinal);
        var recall = made.Average(c => found[c.Id] == found[c.Original!] ? 1.0 : 0);
        var (right, wrong, own) = Pairs(found, id => sources.GetValueOrDefault(id, id), alone);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"same report: {copies} copies of {originals.Count} among {documents.Count}: precision {right / (double)(right + wrong):0.0000} ({right / (double)(right + wrong - own):0.0000} without what is one report before any copy) recall {recall:0.0000}"));
        return documents.Count;
    }

    private static Document Copy(EditedCopies maker, Document original, int number)
    {
        var (headline, text) = maker.Of(original.Title, original.Text);
        return new Document($"copy-{number}", headline, original.Date, text, original.Id);
    }

    private static async Task<Dictionary<string, long>> ReportsAsync(IReadOnlyList<Document> documents, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("newsportal-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "docs.jsonl");
            await File.WriteAllLinesAsync(file, documents.Select(d => d.ToJson()), cancellationToken);
            using var bench = await BenchStore.ImportAsync([file], cancellationToken);
            await using var db = bench.Store.CreateContext();
            return await db.Articles.Where(a => a.ExternalId != null).ToDictionaryAsync(a => a.ExternalId!, a => a.ReportId, StringComparer.Ordinal, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Pairs held to be one report: those of one source, those of two, and how many of these have sources that are one report without any copy.
    private static (long Right, long Wrong, long Own) Pairs(Dictionary<string, long> reports, Func<string, string> sourceOf, Dictionary<string, long> alone)
    {
        var (right, wrong, own) = (0L, 0L, 0L);
        foreach (var group in reports.GroupBy(r => r.Value, r => r.Key).Where(g => g.Skip(1).Any()))
        {
            var sources = group.Select(sourceOf).ToList();
            var same = PairsOf(sources.CountBy(s => s));
            right += same;
            wrong += PairsOf(sources.CountBy(_ => true)) - same;
            own += PairsOf(sources.CountBy(s => alone[s])) - same;
        }

        return (right, wrong, own);
    }

    private static long PairsOf<T>(IEnumerable<KeyValuePair<T, int>> counts) => counts.Sum(c => (long)c.Value * (c.Value - 1) / 2);

    private sealed record Document(string Id, string Title, string? Date, string Text, string? Original)
    {
        public static Document Read(string line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new Document(
                root.GetProperty("id").GetString()!, root.GetProperty("title").GetString()!, root.TryGetProperty("date", out var date) ? date.GetString() : null, root.GetProperty("text").GetString()!, null);
        }

        public string ToJson() => JsonSerializer.Serialize(new { id = Id, title = Title, date = Date, text = Text });
    }
}
