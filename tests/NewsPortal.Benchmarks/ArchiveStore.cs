using System.Text.Json;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Storage;

namespace NewsPortal.Benchmarks;

/// <summary>An archive of generated articles written straight into a store: no importer, no lists.</summary>
internal sealed class ArchiveStore : IDisposable
{
    private const int WrittenAtOnce = 500;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsportal-bench-");

    /// <summary>The store.</summary>
    public NewsStore Store { get; private set; } = null!;

    /// <summary>Articles that are not in the store.</summary>
    public List<Article> Rest { get; private set; } = [];

    /// <summary>Makes one.</summary>
    /// <param name="articles">How many it holds.</param>
    /// <param name="rest">How many more are only made.</param>
    public static async Task<ArchiveStore> FillAsync(int articles, int rest = 0)
    {
        var archive = new ArchiveStore();
        var file = Path.Combine(archive._folder.FullName, "articles.jsonl");
        Corpus.Write(file, articles + rest);
        archive.Store = await NewsStore.OpenAsync(new StoreLocation(archive._folder.FullName));
        var section = await SectionAsync(archive.Store);
        var lines = File.ReadLines(file).Select((line, i) => Read(line, i, section));
        foreach (var some in lines.Take(articles).Chunk(WrittenAtOnce))
        {
            await AddAsync(archive.Store, some);
        }

        archive.Rest = [.. lines.Skip(articles)];
        return archive;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
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
        var article = new Article { Headline = json.GetProperty("title").GetString()!, SectionId = section, Slug = $"a{index}", Day = ArticleAddress.Day(DateOnly.FromDateTime(at.AddHours(8))), PublishedUtc = at, CreatedUtc = at, UpdatedUtc = at, ReportId = index + 1 };
        article.Body = new ArticleBody { Text = json.GetProperty("text").GetString()! };
        article.Publish(at);
        return article;
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
}
