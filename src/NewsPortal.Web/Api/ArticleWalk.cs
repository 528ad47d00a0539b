using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Api;

/// <summary>
/// Walks the articles of a filter from the newest, a page at a time, by their places: a page costs the same wherever it
/// lies and however long the archive is.
/// </summary>
/// <param name="db">The store.</param>
/// <param name="filter">What narrows the list.</param>
internal sealed class ArticleWalk(NewsDbContext db, ArticleFilter filter)
{
    /// <summary>How many rows a page looks at where no index holds exactly what is asked for.</summary>
    public const int Window = 4000;

    // So few are gathered and sorted faster than a long walk finds them.
    private const int Few = 2000;

    /// <summary>Reads the places of a page.</summary>
    /// <param name="after">The last place of the page before; null for the first page.</param>
    /// <param name="length">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The places, and the one after which the list goes on; null at its end.</returns>
    public async Task<(IReadOnlyList<ArticlePlace> Places, ArticlePlace? GoesOn)> PageAsync(
        ArticlePlace? after, int length, CancellationToken cancellationToken = default)
    {
        if (await FewAsync(cancellationToken) is { } few)
        {
            return Page(few.Where(p => after is not { } a || p.PublishedUtc < a.PublishedUtc || (p.PublishedUtc == a.PublishedUtc && p.Id < a.Id)), length);
        }

        var page = Page(await Query(after, length + 1).ToListAsync(cancellationToken), length);
        if (IsExact || page.GoesOn is not null)
        {
            return page;
        }

        var end = await Places(Walked(after).Skip(Window - 1)).Take(1).ToListAsync(cancellationToken);
        return (page.Places, end.Count == 0 ? null : end[0]);
    }

    /// <summary>The first places after another, as the store is asked for them.</summary>
    /// <param name="after">The other; null for the newest.</param>
    /// <param name="length">How many at most.</param>
    public IQueryable<ArticlePlace> Query(ArticlePlace? after, int length) =>
        Places(IsExact ? Walked(after) : Narrowed(Walked(after).Take(Window)).NewestFirst()).Take(length);

    /// <summary>Articles read by their numbers, in no order, with what they can be narrowed by.</summary>
    /// <param name="ids">The numbers.</param>
    public IQueryable<Row> Query(IReadOnlyCollection<long> ids) => db.Articles.AsNoTracking().VisibleAmong(ids).Select(a => new Row(
        a.PublishedUtc, a.Id, a.SectionId, a.SourceId, a.StoryId, a.Tags.Any(t => t.TagId == filter.TagId), a.Authors.Any(w => w.AuthorId == filter.AuthorId)));

    // The articles of the index that the walk follows, in its order: it holds all that are asked for, and others.
    private IQueryable<Article> Walked(ArticlePlace? after) =>
        after is { } place ? Indexed().JustBefore(place.PublishedUtc, place.Id) : Indexed().NewestFirst();

    private IQueryable<Article> Indexed()
    {
        var list = db.Articles.AsNoTracking().Visible();
        list = filter switch
        {
            { StoryId: { } story } => list.Where(a => a.StoryId == story),
            { SourceId: { } source } => list.Where(a => a.SourceId == source),
            { SectionId: { } section } => list.Where(a => a.SectionId == section),
            _ => list,
        };
        list = filter.BeforeUtc is { } before ? list.Where(a => a.PublishedUtc < before) : list;
        return filter.FromUtc is { } from ? list.Where(a => a.PublishedUtc >= from) : list;
    }

    private static IQueryable<ArticlePlace> Places(IQueryable<Article> articles) => articles.Select(a => new ArticlePlace(a.PublishedUtc, a.Id));

    // One index holds what is asked for, in order.
    private bool IsExact => filter is { TagId: null, AuthorId: null }
        && new[] { filter.StoryId is not null, filter.SourceId is not null, filter.SectionId is not null }.Count(f => f) <= 1;

    private IQueryable<Article> Narrowed(IQueryable<Article> articles)
    {
        articles = filter.SourceId is { } source ? articles.Where(a => a.SourceId == source) : articles;
        articles = filter.SectionId is { } section ? articles.Where(a => a.SectionId == section) : articles;
        articles = filter.TagId is { } tag ? articles.Where(a => a.Tags.Any(t => t.TagId == tag)) : articles;
        return filter.AuthorId is { } author ? articles.Where(a => a.Authors.Any(w => w.AuthorId == author)) : articles;
    }

    private static (IReadOnlyList<ArticlePlace> Places, ArticlePlace? GoesOn) Page(IEnumerable<ArticlePlace> places, int length)
    {
        var page = places.Take(length + 1).ToList();
        return page.Count > length ? (page[..length], page[length - 1]) : (page, null);
    }

    // The articles of a rare tag or writer lie far apart in every index by time, so they are read by their numbers.
    private async Task<List<ArticlePlace>?> FewAsync(CancellationToken cancellationToken)
    {
        var ids = filter.TagId is { } tag ? await FewAsync(db.ArticleTags.Where(t => t.TagId == tag).Select(t => t.ArticleId), cancellationToken) : null;
        ids ??= filter.AuthorId is { } author ? await FewAsync(db.ArticleAuthors.Where(w => w.AuthorId == author).Select(w => w.ArticleId), cancellationToken) : null;
        return ids is null
            ? null
            : [.. (await Query(ids).ToListAsync(cancellationToken)).Where(Holds)
                .OrderByDescending(r => r.PublishedUtc).ThenByDescending(r => r.Id).Select(r => new ArticlePlace(r.PublishedUtc, r.Id))];
    }

    private static async Task<List<long>?> FewAsync(IQueryable<long> bearers, CancellationToken cancellationToken) =>
        await bearers.Take(Few + 1).ToListAsync(cancellationToken) is { Count: <= Few } few ? few : null;

    private bool Holds(Row row) =>
        (filter.SectionId is null || row.SectionId == filter.SectionId)
        && (filter.SourceId is null || row.SourceId == filter.SourceId)
        && (filter.StoryId is null || row.StoryId == filter.StoryId)
        && (filter.FromUtc is null || row.PublishedUtc >= filter.FromUtc)
        && (filter.BeforeUtc is null || row.PublishedUtc < filter.BeforeUtc)
        && (filter.TagId is null || row.HasTag)
        && (filter.AuthorId is null || row.HasAuthor);

    /// <summary>An article as far as it can be narrowed.</summary>
    /// <param name="PublishedUtc">Its time.</param>
    /// <param name="Id">Its number.</param>
    /// <param name="SectionId">Its section.</param>
    /// <param name="SourceId">Its source.</param>
    /// <param name="StoryId">Its story.</param>
    /// <param name="HasTag">It has the tag.</param>
    /// <param name="HasAuthor">The writer wrote it.</param>
    internal sealed record Row(DateTime PublishedUtc, long Id, int SectionId, int? SourceId, long StoryId, bool HasTag, bool HasAuthor);
}
