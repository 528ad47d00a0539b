using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Outside;

/// <summary>Outside documents and queries on both databases; a part of them by default, all where all cases are asked for.</summary>
[Collection(PostgresCollection.Name)]
public sealed class SearchParityTests(PrivatePostgres server)
{
    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    // One of so many documents and queries.
    private static int Share => Environs.AllCases ? 1 : 40;

    [PostgresBenchFact]
    public async Task Both_databases_answer_every_query_with_the_same_articles_in_the_same_order()
    {
        string[] sets = [Environs.InBench("related", "stories", "docs.jsonl"), Environs.InBench("related", "links", "docs.jsonl"), Environs.InBench("search", "qa", "docs.jsonl")];
        var documents = string.Join('\n', sets.SelectMany(File.ReadLines).Where((_, i) => i % Share == 0));
        var queries = Directory.GetFiles(Environs.InBench("search"), "queries*.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Where((_, i) => i % Share == 0).Select(l => l.Split('\t')[^1]).ToList();
        using var one = await TestStore.SqliteAsync();
        using var other = await TestStore.PostgresAsync(server);
        foreach (var test in (TestStore[])[one, other])
        {
            await test.ImportAsync(Clock, null, ("documents.jsonl", documents));
        }

        await using var sqlite = one.Store.CreateContext();
        await using var postgres = other.Store.CreateContext();
        var (names, others) = (await NamesAsync(sqlite), await NamesAsync(postgres));
        var found = 0;
        foreach (var query in queries)
        {
            var answer = (await ArticleSearch.RankAsync(sqlite, query, int.MaxValue)).Select(id => names[id]).ToList();
            Assert.Equal(answer, (await ArticleSearch.RankAsync(postgres, query, int.MaxValue)).Select(id => others[id]));
            found += answer.Count > 0 ? 1 : 0;
        }

        // A query about a document that is not in the sample may well find nothing.
        Assert.True(found > queries.Count * 0.8, $"Of {queries.Count} queries {found} found something.");
    }

    private static Task<Dictionary<long, string>> NamesAsync(NewsDbContext db) => db.Articles.ToDictionaryAsync(a => a.Id, a => a.ExternalId!);
}
