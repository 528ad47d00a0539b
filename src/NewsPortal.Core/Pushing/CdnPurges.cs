using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Pushing;

/// <summary>
/// Queues what a CDN has to forget, in the transaction of the change itself: the keys of exactly those answers that show it.
/// Nothing is queued where no CDN is configured.
/// </summary>
internal static class CdnPurges
{
    // Beyond this many it is cheaper to have everything asked for again: an unchanged answer costs a 304.
    private const int MostKeys = 1000;

    /// <summary>Queues the keys that rows of the ledger touch.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="changes">The rows, appended already.</param>
    /// <param name="pages">Articles whose own part of the page changed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task QueueAsync(NewsDbContext db, IReadOnlyList<Change> changes, IReadOnlyCollection<long> pages, CancellationToken cancellationToken)
    {
        if (await db.AskAsync("SELECT 1 FROM \"PushProgress\" WHERE \"Receiver\" = @receiver", [("@receiver", SurrogateKeys.Receiver)], cancellationToken) is null)
        {
            return;
        }

        var keys = pages.Select(SurrogateKeys.Article).ToHashSet(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            keys.UnionWith(await KeysAsync(db, change, cancellationToken));
        }

        if (keys.Count > MostKeys)
        {
            keys = [SurrogateKeys.Site];
        }

        var waiting = await db.PushDeliveries.Where(d => d.Receiver == SurrogateKeys.Receiver && d.State == PushState.Waiting).Select(d => d.Address).ToListAsync(cancellationToken);
        var (last, atUtc) = (changes[^1].Sequence, changes[^1].AtUtc);
        db.PushDeliveries.AddRange(keys.Except(waiting, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(key => new PushDelivery
        {
            Receiver = SurrogateKeys.Receiver,
            Sequence = last,
            Kind = changes[^1].Kind,
            Address = key,
            State = PushState.Waiting,
            QueuedUtc = atUtc,
            NextUtc = atUtc,
        }));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<IReadOnlyCollection<string>> KeysAsync(NewsDbContext db, Change change, CancellationToken cancellationToken)
    {
        if (change.ArticleId is not { } article)
        {
            // A setting, a new day and the navigation show on every page; related lists, stories and hot lists where they stand.
            return change.Detail is { } detail && (detail == "day" || detail.StartsWith("Site:", StringComparison.Ordinal) || detail.StartsWith("sections ", StringComparison.Ordinal))
                ? [SurrogateKeys.Site]
                : [SurrogateKeys.Lists, SurrogateKeys.Feeds, SurrogateKeys.Shared];
        }

        List<string> keys = [SurrogateKeys.Article(article), SurrogateKeys.Lists, SurrogateKeys.Feeds];
        if (change.Kind is ChangeKind.Withdrawn or ChangeKind.Removed)
        {
            keys.AddRange(await PicturesAsync(db, article, cancellationToken));
        }

        if (change.Kind is ChangeKind.Removed || await StandsInSharedPartAsync(db, article, cancellationToken))
        {
            keys.Add(SurrogateKeys.Shared);
        }

        return keys;
    }

    private static async Task<IEnumerable<string>> PicturesAsync(NewsDbContext db, long article, CancellationToken cancellationToken)
    {
        var lead = await db.Articles.Where(a => a.Id == article).Select(a => a.LeadPictureId).FirstOrDefaultAsync(cancellationToken);
        var used = await db.ArticlePictures.Where(u => u.ArticleId == article && u.PictureId != null).Select(u => u.PictureId!.Value).ToListAsync(cancellationToken);
        return (lead is { } picture ? used.Append(picture) : used).Distinct().Select(SurrogateKeys.Picture);
    }

    // The latest and the hot list stand on every article page; most of what changes in an archive is in neither.
    private static async Task<bool> StandsInSharedPartAsync(NewsDbContext db, long article, CancellationToken cancellationToken)
    {
        var time = await db.Articles.Where(a => a.Id == article).Select(a => (DateTime?)a.PublishedUtc).FirstOrDefaultAsync(cancellationToken);
        var latest = await db.Articles.Visible().OnePerReport().NewestFirst().Take(ArticleLists.LatestLength).Select(a => a.PublishedUtc).ToListAsync(cancellationToken);
        return time is null || latest.Count < ArticleLists.LatestLength || time >= latest[^1]
            || await db.HotEntries.AnyAsync(e => e.ArticleId == article, cancellationToken);
    }
}
