using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding.Hot;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Reading;

/// <summary>What stands on every article page and is the same on all: the latest news and the foot of the page.</summary>
/// <param name="Site">The site.</param>
/// <param name="Latest">The newest articles, the newest first.</param>
/// <param name="Hot">What was read most in 24 hours; empty where nothing is counted.</param>
public sealed record SharedRunModel(SiteSnapshot Site, IReadOnlyList<Article> Latest, IReadOnlyList<Article> Hot)
{
    /// <summary>Reads it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SharedRunModel> LoadAsync(NewsDbContext db, SiteSnapshot site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new SharedRunModel(
            site,
            await db.Articles.Latest().Take(ArticleLists.LatestLength).ToListAsync(cancellationToken),
            await db.Articles.MostRead(db, HotWindow.Day).Take(HotList.ShortLength).ToListAsync(cancellationToken));
    }
}
