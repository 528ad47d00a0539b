using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Publishing;

namespace NewsPortal.Benchmarks;

/// <summary>What a whole search page costs (ranking, counts, snippets) in an archive of a given size, by kind of query.</summary>
internal static class SearchBenchmark
{
    private const int OfEachKind = 40;
    private const int Rounds = 5;

    public static async Task RunAsync(int articles, TextWriter output)
    {
        using var archive = await ArchiveStore.FillAsync(articles);
        var began = Stopwatch.GetTimestamp();
        await new SearchBacklog(archive.Store, TimeProvider.System).WorkOffAsync();
        await output.WriteLineAsync(FormattableString.Invariant($"{articles} articles indexed in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        await using var db = archive.Store.CreateContext();
        var texts = await db.Articles.AsNoTracking().OrderBy(a => a.Id).Where(a => a.Id % Math.Max(1, articles / 400) == 0).Take(400).Select(a => a.Body!.Text).ToListAsync();
        var common = texts.SelectMany(t => t.Where(char.IsLetter)).CountBy(c => c).OrderByDescending(c => c.Value).Take(OfEachKind).Select(c => $"{c.Key}").ToList();
        var some = texts.Take(OfEachKind).ToList();
        (string Kind, List<string> Queries)[] kinds =
        [
            ("commonest characters", common),
            ("two characters", [.. some.Select(t => t.Substring(20, 2))]),
            ("three characters", [.. some.Select(t => t.Substring(40, 3))]),
            ("phrases of eight", [.. some.Select(t => t.Substring(60, 8))]),
            ("two words", [.. some.Select(t => $"{t.Substring(13, 2)} {t.Substring(80, 2)}")]),
            ("a word and a common character", [.. some.Zip(common, (t, c) => $"{t.Substring(30, 3)} {c}")]),
            ("questions", [.. some.Select(t => $"{t.Substring(26, 9)}{t.Substring(200, 8)}")]),
            ("nothing found", [.. some.Select(t => $"\"{t.Substring(5, 4)}{t.Substring(300, 4)}\"")]),
        ];
        foreach (var (kind, queries) in kinds)
        {
            await output.WriteLineAsync($"{kind,-30} {await MeasureAsync(db, queries)}");
        }
    }

    private static async Task<string> MeasureAsync(Core.Storage.NewsDbContext db, List<string> queries)
    {
        var (times, processor) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var query in queries)
            {
                var (began, spent) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                await ArticleSearch.SearchAsync(db, new SearchRequest(query));

                // The first round warms what a server has warm.
                if (round > 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    processor.Add((Environment.CpuUsage.TotalTime - spent).TotalMilliseconds);
                }
            }
        }

        return $"{Figures(times)}; processor {Figures(processor)}";
    }

    private static string Figures(List<double> times)
    {
        times.Sort();
        return FormattableString.Invariant($"{times[times.Count / 2]:0.0} ms median, {times[(int)(times.Count * 0.95)]:0.0} ms p95");
    }
}
