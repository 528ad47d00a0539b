using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Benchmarks;

/// <summary>Imports a made-up archive, serves it, and prints what each thing costs.</summary>
internal static class SiteBenchmark
{
    private const int Requests = 400;

    public static async Task RunAsync(int articles, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("newsportal-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "articles.jsonl");
            Corpus.Write(file, articles);
            await ImportBenchmark.ImportAsync(file, folder.FullName, articles, output);
            await ServeAsync(folder.FullName, output);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task ServeAsync(string data, TextWriter output)
    {
        string[] args = ["--urls=http://127.0.0.1:0", $"--data={data}", "--NewsPortal:ContentDirectory=", "--Serilog:MinimumLevel:Default=Error"];
        await using var app = await SiteHost.BuildAsync(args, c => NewsStore.OpenAsync(SiteConfiguration.Store(c)));
        var address = await app.StartSiteAsync();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        await using var db = app.Services.GetRequiredService<NewsStore>().CreateContext();
        var pages = (await db.Articles.Visible().NewestFirst().Take(Requests).ToListAsync()).ConvertAll(a => a.Path);
        var words = (await db.Articles.Visible().NewestFirst().Take(Requests).Select(a => a.Headline.Substring(0, 3)).ToListAsync()).ConvertAll(w => "/search?q=" + Uri.EscapeDataString(w));
        await MeasureAsync("article page, never made before", client, pages, output);
        await MeasureAsync("article page, run kept", client, pages, output);
        await MeasureAsync("latest list", client, [.. Enumerable.Repeat("/latest", Requests)], output);
        await MeasureAsync("front page", client, [.. Enumerable.Repeat("/", Requests)], output);
        await MeasureAsync("search, three characters", client, words, output);
        await MeasureAsync("search, one common character", client, [.. Enumerable.Repeat("/search?q=" + Uri.EscapeDataString("一"), 50)], output);
        await RelatedAsync(app.Services.GetRequiredService<NewsStore>(), output);
    }

    private static async Task MeasureAsync(string name, HttpClient client, List<string> paths, TextWriter output)
    {
        var times = new List<double>(paths.Count);
        long bytes = 0;
        foreach (var path in paths)
        {
            var began = Stopwatch.GetTimestamp();
            bytes += (await client.GetByteArrayAsync(path)).Length;
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        await output.WriteLineAsync(
            $"{name}: {times[times.Count / 2]:0.00} ms median, {times[(int)(times.Count * 0.95)]:0.00} ms p95, {1000 / times.Average():0} requests/s on one connection, {bytes / paths.Count} bytes");
    }

    private static async Task RelatedAsync(NewsStore store, TextWriter output)
    {
        await using var db = store.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var ids = await db.Articles.Visible().NewestFirst().Select(a => a.Id).Take(100).ToListAsync();
        var related = new Core.Finding.RelatedNews(db);
        var times = new List<double>();
        foreach (var id in ids)
        {
            var began = Stopwatch.GetTimestamp();
            await related.UpdateAsync(id, _ => true);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        await output.WriteLineAsync($"related list of one article, neighbours entered: {times[50]:0.00} ms median, {times[95]:0.00} ms p95");
    }
}
