using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>
/// Lets editors see that someone else has an article open. A lock is taken when editing starts, renewed while it goes on,
/// and ends after five minutes without renewal, at publication, or when another takes it over.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who edits.</param>
public sealed class ArticleLocks(NewsStore store, TimeProvider clock, string actor)
{
    /// <summary>How long a lock lasts that nobody renews.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>Takes an article's lock where it is free or has ended, or renews one's own.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The lock as it stands now: one's own, or another's. Null where there is no such article.</returns>
    public async Task<ArticleLock?> TakeAsync(long article, CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateContext();
        var now = clock.NowUtc();

        // Each statement is whole in itself, so two editors who ask at once cannot both have it.
        if (await Mine(db, article).Where(l => l.UntilUtc > now).ExecuteUpdateAsync(set => set.SetProperty(l => l.UntilUtc, now + Lasts), cancellationToken) > 0
            || await SeizeAsync(db.ArticleLocks.Where(l => l.ArticleId == article && l.UntilUtc <= now), now, cancellationToken)
            || await AddAsync(article, now, cancellationToken))
        {
            return await ReadAsync(db, article, cancellationToken);
        }

        return await ReadAsync(db, article, cancellationToken);
    }

    /// <summary>Takes an article's lock whoever has it, which goes on record.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The lock, now one's own. Null where there is no such article.</returns>
    public async Task<ArticleLock?> TakeOverAsync(long article, CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateContext();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            var now = clock.NowUtc();
            var before = await db.ArticleLocks.AsNoTracking().FirstOrDefaultAsync(l => l.ArticleId == article && l.Holder != actor && l.UntilUtc > now, cancellationToken);
            if (before is not null && await SeizeAsync(db.ArticleLocks.Where(l => l.ArticleId == article), now, cancellationToken))
            {
                AuditTrail.Add(
                    db,
                    new AuditEntry
                    {
                        AtUtc = now,
                        Actor = actor,
                        Act = "article.takeOver",
                        ArticleId = article,
                        Subject = await db.Articles.Where(a => a.Id == article).Select(a => a.Headline).SingleAsync(cancellationToken),
                    },
                    [new("lock", before.Holder, actor)]);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }

        return await TakeAsync(article, cancellationToken);
    }

    /// <summary>Lets go of one's own lock.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ReleaseAsync(long article, CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateContext();
        await Mine(db, article).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The locks that hold now, of some articles.</summary>
    /// <param name="articles">The articles' numbers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Dictionary<long, ArticleLock>> HeldAsync(IReadOnlyCollection<long> articles, CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateContext();
        var now = clock.NowUtc();
        return await db.ArticleLocks.AsNoTracking().Where(l => articles.Contains(l.ArticleId) && l.UntilUtc > now)
            .ToDictionaryAsync(l => l.ArticleId, cancellationToken);
    }

    private static Task<ArticleLock?> ReadAsync(NewsDbContext db, long article, CancellationToken cancellationToken) =>
        db.ArticleLocks.AsNoTracking().SingleOrDefaultAsync(l => l.ArticleId == article, cancellationToken);

    private IQueryable<ArticleLock> Mine(NewsDbContext db, long article) => db.ArticleLocks.Where(l => l.ArticleId == article && l.Holder == actor);

    private async Task<bool> SeizeAsync(IQueryable<ArticleLock> locks, DateTime now, CancellationToken cancellationToken) =>
        await locks.ExecuteUpdateAsync(
            set => set.SetProperty(l => l.Holder, actor).SetProperty(l => l.SinceUtc, now).SetProperty(l => l.UntilUtc, now + Lasts), cancellationToken) > 0;

    private async Task<bool> AddAsync(long article, DateTime now, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        if (await db.ArticleLocks.AnyAsync(l => l.ArticleId == article, cancellationToken) || !await db.Articles.AnyAsync(a => a.Id == article, cancellationToken))
        {
            return false;
        }

        db.ArticleLocks.Add(new ArticleLock { ArticleId = article, Holder = actor, SinceUtc = now, UntilUtc = now + Lasts });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another editor was quicker, or the article has just gone.
            return false;
        }
    }
}
