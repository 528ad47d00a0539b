using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Reading;

/// <summary>What stands on every article page and is the same on all: the latest news and the foot of the page.</summary>
/// <param name="Site">The site.</param>
/// <param name="Latest">The newest articles, the newest first.</param>
public sealed record SharedRunModel(SiteSnapshot Site, IReadOnlyList<Article> Latest)
{
    /// <summary>Reads it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SharedRunModel> LoadAsync(NewsDbContext db, SiteSnapshot site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new SharedRunModel(site, await db.Articles.Latest().Take(ArticleLists.LatestLength).ToListAsync(cancellationToken));
    }
}
