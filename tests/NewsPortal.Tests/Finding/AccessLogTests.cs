using System.IO.Compression;
using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding.Hot;
using NewsPortal.Core.Finding.Hot.Logs;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Commands;

namespace NewsPortal.Tests.Finding;

/// <summary>Reads counted from access logs. The clock stands at 10:00 on 24 November 2026 in China.</summary>
public sealed class AccessLogTests : IAsyncLifetime, IDisposable
{
    private const string First = "/2026/11/20/first";
    private readonly TemporaryFolder _files = new();
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync("--NewsPortal:Site:CountReads=false");
        await _site.ImportAsync(
            AnArticle.Called("第一天的新闻").At("2026-11-20 08:00:00").With("slug", "first").With("aliases", "[/old/first.html, /旧址/一.html]"),
            AnArticle.Called("第二天的新闻").At("2026-11-21 08:00:00").With("slug", "second").Saying("第二天，河边的灯也亮了，散步的人比昨天更多。"));
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Only_readings_count()
    {
        var report = await ImportAsync(
            Line(First, reader: 1),
            Line(First, reader: 1, time: "09:29:00"),
            Line(First, reader: 1, time: "09:31:00"),
            Line(First + "?utm_source=x", reader: 2),
            Line("https://news.example" + First, reader: 3),
            "news.example:443 " + Line(First, reader: 4),
            Line(First, reader: 5, status: 304),
            Line(First, reader: 5, method: "HEAD"),
            Line("/", reader: 5),
            Line("/2026/11/20/nothing", reader: 5),
            Line(First, reader: 5, agent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"),
            Line(First, reader: 5, agent: "-"),
            Line(First, reader: 5, date: "16/Nov/2026"),
            Line(First, reader: 5, date: "25/Nov/2026"),
            "127.0.0.1 - - [24/Nov/2026:09:00:00 +0800] \"\\x16\\x03\\x01\" 400 150 \"-\" \"-\"");
        Assert.Equal("counted 5 reads of 1 articles, skipped 10: 2 by robots, 1 repeated, 2 out of time, 5 other requests, 0 malformed", report.ToString());
    }

    [Theory]
    [InlineData("/old/first.html")]
    [InlineData("/%E6%97%A7%E5%9D%80/%E4%B8%80.html")]
    [InlineData(@"/\xE6\x97\xA7\xE5\x9D\x80/\xE4\xB8\x80.html")]
    [InlineData("/旧址/一.html")]
    public async Task An_address_that_the_article_has_left_counts_for_it(string path)
    {
        await ImportAsync(Line(path));
        Assert.Equal(1, await _site.ReadsOfAsync("first"));
    }

    [Fact]
    public async Task The_same_log_a_longer_one_and_an_overlapping_one_count_each_reading_once()
    {
        string[] lines = [Line(First, 1), Line(First, 2), Line("/2026/11/21/second", 1, "08:10:00")];
        await ImportAsync(lines);
        await ImportAsync(lines);
        Assert.Equal((2, 1), (await _site.ReadsOfAsync("first"), await _site.ReadsOfAsync("second")));
        await ImportAsync([.. lines, Line(First, 3)]);
        await ImportAsync(lines[1..]);
        Assert.Equal((3, 1), (await _site.ReadsOfAsync("first"), await _site.ReadsOfAsync("second")));
    }

    [Fact]
    public async Task A_log_of_readings_that_the_site_counted_too_does_not_count_them_again()
    {
        await using (var db = _site.Store.CreateContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var id = await db.Articles.Where(a => a.Slug == "first").Select(a => a.Id).SingleAsync();
            await ReadCounts.AddAsync(db, [new(new ReadHour(ReadHour.Of(_site.Clock.GetUtcNow()), id), 2)]);
            await transaction.CommitAsync();
        }

        await ImportAsync([.. Enumerable.Range(1, 5).Select(i => Line(First, i, "10:00:00"))]);
        await using var after = _site.Store.CreateContext();
        Assert.Equal(5, await after.HotEntries.Where(e => e.Window == HotWindow.Day).Select(e => e.Score).SingleAsync());
    }

    [Fact]
    public async Task The_list_is_there_as_soon_as_a_log_is_imported()
    {
        Assert.Equal(404, await _site.StatusAsync("/hot"));
        await ImportAsync(Line(First));
        await _site.RefreshAsync();
        Assert.Equal(First, (await _site.PageAsync("/hot")).QuerySelector("ol.ranked a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Packed_logs_are_unpacked_and_a_torn_one_keeps_what_it_had()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Line(First) + "\r\n" + Line("/2026/11/21/second") + "\r\n"));
        }

        await new AccessLogImport(_site.Store, _site.Clock).RunAsync([_files.Write("access.log.1.gz", packed.ToArray())], (_, _, _) => { });
        Assert.Equal((1, 1), (await _site.ReadsOfAsync("first"), await _site.ReadsOfAsync("second")));
        await new AccessLogImport(_site.Store, _site.Clock).RunAsync([_files.Write("torn.gz", packed.ToArray()[..^12])], (_, _, _) => { });
    }

    [Fact]
    public async Task Lines_that_cannot_be_read_are_told_by_number_without_what_they_say()
    {
        var told = new List<(long Line, string Reason)>();
        string[] lines =
        [
            "not a log", Line(First), new string('"', 70_000), "[", " [", "1.2.3.4 - - [24/Nov/2026:09:00:00 +0800]", "1.2.3.4 - - [24/Nov/2026:09:00:00 +0800] \"GET / HTTP/1.1\\",
            "203.0.113.9 - - [24/Nov/2026:09:00:00 +0800] \"GET / HTTP/1.1\" 200 5", "1.2.3.4 - - [99/Foo/2026:09:00:00 +0800] \"GET / HTTP/1.1\" 200 5 \"-\" \"-\"",
            "1.2.3.4 - - [24/Nov/2026:09:00:00 +0800] \"GET / HTTP/1.1\" 99999999999 5 \"-\" \"-\"", "\0\u0001\u00ff [24/Nov/2026:09:00:00 +0800] \"GET /%00%zz\\x HTTP/1.1\" 200 5 \"-\" \"Mozilla/5.0 (x)\"",
        ];
        var report = await new AccessLogImport(_site.Store, _site.Clock).RunAsync(
            [_files.Write("bad.log", Encoding.Latin1.GetBytes(string.Join('\n', lines)))], (_, line, reason) => told.Add((line, reason)));
        Assert.Equal([1, 3, 4, 5, 6, 7, 8, 9, 10], told.Select(t => t.Line));
        Assert.Equal((1, 9, 1), (report.Reads, report.Malformed, report.Others));
        Assert.DoesNotContain(told, t => t.Reason.Contains("203.0.113.9", StringComparison.Ordinal));
    }

    [Fact]
    public void No_line_breaks_the_reader() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char[" []\"\\%x/:0é"], 0, 80].Select(s => "1.1.1.1 - - [24/Nov/2026:09:00:00 +0800] \"" + s))
            .Sample(line => AccessLogLine.Read(line, out var fault) is { } read ? read.DecodedPath().Length <= read.Path.Length : fault is not null);

