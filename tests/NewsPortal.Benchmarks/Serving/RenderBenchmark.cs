using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Benchmarks.Serving;

/// <summary>What a page that was never made before costs, by step: reading, rendering, compressing.</summary>
internal static class RenderBenchmark
{
    private const int Warm = 500;
    private const int Pages = 1000;

    /// <summary>Runs it.</summary>
    /// <param name="articles">How many articles the archive holds.</param>
    /// <param name="output">Where to tell.</param>
    public static async Task RunAsync(int articles, TextWriter output)
    {
        using var archive = await ArchiveStore.FillAsync(articles);
        await ServedArchive.CompleteAsync(archive.Store);
        await using var site = await PrivateSite.StartAsync([$"--data={archive.Store.Location.DataDirectory}"], archive.Store);
        List<long> ids;
        await using (var db = archive.Store.CreateContext())
        {
            ids = await db.Articles.Visible().Select(a => a.Id).ToListAsync();
        }

        new Random(20261201).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids));
        await MeasureAsync(site, archive.Store, ids.Take(Warm));
        var (read, render, compress) = await MeasureAsync(site, archive.Store, ids.Skip(Warm).Take(Pages));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"a page never made before, processor time: reading {read:0} us, rendering {render:0} us, compressing {compress:0} us, all {read + render + compress:0} us"));
    }

    private static async Task<(double Read, double Render, double Compress)> MeasureAsync(PrivateSite site, NewsStore store, IEnumerable<long> ids)
    {
        var renderer = site.Services.GetRequiredService<ViewRenderer>();
        var (read, render, compress, count) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, 0);
        foreach (var id in ids)
        {
            var began = Process.GetCurrentProcess().TotalProcessorTime;
            await using var db = store.CreateContext();
            var page = await ArticlePage.LoadAsync(db, id, site.Snapshot);
            var loaded = Process.GetCurrentProcess().TotalProcessorTime;
            var bytes = await renderer.RenderAsync("/Pages/Shared/ArticleRun.cshtml", page);
            var rendered = Process.GetCurrentProcess().TotalProcessorTime;
            Run.Of(bytes);
            var compressed = Process.GetCurrentProcess().TotalProcessorTime;
            (read, render, compress, count) = (read + (loaded - began), render + (rendered - loaded), compress + (compressed - rendered), count + 1);
        }

        return (Per(read), Per(render), Per(compress));

        double Per(TimeSpan all) => all.TotalMicroseconds / count;
    }
}
