using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>Has the pages that show some pictures made anew.</summary>
internal static class PicturePages
{
    /// <summary>Throws their kept runs away, in the transaction of the change to the pictures.</summary>
    /// <param name="db">The store.</param>
    /// <param name="pictures">Numbers of the pictures; their places in articles are those before or after the change, whichever there are.</param>
    /// <param name="nowUtc">The moment of the change.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RenewAsync(NewsDbContext db, IReadOnlyCollection<int> pictures, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var shown = await db.Articles.Visible()
            .Where(a => pictures.Contains(a.LeadPictureId ?? 0) || a.Pictures.Any(u => pictures.Contains(u.PictureId ?? 0)))
            .Select(a => a.Id).ToListAsync(cancellationToken);
        if (shown.Count == 0)
        {
            return;
        }

        var pages = await RunInvalidation.ApplyAsync(db, [], shown, cancellationToken);

        // Lists and the front page show them too, and follow the ledger.
        await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Site, AtUtc = nowUtc, Actor = "pictures", Detail = "renditions" }], pages, cancellationToken);
    }
}
