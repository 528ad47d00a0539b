using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Storage;

namespace NewsPortal.Benchmarks;

/// <summary>What one publish costs the related lists in an archive of a given size, whose rows are written straight into the store.</summary>
internal static class RelatedBenchmark
{
    private const int WrittenAtOnce = 500;
    private const int Publishes = 200;
    private const int WarmUps = 50;
    private const int Listed = 2000;

    public static async Task RunAsync(int articles, TextWriter output)
    {
        using var archive = await ArchiveStore.FillAsync(articles, Publishes + WarmUps);
        await StoreTermsAsync(archive.Store);
        await PlaceAsync(archive.Store, articles);
        await MeasureAsync(archive.Store, archive.Rest, output, articles);
    }

    // Weighed only when all are counted, as a bulk is.
    private static async Task StoreTermsAsync(NewsStore store)
    {
        await using var counted = store.CreateContext();
        var ids = await counted.Articles.Select(a => a.Id).ToListAsync();
        foreach (var some in ids.Chunk(WrittenAtOnce))
        {
            await using var db = store.CreateContext();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var texts = await db.Articles.AsNoTracking().Where(a => some.Contains(a.Id)).Select(a => new { a.Id, a.Headline, a.Body!.Text }).ToListAsync();
            await RelatedNews.StoreTermsAsync(db, texts.ToDictionary(a => a.Id, a => TermFrequencies.Of(a.Headline, a.Text)));
            await transaction.CommitAsync();
        }
    }

    // Lists of the newest are enough: those a publish touches are mostly among them, and the rest have neighbours at least.
    private static async Task PlaceAsync(NewsStore store, int articles)
    {
        await using var read = store.CreateContext();
        var ids = await read.Articles.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync();
        foreach (var some in ids.Chunk(100))
        {
            await using var db = store.CreateContext();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var related = new RelatedNews(db);
            foreach (var id in some)
            {
                await related.PlaceAsync(id, _ => false);
                if (id > articles - Listed)
                {
                    await related.ListAsync(id, _ => false);
                }
            }

            await transaction.CommitAsync();
        }
    }

    private static async Task MeasureAsync(NewsStore store, List<Article> articles, TextWriter output, int size)
    {
        var (counting, relating, whole, worked) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        foreach (var article in articles)
        {
            await using var db = store.CreateContext();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await ChangeLedger.LockAsync(db);
            db.Add(article);
            await db.SaveChangesAsync();
            var began = Stopwatch.GetTimestamp();
            var terms = TermFrequencies.Of(article.Headline, article.Body!.Text);
            await TermStatistics.AddAsync(db, [terms], 1);
            counting.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            var counted = Stopwatch.GetTimestamp();
            var used = Environment.CpuUsage.TotalTime;
            await RelatedNews.StoreTermsAsync(db, new Dictionary<long, TermFrequencies> { [article.Id] = terms });
            await new RelatedNews(db).UpdateAsync(article.Id, _ => true);
            relating.Add(Stopwatch.GetElapsedTime(counted).TotalMilliseconds);
            worked.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            whole.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await transaction.CommitAsync();
        }

        await output.WriteLineAsync($"{size} articles: counting terms {Figures(counting)}; terms, neighbours and lists {Figures(relating)}, of which processor time {Figures(worked)}; together {Figures(whole)}");
    }

    private static string Figures(List<double> times)
    {
        var warm = times.Skip(WarmUps).Order().ToList();
        return FormattableString.Invariant($"{warm[warm.Count / 2]:0.0} ms median, {warm[(int)(warm.Count * 0.95)]:0.0} ms p95");
    }
}
