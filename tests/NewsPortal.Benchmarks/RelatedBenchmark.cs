using System.Diagnostics;
using System.Text.Json;
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
        var folder = Directory.CreateTempSubdirectory("newsportal-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "articles.jsonl");
            Corpus.Write(file, articles + Publishes + WarmUps);
            var store = await NewsStore.OpenAsync(new StoreLocation(folder.FullName));
            var section = await SectionAsync(store);
            var lines = File.ReadLines(file).Select((line, i) => Read(line, i, section));
            await FillAsync(store, lines.Take(articles));
            await PlaceAsync(store, articles);
            await MeasureAsync(store, [.. lines.Skip(articles)], output, articles);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> SectionAsync(NewsStore store)
    {
        await using var db = store.CreateContext();
        var section = new Section { Name = "栏目", Slug = "section" };
        db.Add(section);
        await db.SaveChangesAsync();
        return section.Id;
    }

    private static Article Read(string line, int index, int section)
    {
        var json = JsonDocument.Parse(line).RootElement;
        var at = new DateTime(2020, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddMinutes(index * 7);
        var article = new Article { Headline = json.GetProperty("title").GetString()!, SectionId = section, Slug = $"a{index}", PublishedUtc = at, CreatedUtc = at, UpdatedUtc = at, ReportId = index + 1 };
        article.Body = new ArticleBody { Text = json.GetProperty("text").GetString()! };
        article.Publish(at);
        return article;
    }

    private static async Task FillAsync(NewsStore store, IEnumerable<Article> articles)
    {
        foreach (var some in articles.Chunk(WrittenAtOnce))
        {
            await AddAsync(store, some);
        }

        // Weighed only when all are counted, as a bulk is.
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

    private static async Task AddAsync(NewsStore store, Article[] some)
    {
        await using var db = store.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.AddRange(some);
        await db.SaveChangesAsync();
        await TermStatistics.AddAsync(db, [.. some.Select(a => TermFrequencies.Of(a.Headline, a.Body!.Text))], 1);
        await transaction.CommitAsync();
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
