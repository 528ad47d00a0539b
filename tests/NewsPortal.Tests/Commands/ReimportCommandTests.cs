using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Commands;

namespace NewsPortal.Tests.Commands;

/// <summary>Import reports and re-import as scripts use them.</summary>
public sealed class ReimportCommandTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _files = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task Reimport_tells_the_differences_then_makes_them_and_ends_with_its_counts()
    {
        await ImportAsync(AnArticle.Called("桥通车").Under("a.md").At("2026-11-20 08:00").With("slug", "bridge"), AnArticle.Called("书店开门").Under("b.md").Saying("老街的书店今天又开门了。"));
        await MisreadAsync("a.md");
        var dry = await RunAsync("reimport", "--dry-run");
        Assert.Equal((0, "/2026/11/20/bridge (a.md)\n  headline: 误读 → 桥通车\nadded 0, revised 1, unchanged 1, rejected 0"), (dry.Status, dry.Output.TrimEnd()));
        Assert.DoesNotContain("stored", dry.Error, StringComparison.Ordinal);
        var run = await RunAsync("reimport");
        Assert.Equal((0, dry.Output), (run.Status, run.Output));
        Assert.Contains("stored a.md", run.Error, StringComparison.Ordinal);
        Assert.Equal("added 0, revised 0, unchanged 2, rejected 0", (await RunAsync("reimport", "--since", $"{ArticleExtractor.Version}")).Output.TrimEnd());
        Assert.Equal("added 0, revised 0, unchanged 0, rejected 0", (await RunAsync("reimport", "--since", $"{ArticleExtractor.Version + 1}")).Output.TrimEnd());
    }

    [Fact]
    public async Task Reimport_refuses_a_version_that_is_none()
    {
        Assert.Equal(2, (await RunAsync("reimport", "--since", "0")).Status);
        Assert.Equal(2, (await RunAsync("reimport", "--since", "last")).Status);
    }

    [Fact]
    public async Task The_report_of_a_reimport_names_fields_with_both_values()
    {
        await ImportAsync(AnArticle.Called("桥通车").Under("a.md"));
        await MisreadAsync("a.md");
        var file = Path.Combine(_files.Path, "report.json");
        await RunAsync("reimport", "--report", file);
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        Assert.Equal(1, json.RootElement.GetProperty("revised").GetInt32());
        var change = json.RootElement.GetProperty("files")[0].GetProperty("changes")[0];
        Assert.Equal(("headline", "误读", "桥通车"), (change.GetProperty("field").GetString(), change.GetProperty("old").GetString(), change.GetProperty("new").GetString()));
    }

    [Fact]
    public async Task The_report_of_an_import_has_counts_outcomes_errors_warnings_ledger_and_encoding()
    {
        _files.Write("in/a.txt", "轮渡恢复夜航\n2026-11-20 08:00 来源:海桥晚报\n海桥讯，今晚起轮渡恢复夜航，首班船七点半开出，码头上站满了等船的人。\n相关新闻\n一条别的新闻的标题\n");
        _files.Write("in/b.md", "---\nheadline: [\n---\n\n正文");
        var file = Path.Combine(_files.Path, "report.json");
        Assert.Equal(1, (await RunAsync("import", Path.Combine(_files.Path, "in"), "--report", file)).Status);
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        Assert.Equal([1, 0, 0, 1], new[] { "added", "revised", "unchanged", "rejected" }.Select(name => json.RootElement.GetProperty(name).GetInt32()));
        var (good, bad) = (json.RootElement.GetProperty("files")[0], json.RootElement.GetProperty("files")[1]);
        Assert.Equal(("added", "rejected"), (good.GetProperty("outcome").GetString(), bad.GetProperty("outcome").GetString()));
        Assert.StartsWith("/2026/11/20/", good.GetProperty("address").GetString(), StringComparison.Ordinal);
        Assert.True(bad.GetProperty("errorLine").GetInt32() > 0);
        Assert.False(string.IsNullOrEmpty(bad.GetProperty("error").GetString()));
        var extraction = good.GetProperty("extraction");
        Assert.Equal("utf-8", extraction.GetProperty("encoding").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Number, extraction.GetProperty("encoding").GetProperty("confidence").ValueKind);
        Assert.Contains(extraction.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("line").GetInt32() == 2);
        Assert.All(extraction.GetProperty("ledger").EnumerateArray(), e => Assert.NotEmpty(e.GetProperty("reason").GetString()!));
        Assert.Equal(1, extraction.GetProperty("origins").GetProperty("headline").GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_dry_run_says_what_would_become_of_each_file_and_of_its_characters()
    {
        var path = _files.Write("a.txt", "轮渡恢复夜航\n2026-11-20 08:00 来源:海桥晚报\n海桥讯，今晚起轮渡恢复夜航，首班船七点半开出，码头上站满了等船的人。\n上一篇 下一篇\n");
        var (status, output, error) = await RunAsync("import", path, "--dry-run");
        var lines = output.TrimEnd().Split('\n');
        Assert.Equal((0, 3), (status, lines.Length));
        Assert.Equal($"{path}: would be added: 轮渡恢复夜航", lines[0]);
        Assert.Matches(@"^  kept \d+, fields \d+, dropped 11 characters: 8 \S", lines[1]);
        Assert.Equal("added 1, revised 0, unchanged 0, rejected 0", lines[2]);
        Assert.DoesNotContain("stored", error, StringComparison.Ordinal);
    }

    private async Task ImportAsync(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            _files.Write($"in/{path}", text);
        }

        Assert.Equal(0, (await RunAsync("import", Path.Combine(_files.Path, "in"))).Status);
    }

    // As an older importer would have read it.
    private async Task MisreadAsync(string path)
    {
        var store = await NewsStore.OpenAsync(new StoreLocation(_data.Path));
        await using var db = store.CreateContext();
        await db.Articles.Where(a => a.ImportPath == path).ExecuteUpdateAsync(a => a.SetProperty(x => x.Headline, "误读"));
    }

    private async Task<(int Status, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await CommandLine.RunAsync([.. args, "--data", _data.Path], output, error);
        return (status, output.ToString(), error.ToString());
    }
}
