using System.Diagnostics;
using System.Xml;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Benchmarks;

/// <summary>What the sitemaps of a very large archive cost, asked over HTTP: first byte, the whole, memory, and the count of addresses.</summary>
internal static class SitemapBenchmark
{
    private const int Months = 24;

    public static async Task RunAsync(int articles, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("newsportal-bench-");
        try
        {
            var store = await NewsStore.OpenAsync(new StoreLocation(folder.FullName));
            await FillAsync(store, articles);
            await using var site = await PrivateSite.StartAsync([$"--data={folder.FullName}"], store);
            var index = await AskAsync(site, "/sitemap.xml");
            await output.WriteLineAsync(FormattableString.Invariant($"{articles} articles: index first time {index.First:0} ms"));
            var again = await AskAsync(site, "/sitemap.xml");
            GC.Collect();
            var (before, most, first, whole, bytes) = (GC.GetTotalMemory(forceFullCollection: true), 0L, new List<double>(), Stopwatch.GetTimestamp(), 0L);
            var addresses = 0;
            foreach (var file in again.Addresses.Where(a => a.Contains("/articles-", StringComparison.Ordinal)))
            {
                var answer = await AskAsync(site, new Uri(file).AbsolutePath, () => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before));
                first.Add(answer.First);
                (addresses, bytes) = (addresses + answer.Count, Math.Max(bytes, answer.Bytes));
            }

            await output.WriteLineAsync(FormattableString.Invariant(
                $"index again {again.First:0} ms; {addresses} addresses in {Stopwatch.GetElapsedTime(whole).TotalSeconds:0.0} s, first byte of a file {first.Order().ElementAt(first.Count / 2):0} ms median, {first.Max():0} ms at most, largest file {bytes / 1024.0 / 1024:0.0} MB, managed memory at most {most / 1024 / 1024} MB more"));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    // Two years, one month after the other, as an archive grows.
    private static Task FillAsync(NewsStore store, int articles)
    {
        var perMonth = (articles / Months) + 1;
        return CopiedRows.AddAsync(
            store,
            articles,
            FormattableString.Invariant($"20240101 + n / {perMonth} / 12 * 10000 + n / {perMonth} % 12 * 100 + n % {perMonth} * 28 / {perMonth}"),
            "datetime('2024-01-01', '+' || n || ' minutes')");
    }

    private static async Task<(double First, int Count, long Bytes, List<string> Addresses)> AskAsync(PrivateSite site, string path, Action? read = null)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await site.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var counted = new CountedStream(body);
        using var xml = XmlReader.Create(counted, new XmlReaderSettings { Async = true });
        var (first, count, addresses) = (0.0, 0, new List<string>());
        while (await xml.ReadAsync())
        {
            first = first == 0 ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : first;
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "loc" })
            {
                count++;
                var address = await xml.ReadElementContentAsStringAsync();
                if (read is null)
                {
                    addresses.Add(address);
                }
                else if (count % 5000 == 0)
                {
                    read();
                }
            }
        }

        return (first, count, counted.Count, addresses);
    }

    private sealed class CountedStream(Stream inner) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Count += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Count += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
