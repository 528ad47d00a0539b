using System.Text.Json;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Commands;

namespace NewsPortal.Tests.Commands;

/// <summary>The command line as scripts use it.</summary>
public sealed class CommandTests : IDisposable
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
    public async Task Import_ends_with_its_counts_and_tells_of_rejections()
    {
        Write(AnArticle.Called("好新闻").Under("城市/good.md"));
        _files.Write("城市/bad.md", "---\nheadline: [\n---\n\n正文");
        var (status, output, error) = await RunAsync("import", _files.Path);
        Assert.Equal(1, status);
        Assert.Equal("added 1, revised 0, unchanged 0, rejected 1", output.TrimEnd().Split('\n')[^1]);
        Assert.Contains($"stored {Path.Combine(_files.Path, "城市", "good.md")}", error, StringComparison.Ordinal);
        Assert.Matches(@"rejected \S+bad\.md:\d+: \S", error);
        Assert.Equal(0, (await RunAsync("import", Path.Combine(_files.Path, "城市", "good.md"))).Status);
    }

    [Fact]
    public async Task Where_pictures_cannot_be_drawn_the_import_still_ends_with_its_counts()
    {
        Write(AnArticle.Called("好新闻").Under("good.md"));
        Directory.CreateDirectory(Path.Combine(_data.Path, "media", ".renditions.lock"));
        var (status, output, error) = await RunAsync("import", _files.Path);
        Assert.Equal((0, "added 1, revised 0, unchanged 0, rejected 0"), (status, output.TrimEnd()));
        Assert.Contains("warning: not all pictures", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_stores_nothing()
    {
        Write(AnArticle.Called("好新闻").Under("good.md"));
        Assert.Equal("added 1, revised 0, unchanged 0, rejected 0", (await RunAsync("import", _files.Path, "--dry-run")).Output.TrimEnd().Split('\n')[^1]);
        Assert.Equal("added 1, revised 0, unchanged 0, rejected 0", (await RunAsync("import", _files.Path)).Output.TrimEnd());
    }

    [Fact]
    public async Task Rows_of_a_jsonl_file_keep_their_ids_in_runs()
    {
        _files.Write("rows.jsonl", string.Join('\n', Enumerable.Range(1, 5).Select(i =>
            JsonSerializer.Serialize(new { id = $"row-{i}", title = $"灯塔第{i}次开放", date = "2026-11-01", text = $"灯塔今天第{i}次向游人开放，守塔人讲起了往事。" }))));
        Assert.Equal("added 5, revised 0, unchanged 0, rejected 0", (await RunAsync("import", _files.Path)).Output.TrimEnd());
        var related = Path.Combine(_files.Path, "related.tsv");
        Assert.Equal(0, (await RunAsync("related", "--run", related)).Status);
        Assert.All(File.ReadLines(related), line => Assert.Matches(@"^row-\d\trow-\d\t\d+\t[01]\.\d+\t\S", line));
        _files.Write("queries.tsv", "q1\t灯塔\nq2\t守塔人\n");
        var run = Path.Combine(_files.Path, "run.tsv");
        Assert.Equal(0, (await RunAsync("search", "--queries", Path.Combine(_files.Path, "queries.tsv"), "--run", run)).Status);
        Assert.Equal(10, File.ReadLines(run).Count());
        Assert.All(File.ReadLines(run), line => Assert.Matches(@"^q[12]\trow-\d\t[1-5]$", line));
    }

    [Fact]
    public async Task Extract_prints_one_object_a_line_whose_ledger_covers_the_text()
    {
        Write(AnArticle.Called("好新闻").Under("good.md").At("2026-11-20 08:30"));
        var (status, output, _) = await RunAsync("extract", _files.Path, "--with-text");
        Assert.Equal(0, status);
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        Assert.True(root.GetProperty("ok").GetBoolean());
        Assert.Equal("好新闻", root.GetProperty("headline").GetString());
        Assert.Equal("2026-11-20T08:30:00+08:00", root.GetProperty("published").GetString());
        var at = 0;
        foreach (var entry in root.GetProperty("ledger").EnumerateArray())
        {
            Assert.Equal(at, entry.GetProperty("start").GetInt32());
            at += entry.GetProperty("length").GetInt32();
        }

        Assert.Equal(root.GetProperty("text").GetString()!.EnumerateRunes().Count(), at);
    }

    [Fact]
    public async Task A_setting_is_kept_checked_and_read_back()
    {
        Assert.Equal(0, (await RunAsync("settings", "set", "Site:Name", "南岭日报")).Status);
        Assert.Equal("南岭日报", (await RunAsync("settings", "get", "Name")).Output.Trim());
        var (status, _, error) = await RunAsync("settings", "set", "Accent", "blue");
        Assert.Equal(2, status);
        Assert.Contains("#a8201a", error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("settings", "get", "Nothing")).Status);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("import")]
    [InlineData("related")]
    [InlineData("search", "词", "--limit", "0")]
    [InlineData("import", "x", "--no-such-option")]
    public async Task Wrong_usage_is_told_and_ends_with_2(params string[] args)
    {
        var (status, _, error) = await RunAsync(args);
        Assert.Equal(2, status);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_store_that_cannot_be_made_ends_with_3_and_says_why_in_one_line()
    {
        var file = _files.Write("taken", "a file stands where the folder should be");
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(3, await CommandLine.RunAsync(["search", "词", "--data", file], output, error));
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
        Assert.Contains(file, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_told_in_one_line()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        using var error = new StringWriter();
        var status = await CommandLine.RunAsync(
            ["--urls", $"http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}", "--data", _data.Path, "--NewsPortal:ContentDirectory="], TextWriter.Null, error);
        Assert.Equal(1, status);
        Assert.Contains("in use", Assert.Single(error.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private void Write((string Path, string Text) file) => _files.Write(file.Path, file.Text);

    private async Task<(int Status, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await CommandLine.RunAsync([.. args, "--data", _data.Path], output, error);
        return (status, output.ToString(), error.ToString());
    }
}
