using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Reading;

/// <summary>A story on the front page, with its latest steps.</summary>
/// <param name="Story">The story.</param>
/// <param name="Steps">Two or three of its reports, the newest first; none that stands above.</param>
public sealed record FrontStory(Story Story, IReadOnlyList<Article> Steps)
{
    private const int Most = 3;
    private const int MostSteps = 3;
    private const int FewestSteps = 2;

    // Deep enough to find those steps among reports that name it only in their text.
    private const int Depth = 12;

    /// <summary>Reads the stories that the newest articles belong to, the most lately told first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="newest">The newest articles of the site.</param>
    /// <param name="above">Numbers of the articles shown above.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<FrontStory>> LoadAsync(
        NewsDbContext db, IReadOnlyList<Article> newest, IReadOnlyCollection<long> above, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(newest);
        var told = newest.Select(a => a.StoryId).Distinct().ToList();
        var stories = await db.Stories.AsNoTracking().Shown().Where(s => told.Contains(s.Id)).ToListAsync(cancellationToken);
        var shown = new List<FrontStory>(Most);
        foreach (var story in stories.OrderBy(s => told.IndexOf(s.Id)).TakeWhile(_ => shown.Count < Most))
        {
            var steps = await db.Articles.Visible().InStory(story.Id).Where(a => !above.Contains(a.Id))
                .NewestFirst().ForLists().Take(Depth).ToListAsync(cancellationToken);
            steps = Told(story, steps);
            if (steps.Count >= FewestSteps)
            {
                shown.Add(new FrontStory(story, steps));
            }
        }

        return shown;
    }

    // Three headlines that a program put together must show why: all say one of the words that the story is called by.
    // Without that, reports of one place read as steps of one event. Where an editor gave the name, the editor vouches.
    private static List<Article> Told(Story story, List<Article> newestFirst) =>
        story.IsNamed
            ? [.. newestFirst.Take(MostSteps)]
            : story.Name.Split(SharedWords.Separator)
                .Select(word => newestFirst.Where(a => a.Headline.Contains(word, StringComparison.OrdinalIgnoreCase)).Take(MostSteps).ToList())
                .MaxBy(steps => steps.Count)!;
}
