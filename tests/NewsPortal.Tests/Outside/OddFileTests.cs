using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Importing;

namespace NewsPortal.Tests.Outside;

public sealed class OddFileTests
{
    [BenchFact]
    public async Task Odd_files_are_imported_or_refused_by_name_and_importing_them_again_changes_nothing()
    {
        using var store = await TestStore.SqliteAsync();
        using var folder = new TemporaryFolder();
        var files = BadInputTests.Cases("import-files").Select(item => (Id: item.GetProperty("id").GetString()!, Extension: item.GetProperty("ext").GetString(), Text: BadInputTests.Input(item)!)).ToList();
        foreach (var file in files) folder.Write($"{file.Id}.{file.Extension}", file.Text);
        folder.Write("zz-good.md", "# 题\n\n字");

        var first = await ImportAsync(store, folder);
        var second = await ImportAsync(store, folder);

        Assert.Equal(files.Count + 1, first.Count);
        Assert.Contains(first, result => result.Path.EndsWith("zz-good.md", StringComparison.Ordinal) && result.Outcome == ImportOutcome.Added);
        Assert.All(first.Where(result => result.Outcome == ImportOutcome.Rejected), result =>
        {
            Assert.Contains("import-files-", result.Path, StringComparison.Ordinal);
            Assert.True(result.Error is { Length: > 10 }, result.Path);
            Assert.True(result.ErrorLine > 0 || result.Error.Contains("body", StringComparison.Ordinal) || result.Error.Contains("no article", StringComparison.Ordinal), $"{result.Path}: {result.Error}");
        });
        Assert.Equal(first.Count(IsRejected), second.Count(IsRejected));
        Assert.All(second, result => Assert.True(result.Outcome is ImportOutcome.Unchanged or ImportOutcome.Rejected, $"{result.Path}: {result.Outcome}"));
    }

    private static bool IsRejected(ImportResult result) => result.Outcome == ImportOutcome.Rejected;

    private static async Task<List<ImportResult>> ImportAsync(TestStore store, TemporaryFolder folder)
    {
        var results = new List<ImportResult>();
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        await new ArticleImporter(store.Store, clock).ImportAsync(InputReader.Read([folder.Path]), new ImportOptions("test", Extracted.Options.Zone), results.Add);
        return results;
    }
}
