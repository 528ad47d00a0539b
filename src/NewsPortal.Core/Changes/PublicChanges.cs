using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Changes;

/// <summary>The rows of the ledger that say what became of public articles, in order: who follows them has what the public has.</summary>
/// <param name="Changes">The rows.</param>
/// <param name="Sequence">All rows up to this number are told.</param>
/// <param name="Newest">The number of the newest row there was.</param>
public sealed record PublicChanges(IReadOnlyList<PublicChange> Changes, long Sequence, long Newest)
{
    // Rows of the clock and of the site lie between them: a quiet site has thousands to pass over.
    private const int Window = 10_000;

    private static readonly ChangeKind[] Kinds =
    [
        ChangeKind.Published, ChangeKind.Revised, ChangeKind.Corrected, ChangeKind.Withdrawn, ChangeKind.Restored, ChangeKind.Moved, ChangeKind.Removed, ChangeKind.Renamed,
    ];

    /// <summary>The days in the addresses of the articles that some rows name, whether they are public now or not.</summary>
    /// <param name="db">The store.</param>
    /// <param name="since">Rows up to this number are left out.</param>
    /// <param name="until">The last row's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Days as yyyymmdd; null where one of the articles has left the store, so that nobody knows its day any more.</returns>
    public static async Task<IReadOnlySet<int>?> DaysAsync(NewsDbContext db, long since, long until, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var changed = await db.Changes.AsNoTracking().Where(c => c.Sequence > since && c.Sequence <= until && c.ArticleId != null)
            .Select(c => c.ArticleId!.Value).Distinct().ToListAsync(cancellationToken);
        var days = await db.Articles.AsNoTracking().Where(a => changed.Contains(a.Id)).Select(a => a.Day).ToListAsync(cancellationToken);
        return days.Count == changed.Count ? days.ToHashSet() : null;
    }

    /// <summary>Reads rows.</summary>
    /// <param name="db">The store.</param>
    /// <param name="since">Rows up to this number are known.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<PublicChanges> ReadAsync(NewsDbContext db, long since, int most, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);

        // Read first: what is committed from here on is for the next time, and never passed over.
        var newest = await db.Changes.OrderByDescending(c => c.Sequence).Select(c => c.Sequence).FirstOrDefaultAsync(cancellationToken);
        var last = Math.Min(newest, since > long.MaxValue - Window ? since : since + Window);
        var rows = await db.Changes.AsNoTracking()
            .Where(c => c.Sequence > since && c.Sequence <= last && Kinds.Contains(c.Kind) && c.ArticleId != null)
            .OrderBy(c => c.Sequence).Take(most).ToListAsync(cancellationToken);
        var ids = rows.Select(c => c.ArticleId!.Value).Distinct().ToList();

        // Only what was public at some time is named; an article that has become a draft is nobody's business again.
        var found = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, a.Status, a.ExternalId, a.Day, a.Slug }).ToListAsync(cancellationToken);
        var named = found.Where(a => a.Status is ArticleStatus.Published or ArticleStatus.Withdrawn).ToDictionary(a => a.Id);
        return new PublicChanges(
            [.. rows.Select(c => named.TryGetValue(c.ArticleId!.Value, out var a)
                ? new PublicChange(c, a.ExternalId ?? a.Id.ToString(CultureInfo.InvariantCulture), ArticleAddress.Of(a.Day, a.Slug))
                : new PublicChange(c, null, null))],
            rows.Count == most ? rows[^1].Sequence : Math.Max(since, last),
            newest);
    }
}

/// <summary>A row of the ledger and the article it belongs to.</summary>
/// <param name="Change">The row.</param>
/// <param name="Id">The article's external id, or its number; null where it has left the store.</param>
/// <param name="Path">Its address, root-relative, as it is now; null where it has left the store.</param>
public sealed record PublicChange(Change Change, string? Id, string? Path);
