using System.Diagnostics;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Crawlers.Walking;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Benchmarks;

/// <summary>Imports a made-up archive by the importer's own way, walks the whole site twice, and prints every fault that a crawler would meet.</summary>
internal static class CrawlBenchmark
{
    private const int FaultsShown = 200;

    public static async Task RunAsync(int articles, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("newsportal-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "articles.jsonl");
            Corpus.Write(file, articles);
            var store = await NewsStore.OpenAsync(new StoreLocation(folder.FullName));
            var began = Stopwatch.GetTimestamp();
            var report = await new ArticleImporter(store, TimeProvider.System).ImportAsync(InputReader.Read([file]), new ImportOptions("import", SiteZone.Find("Asia/Shanghai")));
            await output.WriteLineAsync(FormattableString.Invariant($"{report} in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
            await using var site = await PrivateSite.StartAsync([$"--data={folder.FullName}", "--NewsPortal:Limits:SearchBurst=1000000", "--NewsPortal:Limits:ApiBurst=1000000"], store);
            await WalkAsync(site, output);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task WalkAsync(PrivateSite site, TextWriter output)
    {
        var began = Stopwatch.GetTimestamp();
        var crawler = new SiteCrawler(site.Client, site.Snapshot.BaseUrl);
        var report = await crawler.CrawlAsync();
        await output.WriteLineAsync(FormattableString.Invariant($"{report.Summary()}; in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        foreach (var kind in report.Addresses.Values.GroupBy(a => a.Kind).OrderByDescending(g => g.Count()))
        {
            await output.WriteLineAsync($"  {kind.Count()} {kind.Key}");
        }

        foreach (var fault in report.Faults.Take(FaultsShown))
        {
            await output.WriteLineAsync($"  {fault}");
        }

        began = Stopwatch.GetTimestamp();
        var changed = await crawler.RevisitAsync(report);
        var asked = report.Addresses.Values.Count(a => a.Status == System.Net.HttpStatusCode.OK);
        await output.WriteLineAsync(FormattableString.Invariant($"second crawl: {asked - changed.Count} of {asked} answer 304 in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        foreach (var fault in changed.Take(FaultsShown))
        {
            await output.WriteLineAsync($"  {fault}");
        }
    }
}
