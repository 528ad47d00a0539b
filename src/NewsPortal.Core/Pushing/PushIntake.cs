using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Pushing;

/// <summary>Puts what the change ledger says into the queue of a receiver. The queue and how far the ledger was read are one transaction.</summary>
/// <param name="db">The store.</param>
/// <param name="receiver">The receiver.</param>
public sealed class PushIntake(NewsDbContext db, PushReceiver receiver)
{
    private const int AtOnce = 500;

    /// <summary>Notes a receiver that is new: it is told of what happens from now on, not of the whole archive.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task BeginAsync(CancellationToken cancellationToken = default)
    {
        if (await db.PushProgress.AsNoTracking().AnyAsync(p => p.Receiver == receiver.Name, cancellationToken))
        {
            return;
        }

        var newest = await db.Changes.OrderByDescending(c => c.Sequence).Select(c => c.Sequence).FirstOrDefaultAsync(cancellationToken);
        db.PushProgress.Add(new PushProgress { Receiver = receiver.Name, Sequence = newest });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.PushProgress.AsNoTracking().Any(p => p.Receiver == receiver.Name))
        {
            // Another node began it in the same moment.
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>Has a receiver told again what happened since a number: for one that lost what it had taken.</summary>
    /// <param name="db">The store.</param>
    /// <param name="receiver">The receiver's name.</param>
    /// <param name="since">Rows of the ledger up to this number are not told again.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where there is no such receiver, or it was told nothing after that number.</returns>
    public static async Task<bool> RewindAsync(NewsDbContext db, string receiver, long since, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return since >= 0 && await db.PushProgress.Where(p => p.Receiver == receiver && p.Sequence > since)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Sequence, since), cancellationToken) > 0;
    }

    /// <summary>Queues everything that happened since the last time.</summary>
    /// <param name="baseUrl">The site's address, without a trailing slash.</param>
    /// <param name="nowUtc">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task FillAsync(string baseUrl, DateTime nowUtc, CancellationToken cancellationToken = default)
    {
        for (var more = true; more;)
        {
            var since = await db.PushProgress.AsNoTracking().Where(p => p.Receiver == receiver.Name).Select(p => p.Sequence).FirstAsync(cancellationToken);
            var read = await PublicChanges.ReadAsync(db, since, AtOnce, cancellationToken);
            if (read.Sequence == since)
            {
                return;
            }

            await StoreAsync(read, since, baseUrl, nowUtc, cancellationToken);
            more = read.Sequence < read.Newest;
        }
    }

    private async Task StoreAsync(PublicChanges read, long since, string baseUrl, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var waiting = receiver.OncePerAddress
            ? await db.PushDeliveries.Where(d => d.Receiver == receiver.Name && d.State == PushState.Waiting).Select(d => d.Address).ToHashSetAsync(cancellationToken)
            : [];
        var articles = await ArticlesAsync(read, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Only from where it was read: another node may have queued these rows meanwhile.
        if (await db.PushProgress.Where(p => p.Receiver == receiver.Name && p.Sequence == since)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Sequence, read.Sequence), cancellationToken) == 0)
        {
            return;
        }

        foreach (var change in read.Changes.Select(c => c.Change))
        {
            if (!articles.TryGetValue(change.ArticleId!.Value, out var article))
            {
                continue;
            }

            var known = new PushChange(
                change.Kind, baseUrl, article.Path, change.Kind == ChangeKind.Moved ? article.OldPaths : [], article.SectionPath, article.IsPublic);
            foreach (var address in receiver.AddressesOf(known).Where(a => !receiver.OncePerAddress || waiting.Add(a)))
            {
                db.PushDeliveries.Add(new PushDelivery
                {
                    Receiver = receiver.Name,
                    Sequence = change.Sequence,
                    ArticleId = change.ArticleId.Value,
                    Kind = change.Kind,
                    Address = address,
                    State = PushState.Waiting,
                    QueuedUtc = nowUtc,
                    NextUtc = nowUtc,
                });
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    // Samples are nobody's news, and what left the store has no address any more.
    private async Task<Dictionary<long, Told>> ArticlesAsync(PublicChanges read, CancellationToken cancellationToken)
    {
        var ids = read.Changes.Where(c => c.Path is not null).Select(c => c.Change.ArticleId!.Value).Distinct().ToList();
        var moved = read.Changes.Where(c => c.Change.Kind == ChangeKind.Moved).Select(c => c.Change.ArticleId!.Value).Distinct().ToList();
        var old = (await db.OldAddresses.AsNoTracking().Where(o => moved.Contains(o.ArticleId)).Select(o => new { o.ArticleId, o.Path }).ToListAsync(cancellationToken))
            .ToLookup(o => o.ArticleId, o => o.Path);
        return (await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && !a.IsSample)
                .Select(a => new { a.Id, a.Day, a.Slug, a.Status, Section = a.Section.Slug }).ToListAsync(cancellationToken))
            .ToDictionary(a => a.Id, a => new Told(ArticleAddress.Of(a.Day, a.Slug), [.. old[a.Id]], $"/sections/{a.Section}", a.Status == ArticleStatus.Published));
    }

    private sealed record Told(string Path, IReadOnlyList<string> OldPaths, string SectionPath, bool IsPublic);
}
