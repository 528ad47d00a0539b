using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages;

namespace NewsPortal.Web.Api;

/// <summary>What narrows a list of articles, with names looked up and days made moments.</summary>
/// <param name="SectionId">The only section.</param>
/// <param name="SourceId">The only source.</param>
/// <param name="TagId">The only tag.</param>
/// <param name="AuthorId">The only writer.</param>
/// <param name="StoryId">The only story.</param>
/// <param name="FromUtc">Not before.</param>
/// <param name="BeforeUtc">Before.</param>
internal sealed record ArticleFilter(
    int? SectionId = null, int? SourceId = null, int? TagId = null, int? AuthorId = null, long? StoryId = null, DateTime? FromUtc = null, DateTime? BeforeUtc = null)
{
    /// <summary>Reads the filters of a request.</summary>
    /// <param name="db">The store.</param>
    /// <param name="query">The request's query.</param>
    /// <param name="zone">In which days are meant.</param>
    /// <exception cref="RefusedRequestException">A name names nothing that the public knows.</exception>
    public static async Task<ArticleFilter> OfAsync(NewsDbContext db, ApiQuery query, TimeZoneInfo zone)
    {
        var (from, to) = (query.Day("from"), query.Day("to"));
        if (from > to)
        {
            throw RefusedRequestException.Of("from", "The first day lies after the last. Exchange from and to.");
        }

        // A name that only a draft bears is not given away: it is as unknown as any other.
        var visible = db.Articles.Visible();
        return new ArticleFilter(
            Known("section", query, query["section"] is { } section ? (await db.FindSectionAsync(section))?.Id : null),
            Known("source", query, query["source"] is { } source ? (await db.Sources.Where(n => visible.Any(a => a.SourceId == n.Id)).FindNamedAsync(source))?.Id : null),
            Known("tag", query, query["tag"] is { } tag ? (await db.Tags.Where(n => db.ArticleTags.Any(t => t.TagId == n.Id && visible.Any(a => a.Id == t.ArticleId))).FindNamedAsync(tag))?.Id : null),
            Known("author", query, query["author"] is { } author ? (await db.Authors.Where(n => db.ArticleAuthors.Any(w => w.AuthorId == n.Id && visible.Any(a => a.Id == w.ArticleId))).FindNamedAsync(author))?.Id : null),
            Known("story", query, query["story"] is { } story ? await StoryAsync(db, story) : null),

            // Days at the very ends of the calendar have no moment in zones ahead of or behind UTC.
            from is { } first && first.DayNumber > 1 ? zone.StartOf(first) : null,
            to is { } last && last.DayNumber < DateOnly.MaxValue.DayNumber - 1 ? zone.StartOf(last.AddDays(1)) : null);
    }

    private static T? Known<T>(string name, ApiQuery query, T? id)
        where T : struct =>
        query[name] is null || id is not null
            ? id
            : throw RefusedRequestException.Of(name, $"No public article has this {name}. Give a slug or name as the articles bear it{Where(name)}.");

    private static string Where(string name) => name switch
    {
        "section" => "; /api/v1/sections lists them",
        "tag" => "; /api/v1/tags lists them",
        "story" => "; /api/v1/stories lists them",
        _ => string.Empty,
    };

    // A story that was merged into another is that other.
    private static async Task<long?> StoryAsync(NewsDbContext db, string slug)
    {
        var found = await db.Stories.AsNoTracking().FirstOrDefaultAsync(s => s.Slug == slug);
        var story = found?.MergedIntoId is { } other ? await db.Stories.AsNoTracking().FirstOrDefaultAsync(s => s.Id == other) : found;
        return story is { MergedIntoId: null } && story.Reports >= Story.LeastReports ? story.Id : null;
    }
}
