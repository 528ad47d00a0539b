using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Api.Resources;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Api;

/// <summary>Sections, tags and stories: what articles can be narrowed by.</summary>
internal static class NameOperations
{
    private const int StandardLength = 20;
    private const string TagKind = "t";
    private const string StoryKind = "s";

    /// <summary>The sections.</summary>
    public static readonly ApiOperation Sections = new(
        "listSections", "/api/v1/sections", "Names", "All sections that have articles, in the site's order.", "There are never so many that they need pages.", typeof(SectionList), []);

    /// <summary>The tags.</summary>
    public static readonly ApiOperation Tags = new(
        "listTags",
        "/api/v1/tags",
        "Names",
        "The tags of public articles, by their slugs.",
        "Follow `next` until it is absent.",
        typeof(TagList),
        [ArticleOperations.Limit, ApiParameter.Cursor(c => CursorText.Read(TagKind, c) is not null)]);

    /// <summary>The stories.</summary>
    public static readonly ApiOperation Stories = new(
        "listStories",
        "/api/v1/stories",
        "Names",
        "The stories that readers see, the one that began last first.",
        "Follow `next` until it is absent.",
        typeof(StoryList),
        [ArticleOperations.Limit, ApiParameter.Cursor(c => StoryPlace(c) is not null)]);

    /// <summary>Answers the sections.</summary>
    public static Task SectionsAsync(HttpContext http, CurrentSite current)
    {
        ApiQuery.Of(http);
        var site = current.Snapshot;
        return ApiAnswer.WriteAsync(
            http, new SectionList { Sections = [.. site.Sections.Select(s => NameItems.Of(site, s.Name, "sections", s.Slug))] }, ApiJson.Web.SectionList);
    }

    /// <summary>Answers the tags.</summary>
    public static async Task TagsAsync(HttpContext http, NewsDbContext db, CurrentSite current)
    {
        var (query, site) = (ApiQuery.Of(http), current.Snapshot);
        var length = (int)query.Number("limit", StandardLength);
        var after = query["cursor"] is { } cursor ? CursorText.Read(TagKind, cursor)! : string.Empty;
        var visible = db.Articles.Visible();
        var tags = await db.Tags.AsNoTracking().Where(t => t.Slug.CompareTo(after) > 0)
            .Where(t => db.ArticleTags.Any(u => u.TagId == t.Id && visible.Any(a => a.Id == u.ArticleId)))
            .OrderBy(t => t.Slug).Take(length + 1).Select(t => new { t.Name, t.Slug }).ToListAsync(http.RequestAborted);
        await ApiAnswer.WriteAsync(
            http,
            new TagList
            {
                Tags = [.. tags.Take(length).Select(t => NameItems.Of(site, t.Name, "tags", t.Slug))],
                Next = ApiAnswer.Next(http, site, query, "cursor", tags.Count > length ? CursorText.Write(TagKind, tags[length - 1].Slug) : null),
            },
            ApiJson.Web.TagList);
    }

    /// <summary>Answers the stories.</summary>
    public static async Task StoriesAsync(HttpContext http, NewsDbContext db, CurrentSite current)
    {
        var (query, site) = (ApiQuery.Of(http), current.Snapshot);
        var length = (int)query.Number("limit", StandardLength);
        var before = query["cursor"] is { } cursor ? StoryPlace(cursor)!.Value : long.MaxValue;
        var stories = await db.Stories.AsNoTracking().Shown().Where(s => s.Id < before)
            .OrderByDescending(s => s.Id).Take(length + 1).ToListAsync(http.RequestAborted);
        await ApiAnswer.WriteAsync(
            http,
            new StoryList
            {
                Stories = [.. stories.Take(length).Select(s => StoryOf<StoryItem>(site, s))],
                Next = ApiAnswer.Next(
                    http, site, query, "cursor", stories.Count > length ? CursorText.Write(StoryKind, stories[length - 1].Id.ToString(CultureInfo.InvariantCulture)) : null),
            },
            ApiJson.Web.StoryList);
    }

    /// <summary>Makes what is answered of a story.</summary>
    /// <typeparam name="T">How much of it.</typeparam>
    /// <param name="site">The site.</param>
    /// <param name="story">The story.</param>
    public static T StoryOf<T>(SiteSnapshot site, Story story)
        where T : StoryItem, new() =>
        new() { Name = story.Name, Slug = story.Slug, Url = site.BaseUrl + story.Path, Reports = story.Reports, Named = story.IsNamed };

    private static long? StoryPlace(string cursor) =>
        long.TryParse(CursorText.Read(StoryKind, cursor), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
