using System.Globalization;
using System.Net;
using NewsPortal.Core.Storage;

namespace NewsPortal.Benchmarks.Serving;

/// <summary>
/// What pages cost against nginx sending the same bytes from files, in the same minute: each on the machine's first
/// processor, asked from the second, round by round. Ratios count, not rates.
/// </summary>
internal static class ServingBenchmark
{
    private const int Hot = 1000;
    private const int Rounds = 5;
    private const int Seconds = 4;

    /// <summary>Runs it.</summary>
    /// <param name="articles">How many articles the archive holds.</param>
    /// <param name="program">The published program.</param>
    /// <param name="output">Where to tell.</param>
    public static async Task RunAsync(int articles, string program, TextWriter output)
    {
        using var archive = await ArchiveStore.FillAsync(articles);
        await ServedArchive.CompleteAsync(archive.Store);
        var folder = Directory.CreateTempSubdirectory("newsportal-serving-");
        try
        {
            var paths = await ServedArchive.PathsAsync(archive.Store, articles);
            await using var site = await StartAsync(program, archive.Store, folder.FullName, paths[0]);
            await output.WriteLineAsync(FormattableString.Invariant($"{articles} articles; first article page {site.StartSeconds:0.00} s after the start; {site.AnonymousBytes / 1048576.0:0} MB anonymous"));
            await MakeAsync(site, paths, output);
            await using var nginx = await NginxServer.StartAsync(site, [.. paths.Take(Hot)], folder.FullName);
            await CheckAsync(site, [.. Lists(paths), .. Searches()]);
            var loads = new List<Measured>
            {
                new("1,000 article pages", ListOf(folder, "hot", paths.Take(Hot))),
                new("all article pages", ListOf(folder, "all", paths)),
                new("304", ListOf(folder, "unchanged", await TaggedAsync(site, paths.Take(Hot)))),
                new("list pages", ListOf(folder, "lists", Lists(paths))),
                new("search", ListOf(folder, "search", Searches())),
            };
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var load in loads)
                {
                    var before = await Load.RunAsync(nginx, loads[0].Paths, Seconds / 2);
                    var own = await Load.RunAsync(site, load.Paths, Seconds);
                    var after = await Load.RunAsync(nginx, loads[0].Paths, Seconds / 2);
                    load.Rounds.Add((own, (before.Rate + after.Rate) / 2, (before.Cost + after.Cost) / 2));
                }
            }

            foreach (var load in loads)
            {
                await output.WriteLineAsync(load.ToString());
            }

            await output.WriteLineAsync(FormattableString.Invariant($"{site.AnonymousBytes / 1048576.0:0} MB anonymous after the load"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<MeasuredServer> StartAsync(string program, NewsStore store, string folder, string asked) => MeasuredServer.StartAsync(
        Path.Combine(program, "newsportal"),
        port => [$"--urls=http://127.0.0.1:{port}", $"--data={store.Location.DataDirectory}", "--NewsPortal:ContentDirectory=", "--NewsPortal:Limits:SearchBurst=100000000"],
        asked,
        folder);

    // Every page once: each is rendered, and its run kept.
    private static async Task MakeAsync(MeasuredServer site, List<string> paths, TextWriter output)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var before = site.ProcessorSeconds;
        await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (path, cancelled) =>
        {
            using var answer = await client.GetAsync(path, cancelled);
            answer.EnsureSuccessStatusCode();
        });
        await output.WriteLineAsync(FormattableString.Invariant($"page never made before: {1e6 * (site.ProcessorSeconds - before) / paths.Count:0} us of processor time"));
    }

    private static async Task<List<string>> TaggedAsync(MeasuredServer site, IEnumerable<string> paths)
    {
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.GZip }) { BaseAddress = site.Address };
        var tagged = new List<string>();
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(path);
            tagged.Add($"{path}\t{answer.Headers.ETag}");
        }

        return tagged;
    }

    private static async Task CheckAsync(MeasuredServer site, IEnumerable<string> paths)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(path);
            _ = answer.IsSuccessStatusCode ? true : throw new InvalidOperationException($"{path} answers {(int)answer.StatusCode}");
        }
    }

    private static IEnumerable<string> Lists(List<string> paths) =>
        [.. Enumerable.Range(2, 19).Select(p => FormattableString.Invariant($"/latest?page={p}")), .. paths.Select(p => p[..11]).Distinct().Take(200), "/", "/sections/section"];

    private static IEnumerable<string> Searches() => "的一是不了在人有我他这个们中来上大为和国".Select(c => "/search?q=" + Uri.EscapeDataString(c.ToString()));

    private static string ListOf(DirectoryInfo folder, string name, IEnumerable<string> paths)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllLines(file, paths);
        return file;
    }

    private sealed record Measured(string Name, string Paths)
    {
        public List<(LoadResult Own, double Rate, double Cost)> Rounds { get; } = [];

        public override string ToString()
        {
            // The first round still pays for what a fresh process has not compiled yet.
            var counted = Rounds.Skip(1).ToList();
            var ratios = counted.Select(r => r.Own.Rate / r.Rate).Order().ToList();
            var costs = counted.Select(r => r.Own.Cost / r.Cost).Order().ToList();
            return string.Create(CultureInfo.InvariantCulture,
                $"{Name}: {ratios[ratios.Count / 2]:0.00} of nginx ({ratios[0]:0.00}-{ratios[^1]:0.00}), processor time {costs[costs.Count / 2]:0.00} x nginx ({costs[0]:0.00}-{costs[^1]:0.00}), {counted.Average(r => r.Own.Cost):0.0} us against {counted.Average(r => r.Cost):0.0}, p99 {counted.Average(r => r.Own.P99):0.0} ms, {counted.Average(r => r.Own.Rate):0}/s");
        }
    }
}