    [Fact]
    public async Task The_command_tells_what_it_counted_and_ends_with_1_where_lines_were_bad()
    {
        var now = DateTimeOffset.UtcNow.ToString("dd/MMM/yyyy:HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        var log = _files.Write("access.log", $"1.2.3.4 - - [{now} +0000] \"GET {First} HTTP/1.1\" 200 5 \"-\" \"{Reader.Agent()}\"\n");
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(0, await CommandLine.RunAsync(["reads", "import", log, "--data", _site.DataDirectory], output, error));
        Assert.StartsWith("counted 1 reads of 1 articles, skipped 0", output.ToString(), StringComparison.Ordinal);
        var bad = _files.Write("bad.log", "nothing\n");
        Assert.Equal(1, await CommandLine.RunAsync(["reads", "import", bad, log, "--data", _site.DataDirectory], output, error));
        Assert.Contains($"malformed {bad}:1: ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await CommandLine.RunAsync(["reads", "import", bad + "x", "--data", _site.DataDirectory], output, error));
        Assert.Equal(1, await _site.ReadsOfAsync("first"));
    }

    private static string Line(
        string path, int reader = 1, string time = "09:00:00", string date = "24/Nov/2026", string method = "GET", int status = 200, string? agent = null) =>
        $"203.0.113.{reader} - - [{date}:{time} +0800] \"{method} {path} HTTP/1.1\" {status} 5120 \"https://news.example/\" \"{agent ?? Reader.Agent()}\"";

    private async Task<AccessLogReport> ImportAsync(params string[] lines) =>
        await new AccessLogImport(_site.Store, _site.Clock).RunAsync([_files.Write("access.log", string.Join('\n', lines) + "\n")], (_, _, reason) => Assert.Fail(reason));
}
