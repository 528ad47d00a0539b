using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Tests.Serving;

/// <summary>What counts as a reading, and what is kept of it.</summary>
public sealed class ReadCounterTests : IAsyncLifetime
{
    private const string Path = "/2026/11/20/first";
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await StartAsync();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task D6_a_reader_counts_once_however_often_the_page_is_reloaded()
    {
        for (var i = 0; i < 5; i++)
        {
            (await _site.ReadAsync(Path)).EnsureSuccessStatusCode();
        }

        Assert.Equal(1, await _site.ReadsOfAsync("first"));
        await _site.ReadAsync(Path, reader: 2);
        Assert.Equal(2, await _site.ReadsOfAsync("first"));
    }

    [Fact]
    public async Task A_reader_who_comes_back_after_an_hour_counts_again_but_not_after_29_minutes()
    {
        await _site.ReadAsync(Path);
        _site.Clock.Pass(TimeSpan.FromMinutes(29));
        await _site.ReadAsync(Path);
        Assert.Equal(1, await _site.ReadsOfAsync("first"));
        _site.Clock.Pass(TimeSpan.FromMinutes(31));
        await _site.ReadAsync(Path);
        Assert.Equal(2, await _site.ReadsOfAsync("first"));
    }

    [Fact]
    public async Task A_revalidation_is_no_reading()
    {
        using var first = await _site.ReadAsync(Path);
        _site.Clock.Pass(TimeSpan.FromHours(2));
        using var second = await _site.ReadAsync(Path, change: r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(1, await _site.ReadsOfAsync("first"));
    }

    [Theory]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("Purpose", "prefetch")]
    [InlineData("X-Moz", "prefetch")]
    [InlineData("X-Purpose", "preview")]
    [InlineData("Sec-Fetch-Dest", "empty")]
    [InlineData("Sec-Fetch-Dest", "image")]
    [InlineData("Range", "bytes=0-99")]
    [InlineData("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("User-Agent", "curl/8.5.0")]
    [InlineData("User-Agent", "")]
    public async Task D6_what_is_no_reading_does_not_count(string header, string value)
    {
        using var answer = await _site.ReadAsync(Path, change: r =>
        {
            r.Headers.Remove(header);
            r.Headers.TryAddWithoutValidation(header, value);
        });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await _site.ReadsOfAsync("first"));
    }

    [Fact]
    public async Task Head_and_refusals_do_not_count()
    {
        await _site.ReadAsync(Path, change: r => r.Method = HttpMethod.Head);
        await _site.ReadAsync("/2026/11/20/nothing");
        Assert.Equal(0, await _site.ReadsOfAsync("first"));
        await _site.ReadAsync(Path, change: r => r.Headers.TryAddWithoutValidation("Sec-Fetch-Dest", "document"));
        Assert.Equal(1, await _site.ReadsOfAsync("first"));
    }

    [Fact]
    public async Task A_reader_cannot_pass_for_many_by_a_forwarded_header()
    {
        for (var i = 0; i < 4; i++)
        {
            await _site.ReadAsync(Path, change: r => r.Headers.TryAddWithoutValidation("X-Forwarded-For", $"203.0.113.{i}"));
        }

        Assert.Equal(1, await _site.ReadsOfAsync("first"));
    }

    [Fact]
    public async Task Behind_a_proxy_that_the_operator_named_each_forwarded_address_is_a_reader()
    {
        await using var site = await StartAsync("--ForwardedHeaders_Enabled=true");
        for (var i = 0; i < 4; i++)
        {
            await site.ReadAsync(Path, change: r => r.Headers.TryAddWithoutValidation("X-Forwarded-For", $"203.0.113.{i / 2}"));
        }

        Assert.Equal(2, await site.ReadsOfAsync("first"));
    }

    [Fact]
    public async Task What_was_counted_is_stored_at_the_end_and_added_to_after_a_restart()
    {
        using var data = new TemporaryFolder();
        await using (var site = await StartAsync($"--data={data.Path}"))
        {
            await site.ReadByAsync(Path, 1, 3);
            await site.StatusAsync("/healthz/live");
            await site.Work().StopAsync(CancellationToken.None);
        }

        await using var again = await TestSite.StartAsync($"--data={data.Path}");
        Assert.Equal(3, await again.ReadsOfAsync("first"));
        await again.ReadAsync(Path, reader: 9);
        Assert.Equal(4, await again.ReadsOfAsync("first"));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_stored_later_and_once()
    {
        await _site.ReadByAsync(Path, 1, 2);
        await _site.StatusAsync("/healthz/live");
        await using (var db = _site.Store.CreateContext())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"ReadCounts\" RENAME TO \"Away\"");
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _site.Work().StoreAsync());
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Away\" RENAME TO \"ReadCounts\"");
        }

        Assert.Equal(2, await _site.ReadsOfAsync("first"));
        Assert.Equal(2, await _site.ReadsOfAsync("first"));
    }

    [Fact]
    public async Task D6_nothing_in_the_store_tells_who_read()
    {
        const string agent = "Mozilla/5.0 (X11; Zebra-7731) Quagga/1.0";
        await using var site = await StartAsync("--NewsPortal:Site:BaseUrl=https://news.example");
        await site.ReadAsync(Path, change: r =>
        {
            r.Headers.Remove("User-Agent");
            r.Headers.TryAddWithoutValidation("User-Agent", agent);
        });
        Assert.Equal(1, await site.ReadsOfAsync("first"));
        var files = Directory.GetFiles(site.DataDirectory, "newsportal.db*");
        Assert.True(files.Sum(f => new FileInfo(f).Length) > 100_000, "the store is looked at");
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            foreach (var secret in (string[])["127.0.0.1", "Zebra-7731", "Quagga"])
            {
                Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));
            }
        }
    }

    [Fact]
    public async Task Counting_changes_nothing_in_an_answer()
    {
        await using var silent = await StartAsync("--NewsPortal:Site:CountReads=false", "--NewsPortal:Site:BaseUrl=https://news.example");
        await using var counting = await StartAsync("--NewsPortal:Site:BaseUrl=https://news.example");
        using var one = await silent.ReadAsync(Path);
        using var other = await counting.ReadAsync(Path);
        Assert.Equal(await one.Content.ReadAsByteArrayAsync(), await other.Content.ReadAsByteArrayAsync());
        Assert.Equal(Headers(one), Headers(other));
        Assert.Equal((0, 1), (await silent.ReadsOfAsync("first"), await counting.ReadsOfAsync("first")));
    }

    [Fact]
    public void When_nothing_more_can_be_remembered_nothing_more_is_counted_until_it_can()
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        var readers = new RecentReaders(clock, most: 10);
        var address = IPAddress.Parse("2001:db8::1");
        Assert.Equal(10, Enumerable.Range(0, 25).Count(i => readers.IsFirst(address, Reader.Agent(i), 7)));
        Assert.False(readers.IsFirst(IPAddress.Parse("2001:db8::ffff"), Reader.Agent(0), 7));
        clock.Pass(TimeSpan.FromMinutes(30));
        Assert.False(readers.IsFirst(address, Reader.Agent(0), 7));
        Assert.True(readers.IsFirst(address, Reader.Agent(24), 7));
        Assert.True(readers.IsFirst(address, Reader.Agent(0), 8));
        Assert.True(readers.IsFirst(IPAddress.Parse("2001:db8:0:1::1"), Reader.Agent(0), 7));
    }

    [Fact]
    public async Task Many_at_once_lose_no_count_while_sums_are_taken_out()
    {
        long taken = 0;
        var hour = new KeyValuePair<Core.Finding.Hot.ReadHour, long>(new(1, 1), 1);
        var counter = new ReadCounter(null!, null!, _site.Clock);
        var adding = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50_000; i++)
            {
                counter.PutBack([hour]);
            }
        })).ToArray();
        while (!Task.WhenAll(adding).IsCompleted)
        {
            taken += counter.Take().Sum(s => s.Value);
        }

        await Task.WhenAll(adding);
        Assert.Equal(200_000, taken + counter.Take().Sum(s => s.Value));
    }

    private static async Task<TestSite> StartAsync(params string[] options)
    {
        var site = await TestSite.StartAsync(options);
        await site.ImportAsync(AnArticle.Called("第一天的新闻").At("2026-11-20 08:00:00").With("slug", "first").Under("first.md"));
        return site;
    }

    private static List<string> Headers(HttpResponseMessage answer) =>
        [.. answer.Headers.Concat<KeyValuePair<string, IEnumerable<string>>>(answer.Content.Headers).Where(h => h.Key != "Date").Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order()];
}
