using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Access;

/// <summary>Makes, finds and takes back the secret addresses of articles that are not public yet.</summary>
/// <param name="db">The store.</param>
/// <param name="clock">The clock.</param>
public sealed class PreviewLinks(NewsDbContext db, TimeProvider clock)
{
    /// <summary>How long one may hold, in hours.</summary>
    public static readonly IReadOnlyList<int> Hours = [24, 72, 168];

    /// <summary>So many hold at once for one article.</summary>
    public const int Most = 20;

    /// <summary>Makes one.</summary>
    /// <param name="article">The article.</param>
    /// <param name="hours">How long it holds.</param>
    /// <param name="actor">Who makes it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The secret, which is shown once and never stored; null where there are too many.</returns>
    public async Task<string?> MakeAsync(Article article, int hours, string actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        var now = clock.NowUtc();
        await db.PreviewLinks.Where(l => l.ArticleId == article.Id && l.ExpiresUtc <= now).ExecuteDeleteAsync(cancellationToken);
        if (await db.PreviewLinks.CountAsync(l => l.ArticleId == article.Id, cancellationToken) >= Most)
        {
            return null;
        }

        var secret = LinkSecret.New();
        var link = new PreviewLink { Hash = LinkSecret.HashOf(secret), ArticleId = article.Id, Actor = actor, CreatedUtc = now, ExpiresUtc = now.AddHours(hours) };
        db.PreviewLinks.Add(link);
        Record(AuditActs.PreviewLinked, article, actor, new FieldChange("until", null, link.ExpiresUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)));
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }

    /// <summary>Those of an article that hold, the newest first.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<PreviewLink>> OfAsync(long article, CancellationToken cancellationToken = default)
    {
        var now = clock.NowUtc();
        return db.PreviewLinks.AsNoTracking().Where(l => l.ArticleId == article && l.ExpiresUtc > now).OrderByDescending(l => l.CreatedUtc).ThenBy(l => l.Hash).ToListAsync(cancellationToken);
    }

    /// <summary>Takes one back; it shows nothing from now on.</summary>
    /// <param name="article">The article.</param>
    /// <param name="hash">Which, by its hash.</param>
    /// <param name="actor">Who takes it back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where there is no such address.</returns>
    public async Task<bool> RevokeAsync(Article article, string hash, string actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (await db.PreviewLinks.Where(l => l.ArticleId == article.Id && l.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }

        Record(AuditActs.PreviewUnlinked, article, actor);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>What an address opens.</summary>
    /// <param name="secret">Its secret.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where it has ended, was taken back, or never was.</returns>
    public async Task<PreviewLink?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        var (hash, now) = (LinkSecret.HashOf(secret), clock.NowUtc());
        return await db.PreviewLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Hash == hash && l.ExpiresUtc > now, cancellationToken);
    }

    private void Record(string act, Article article, string actor, params FieldChange[] changes) =>
        AuditTrail.Add(db, new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = act, ArticleId = article.Id, Subject = article.Headline }, changes);
}
