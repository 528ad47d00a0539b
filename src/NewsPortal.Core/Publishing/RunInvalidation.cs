using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>Throws away the kept runs of the pages that show something a change has touched, and of no others.</summary>
internal static class RunInvalidation
{
    /// <summary>Throws them away, in the transaction of the change.</summary>
    /// <param name="db">The store.</param>
    /// <param name="changed">Articles that became public, changed or left.</param>
    /// <param name="changedLists">Articles whose related list changed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The articles whose pages these are; none where no page is kept at all.</returns>
    public static async Task<IReadOnlyCollection<long>> ApplyAsync(
        NewsDbContext db, IReadOnlyCollection<Article> changed, IReadOnlyCollection<long> changedLists, CancellationToken cancellationToken)
    {
        // The first import of a large folder meets no runs at all, and need not look for neighbours.
        if ((changed.Count == 0 && changedLists.Count == 0) || !await AnyIsKeptAsync(db, cancellationToken))
        {
            return [];
        }

        var stale = new HashSet<long>(changedLists);
        foreach (var article in changed)
        {
            stale.Add(article.Id);
            await AddNeighboursAsync(db, article, stale, cancellationToken);
            stale.UnionWith(await StoryNeighbours.OfAsync(db, article, cancellationToken));
            stale.UnionWith(await db.Related.Where(r => r.RelatedId == article.Id).Select(r => r.ArticleId).ToListAsync(cancellationToken));
            stale.UnionWith(await db.RelatedChoices.Where(c => c.RelatedId == article.Id).Select(c => c.ArticleId).ToListAsync(cancellationToken));
            if (article.ReportId != 0)
            {
                stale.UnionWith(await db.Articles.Where(a => a.ReportId == article.ReportId).Select(a => a.Id).ToListAsync(cancellationToken));
            }
        }

        foreach (var some in stale.Chunk(500))
        {
            await db.Runs.Where(r => some.Contains(r.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        }

        return stale;
    }

    /// <summary>True where any page is kept.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<bool> AnyIsKeptAsync(NewsDbContext db, CancellationToken cancellationToken) =>
        await db.AskAsync("SELECT 1 FROM \"Runs\" LIMIT 1", [], cancellationToken) is not null;

    // The pages before and after it name it as their next and previous.
    private static async Task AddNeighboursAsync(NewsDbContext db, Article article, HashSet<long> stale, CancellationToken cancellationToken)
    {
        stale.UnionWith(await db.Articles.Visible().JustBefore(article).Select(a => a.Id).Take(1).ToListAsync(cancellationToken));
        stale.UnionWith(await db.Articles.Visible().JustAfter(article).Select(a => a.Id).Take(1).ToListAsync(cancellationToken));
    }
}
