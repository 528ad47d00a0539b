using System.IO.Compression;
using System.IO.Hashing;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Integrity;

/// <summary>Unpacks every page that was made ready and compares length and CRC-32, which browsers check too.</summary>
internal static class PageCheck
{
    public static async Task RunAsync(NewsDbContext db, FaultList found, CancellationToken cancellationToken)
    {
        await foreach (var run in db.Runs.AsNoTracking().OrderBy(r => r.ArticleId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!IsWhole(run))
            {
                found.Add(FormattableString.Invariant($"page of article {run.ArticleId}"), "the page made ready is damaged. Deleting its row of Runs makes it anew.");
            }
        }
    }

    private static bool IsWhole(ArticleRun run)
    {
        try
        {
            // Ended by a flush and not by a last block: the end of the stream is no fault.
            var page = new byte[run.Length];
            using var inflated = new DeflateStream(new MemoryStream(run.Deflated), CompressionMode.Decompress);
            var read = inflated.ReadAtLeast(page, page.Length, throwOnEndOfStream: false);
            return read == page.Length && Crc32.HashToUInt32(page) == (uint)run.Crc;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
