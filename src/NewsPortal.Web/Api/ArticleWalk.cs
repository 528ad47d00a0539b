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

    /// <summary>The places of articles read by their numbers, in no order.</summary>
    /// <param name="ids">The numbers.</param>
    public IQueryable<ArticlePlace> Query(IReadOnlyCollection<long> ids) => Places(Narrowed(Indexed().Where(a => ids.Contains(a.Id))));

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
        var bearers = filter switch
        {
            { TagId: { } tag } => db.ArticleTags.Where(t => t.TagId == tag).Select(t => t.ArticleId),
            { AuthorId: { } author } => db.ArticleAuthors.Where(w => w.AuthorId == author).Select(w => w.ArticleId),
            _ => null,
        };
        if (bearers is null)
        {
            return null;
        }

        var ids = await bearers.Take(Few + 1).ToListAsync(cancellationToken);
        if (ids.Count > Few)
        {
            return null;
        }

        var found = await Query(ids).ToListAsync(cancellationToken);
        return [.. found.OrderByDescending(p => p.PublishedUtc).ThenByDescending(p => p.Id)];
    }
}
