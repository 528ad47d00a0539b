using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>What readers see of stories, and the articles before and after one there.</summary>
public static class StoryNeighbours
{
    /// <summary>The articles of a story, one of each report.</summary>
    /// <param name="articles">Visible articles.</param>
    /// <param name="story">The story.</param>
    public static IQueryable<Article> InStory(this IQueryable<Article> articles, long story) =>
        articles.Where(a => a.StoryId == story).OnePerReport();

    /// <summary>The stories that readers see.</summary>
    /// <param name="stories">All stories.</param>
    public static IQueryable<Story> Shown(this IQueryable<Story> stories) =>
        stories.Where(s => s.Reports >= Story.LeastReports && s.MergedIntoId == null);

    /// <summary>The numbers of those before and after an article, or before and after where it stood.</summary>
    /// <param name="db">The store.</param>
    /// <param name="article">The article; its time, report and story count, whether it is public does not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<List<long>> OfAsync(NewsDbContext db, Article article, CancellationToken cancellationToken)
    {
        if (article.StoryId == 0)
        {
            return [];
        }

        var story = db.Articles.Visible().InStory(article.StoryId).Where(a => a.ReportId != article.ReportId);
        var before = await story.JustBefore(article).Select(a => a.Id).Take(1).ToListAsync(cancellationToken);
        return [.. before, .. await story.JustAfter(article).Select(a => a.Id).Take(1).ToListAsync(cancellationToken)];
    }
}
