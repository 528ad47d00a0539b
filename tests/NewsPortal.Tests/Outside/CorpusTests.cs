using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Outside;

/// <summary>Real article files, as their authors wrote them.</summary>
public sealed class CorpusTests
{
    [BenchFact]
    public async Task Every_file_of_both_corpora_is_imported()
    {
        var (report, headlines) = await ImportAsync(Path.Combine(Environs.Bench!, "corpus"));
        Assert.Equal(0, report.Rejected);
        Assert.True(report.Added >= 405, report.ToString());
        Assert.DoesNotContain(headlines, h => h.Contains('#', StringComparison.Ordinal) && h.StartsWith('#'));
        Assert.All(headlines, h => Assert.False(string.IsNullOrWhiteSpace(h)));
    }

    [BenchFact]
    public async Task Every_row_of_a_large_file_is_imported()
    {
        // Every sixth row; all of them, some minutes, with NEWSPORTAL_ALL_CASES=1.
        var rows = File.ReadLines(Path.Combine(Environs.Bench!, "bench", "related", "links", "docs.jsonl")).Where((_, i) => Environs.AllCases || i % 6 == 0).ToList();
        using var folder = new TemporaryFolder();
        folder.Write("docs.jsonl", string.Join('\n', rows));
        var (report, headlines) = await ImportAsync(Path.Combine(folder.Path, "docs.jsonl"));
        Assert.Equal(0, report.Rejected);
        Assert.True(rows.Count > 100, $"{rows.Count} rows");
        Assert.Equal(rows.Count, headlines.Count);
    }

    private static async Task<(ImportReport Report, List<string> Headlines)> ImportAsync(string path)
    {
        using var test = await TestStore.SqliteAsync();
        var report = await new ArticleImporter(test.Store, TimeProvider.System).ImportAsync(
            InputReader.Read([path]), new ImportOptions("import", SiteZone.Find("Asia/Shanghai")));
        await using var db = test.Store.CreateContext();
        return (report, await db.Articles.Select(a => a.Headline).ToListAsync());
    }
}
