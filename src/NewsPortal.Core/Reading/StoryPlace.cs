using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Reading;

/// <summary>Where an article stands in its story.</summary>
/// <param name="Story">The story.</param>
/// <param name="Earlier">The article before it there; null for the first.</param>
/// <param name="Later">The article after it there; null for the newest.</param>
public sealed record StoryPlace(Story Story, Article? Earlier, Article? Later)
{
    /// <summary>Reads it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="article">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where the article belongs to no public story.</returns>
    public static async Task<StoryPlace?> OfAsync(NewsDbContext db, Article article, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(article);
        if (await db.Stories.AsNoTracking().Shown().FirstOrDefaultAsync(s => s.Id == article.StoryId, cancellationToken) is not { } story)
        {
            return null;
        }

        // A reprint's place is its report's.
        var others = db.Articles.Visible().InStory(story.Id).Where(a => a.ReportId != article.ReportId);
        return new StoryPlace(
            story,
            await others.JustBefore(article).FirstOrDefaultAsync(cancellationToken),
            await others.JustAfter(article).FirstOrDefaultAsync(cancellationToken));
    }
}
