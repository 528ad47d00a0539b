using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Keeps the rows of stories: how many reports each has, its name and address.</summary>
internal static class StoryRows
{
    // A name stays while a story grows; only when it has become twice as large it may be about something else by now.
    private const int GrowthForNewName = 2;

    /// <summary>Brings the rows of stories up to date with their articles.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="ids">The stories.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The articles of those that became public, were renamed or went.</returns>
    public static async Task<IReadOnlyCollection<long>> RefreshAsync(NewsDbContext db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        // Most numbers are those of articles that stand alone, and are no stories.
        long[] numbers = [.. ids];
        var large = await db.Articles.Visible().Where(a => EF.Parameter(numbers).Contains(a.StoryId)).GroupBy(a => a.StoryId)
            .Where(g => g.Select(a => a.ReportId).Distinct().Count() >= Story.LeastReports).Select(g => g.Key).ToListAsync(cancellationToken);
        var known = await db.Stories.Where(s => EF.Parameter(numbers).Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellationToken);
        var shown = new HashSet<long>();
        foreach (var id in large.Union(known).Order())
        {
            shown.UnionWith(await RefreshAsync(db, id, cancellationToken));
        }

        return shown;
    }

    /// <summary>Brings a story's row up to date with its articles.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The story.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its articles, where it became public, was renamed or went; none otherwise.</returns>
    public static async Task<IReadOnlyCollection<long>> RefreshAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        var reports = await db.Articles.Visible().Where(a => a.StoryId == id).Select(a => a.ReportId).Distinct().CountAsync(cancellationToken);
        var story = await db.Stories.FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (story is null && reports < Story.LeastReports)
        {
            return [];
        }

        var was = (story?.Name, IsPublic: story?.Reports >= Story.LeastReports);
        if (story is null)
        {
            story = new Story { Id = id };
            db.Stories.Add(story);
        }

        story.Reports = reports;
        if (!story.IsNamed && reports >= Story.LeastReports && reports >= story.ReportsWhenNamed * GrowthForNewName)
        {
            story.Name = await StoryName.OfAsync(db, id, cancellationToken);
            story.ReportsWhenNamed = reports;
        }

        if (story.Slug.Length == 0)
        {
            story.Slug = await FreeSlug.OfAsync(story.Name, slug => db.Stories.AnyAsync(s => s.Slug == slug, cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
        return was == (story.Name, reports >= Story.LeastReports)
            ? []
            : await db.Articles.Where(a => a.StoryId == id).Select(a => a.Id).ToListAsync(cancellationToken);
    }
}
