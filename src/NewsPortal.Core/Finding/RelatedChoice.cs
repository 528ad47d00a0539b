using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>What an editor decided about an article's related list; computed lists come and go, this stays.</summary>
public sealed class RelatedChoice
{
    /// <summary>Whose list.</summary>
    public long ArticleId { get; set; }

    /// <summary>The article that was chosen.</summary>
    public long RelatedId { get; set; }

    /// <summary>True where it stands at the head of the list; false where it, and every reprint of it, never stands there.</summary>
    public bool IsPinned { get; set; }

    /// <summary>When it was decided, UTC; pins stand in this order.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>Articles that an editor keeps out of a list: those excluded and the reprints of their reports.</summary>
    /// <param name="db">The store.</param>
    /// <param name="owner">Whose list.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<HashSet<long>> ExcludedAsync(NewsDbContext db, long owner, CancellationToken cancellationToken) =>
        !await IsAnyAsync(db, cancellationToken) ? [] : [.. await (from choice in db.RelatedChoices
                   where choice.ArticleId == owner && !choice.IsPinned
                   join excluded in db.Articles.Visible() on choice.RelatedId equals excluded.Id
                   join reprint in db.Articles.Visible() on excluded.ReportId equals reprint.ReportId
                   select reprint.Id).ToListAsync(cancellationToken)];

    /// <summary>Articles whose lists an article, or a reprint of it, is excluded from.</summary>
    /// <param name="db">The store.</param>
    /// <param name="related">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<HashSet<long>> ExcludingAsync(NewsDbContext db, long related, CancellationToken cancellationToken) =>
        !await IsAnyAsync(db, cancellationToken) ? [] : [.. await (from article in db.Articles.Visible()
                   where article.Id == related
                   join excluded in db.Articles.Visible() on article.ReportId equals excluded.ReportId
                   join choice in db.RelatedChoices on excluded.Id equals choice.RelatedId
                   where !choice.IsPinned
                   select choice.ArticleId).ToListAsync(cancellationToken)];

    // In an archive that is being imported nobody has excluded anything yet, and the joins are dear.
    private static async Task<bool> IsAnyAsync(NewsDbContext db, CancellationToken cancellationToken) =>
        await db.AskAsync("SELECT 1 FROM \"RelatedChoices\" LIMIT 1", [], cancellationToken) is not null;
}
