using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Integrity;

/// <summary>Unpacks every kept original and compares its hash.</summary>
internal static class OriginalCheck
{
    public static async Task RunAsync(NewsDbContext db, IntegrityReport report, FaultList found, CancellationToken cancellationToken)
    {
        var damaged = new List<string>();
        await foreach (var original in db.Originals.AsNoTracking().OrderBy(o => o.Hash).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            report.Originals++;
            if (Originals.Unpack(original) is null)
            {
                damaged.Add(original.Hash);
            }
        }

        foreach (var hash in damaged)
        {
            var articles = await db.OriginalUses.AsNoTracking().Where(u => u.OriginalHash == hash).Select(u => u.ArticleId).Distinct().Order().ToListAsync(cancellationToken);
            found.Add($"original {hash[..12]}", $"the kept file is damaged; it became article {string.Join(", ", articles)}, which is not touched by it");
        }
    }
}
