using System.IO.Compression;
using System.Text;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Hot.Logs;

/// <summary>
/// Counts reads from access logs, by the site's own rules. Of an hour and an article the largest number that any import
/// found is kept, so the same log, a longer one or an overlapping one counts no reading twice.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
public sealed class AccessLogImport(NewsStore store, TimeProvider clock)
{
    private const int LongestLine = 64 * 1024;

    // Written in pieces with a pause between, so that an editor's save never waits behind them.
    private const int RowsAtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(4);

    /// <summary>Reads logs, all of them as one, stores the sums and ranks anew.</summary>
    /// <param name="files">Their paths; what is packed with gzip is unpacked.</param>
    /// <param name="fault">Told of each line that cannot be read: file, line number from 1, reason. Nothing of the line itself, which tells who asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public async Task<AccessLogReport> RunAsync(
        IReadOnlyList<string> files, Action<string, long, string> fault, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(fault);
        await using var db = store.CreateContext();
        var tally = new Tally(new AccessLogReport(), new LoggedArticles(db), new LoggedReaders(), []);
        foreach (var file in files)
        {
            using var lines = new ByteLines(Open(file), LongestLine);
            for (long number = 1; lines.Next(out var bytes, out var problem); number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (problem is null && bytes.Length == 0)
                {
                    continue;
                }

                var line = problem is null ? AccessLogLine.Read(Encoding.Latin1.GetString(bytes).TrimEnd('\r'), out problem) : null;
                if (line is null)
                {
                    tally.Report.Malformed++;
                    fault(file, number, problem!);
                }
                else
                {
                    await CountAsync(tally, line);
                }
            }
        }

        await WriteAsync(db, tally, cancellationToken);
        await HotSnapshot.RenewAsync(db, clock, cancellationToken);
        return tally.Report;
    }

    private async Task CountAsync(Tally tally, AccessLogLine line)
    {
        var report = tally.Report;
        var (hour, now) = (ReadHour.Of(line.At), ReadHour.Of(clock.GetUtcNow()));
        if (line.Method != "GET" || line.Status != 200)
        {
            report.Others++;
        }
        else if (hour > now || hour <= now - (int)HotWindow.Week)
        {
            report.OutOfTime++;
        }
        else if (!ReaderAgent.IsReader(line.Agent))
        {
            report.Robots++;
        }
        else if (await tally.Articles.FindAsync(line) is not { } article)
        {
            report.Others++;
        }
        else if (!tally.Readers.IsFirst(line, article))
        {
            report.Repeats++;
        }
        else
        {
            report.Reads++;
            var key = new ReadHour(hour, article);
            tally.Sums[key] = tally.Sums.GetValueOrDefault(key) + 1;
        }
    }

    private static async Task WriteAsync(NewsDbContext db, Tally tally, CancellationToken cancellationToken)
    {
        tally.Report.Articles = tally.Sums.Keys.Select(k => k.ArticleId).Distinct().Count();
        foreach (var rows in tally.Sums.OrderBy(s => s.Key.Hour).ThenBy(s => s.Key.ArticleId).Chunk(RowsAtOnce))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await ReadCounts.RaiseAsync(db, rows, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static Stream Open(string file)
    {
        var stream = File.OpenRead(file);
        var packed = stream.CanSeek ? stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b : file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        if (stream.CanSeek)
        {
            stream.Position = 0;
        }

        return packed ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private sealed record Tally(AccessLogReport Report, LoggedArticles Articles, LoggedReaders Readers, Dictionary<ReadHour, long> Sums);
}
