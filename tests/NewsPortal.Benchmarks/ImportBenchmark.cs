using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Benchmarks;

/// <summary>Imports a made-up archive and prints what each phase costs in processor time, and what came out, so that two programs can be compared.</summary>
internal static class ImportBenchmark
{
    // The backlog tells its progress in four equal parts.
    private static readonly string[] Phases = ["terms", "neighbours", "lists", "stories"];

    public static async Task RunAsync(int articles, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("newsportal-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "articles.jsonl");
            Corpus.Write(file, articles);
            var store = await ImportAsync(file, folder.FullName, articles, output);
            await CompareAsync(store, output);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Imports a file into a new store, and prints what it cost.</summary>
    public static async Task<NewsStore> ImportAsync(string file, string data, int articles, TextWriter output)
    {
        var store = await NewsStore.OpenAsync(new StoreLocation(data));
        var zone = SiteZone.Find("Asia/Shanghai");
        using var process = Process.GetCurrentProcess();
        var (began, time) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var parts = new Dictionary<string, (TimeSpan Cpu, TimeSpan Time)>(StringComparer.Ordinal);
        var (last, lastTime, phase) = (began, TimeSpan.Zero, "store");
        var report = await new ArticleImporter(store, TimeProvider.System).ImportAsync(
            InputReader.Read([file]),
            new ImportOptions("import", zone),
            relating: (done, total) => Turn(Phases[Math.Min(Phases.Length - 1, (int)((long)done * Phases.Length / total))], done));
        Turn(string.Empty, 0);
        var used = (last - began).TotalSeconds;
        await output.WriteLineAsync($"import: {report}");
        await output.WriteLineAsync($"  {articles / time.Elapsed.TotalSeconds:0} articles/s, {articles / used:0} articles/CPU s");
        foreach (var (name, cost) in parts)
        {
            await output.WriteLineAsync($"  {name}: {cost.Cpu.TotalMilliseconds / articles:0.00} ms CPU an article, {cost.Cpu.TotalSeconds / used:P0} of all, {cost.Time.TotalSeconds:0.0} s");
        }

        await output.WriteLineAsync($"  peak memory {process.PeakWorkingSet64 / 1048576.0:0} MB, store {new FileInfo(store.Location.SqliteFile).Length / 1024.0 / articles:0.0} KB/article");
        return store;

        // What is told after a phase's last article belongs to it still.
        void Turn(string next, int done)
        {
            if (next == phase && done > 0)
            {
                return;
            }

            process.Refresh();
            var now = process.TotalProcessorTime;
            var before = parts.GetValueOrDefault(phase);
            parts[phase] = (before.Cpu + (now - last), before.Time + (time.Elapsed - lastTime));
            (last, lastTime, phase) = (now, time.Elapsed, next);
        }
    }

    private static async Task CompareAsync(NewsStore store, TextWriter output)
    {
        await using var db = store.CreateContext();
        var lists = await db.Related.OrderBy(r => r.ArticleId).ThenBy(r => r.Rank).Select(r => $"{r.ArticleId} {r.Rank} {r.RelatedId} {r.Score:R} {r.Reasons}").ToListAsync();
        await output.WriteLineAsync($"came out: {lists.Count} places in lists {Digest(lists)}");
        var groups = await db.Articles.Visible().OrderBy(a => a.Id).Select(a => $"{a.Id} {a.ReportId}").ToListAsync();
        await output.WriteLineAsync($"  groups of reprints {Digest(groups)}");
        var members = await db.Articles.Visible().OrderBy(a => a.Id).Select(a => $"{a.Id} {a.StoryId}").ToListAsync();
        var stories = await db.Stories.OrderBy(s => s.Id).Select(s => $"{s.Id} {s.Reports} {s.Name} {s.Slug}").ToListAsync();
        await output.WriteLineAsync($"  members of stories {Digest(members)}, {stories.Count} stories {Digest(stories)}");
        await output.WriteLineAsync($"  ledger {(await Core.Changes.ChangeLedger.FirstFaultAsync(db) is { } fault ? $"broken at {fault}" : "whole")}, {await db.Changes.CountAsync()} rows");
    }

    private static string Digest(List<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..12];
}
