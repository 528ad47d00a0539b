using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Api.Resources;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Api;

/// <summary>Articles, in lists and alone.</summary>
internal static class ArticleOperations
{
    private const int StandardLength = 20;

    /// <summary>How long a page of a list is.</summary>
    public static readonly ApiParameter Limit = ApiParameter.Number("limit", "How many on a page.", 1, 100, StandardLength);

    /// <summary>The list.</summary>
    public static readonly ApiOperation List = new(
        "listArticles",
        "/api/v1/articles",
        "Articles",
        "Public articles, the newest first.",
        "Follow `next` until it is absent: no article that was there is told twice or passed over, whatever is published meanwhile. "
        + "Filters narrow together; where several meet, a page can hold fewer articles than `limit`, or none, and go on all the same. Every reprint is told; `report` says which belong together.",
        typeof(ArticleList),
        [
            ApiParameter.Named("section", "Only this section: its slug, name or alias."),
            ApiParameter.Named("source", "Only from this source: its slug or name."),
            ApiParameter.Named("tag", "Only with this tag: its slug or name."),
            ApiParameter.Named("author", "Only by this writer: slug or name."),
            ApiParameter.Named("story", "Only of this story: its slug."),
            ApiParameter.Day("from", "The first day, in the site's zone."),
            ApiParameter.Day("to", "The last day, in the site's zone."),
            Limit,
            ApiParameter.Cursor(c => ArticlePlace.OfCursor(c) is not null),
            ApiParameter.Some("fields", $"Which fields are told beside `id` and `number`, parted by commas: {string.Join(", ", ArticleFieldNames.InLists)}. Without it, all but bodies (`html`, `text`), `pictures`, `pictureCredit`, `editor`, `dateline` and `originalUrl`.", ArticleFieldNames.InLists),
        ]);

    /// <summary>One article.</summary>
    public static readonly ApiOperation One = new(
        "getArticle",
        "/api/v1/articles/{**id}",
        "Articles",
        "One article with all that its page shows.",
        "Named by the publisher's own id where it has one, otherwise by its number. `by=number` takes the number in any case.",
        typeof(ArticleDetail),
        [
            ApiParameter.Text("id", "The article's id, or its number.") with { InPath = true },
            ApiParameter.One("by", "How `id` is read: as an id and, where no article has it, as a number; or as a number alone.", "id", "number"),
            ApiParameter.Some("fields", $"Which fields are told beside `id` and `number`, parted by commas: {string.Join(", ", ArticleFieldNames.All)}. Without it, all.", ArticleFieldNames.All),
        ])
    {
        Refusals = new Dictionary<int, string>
        {
            [StatusCodes.Status404NotFound] = "There is no such article, or it is not public yet.",
            [StatusCodes.Status410Gone] = "The article was public and has been withdrawn.",
        },
    };

    /// <summary>Answers the list.</summary>
    public static async Task ListAsync(HttpContext http, NewsDbContext db, CurrentSite current)
    {
        var (query, site) = (ApiQuery.Of(http), current.Snapshot);
        var walk = new ArticleWalk(db, await ArticleFilter.OfAsync(db, query, site.Zone));
        var after = query["cursor"] is { } cursor ? ArticlePlace.OfCursor(cursor) : null;
        var (places, goesOn) = await walk.PageAsync(after, (int)query.Number("limit", StandardLength), http.RequestAborted);
        var items = new ArticleItems(site, ArticleFieldNames.Read(query["fields"], ArticleFieldNames.OfLists));
        await ApiAnswer.WriteAsync(
            http,
            new ArticleList
            {
                Articles = await items.ReadAsync(db, places, http.RequestAborted),
                Next = ApiAnswer.Next(http, site, query, "cursor", goesOn?.ToCursor()),
            },
            ApiJson.Web.ArticleList);
    }

    /// <summary>Answers one.</summary>
    public static async Task OneAsync(HttpContext http, string id, NewsDbContext db, CurrentSite current)
    {
        var (query, site) = (ApiQuery.Of(http), current.Snapshot);
        var found = await ArticleState.FindAsync(db, id, query["by"] == "number", http.RequestAborted);
        if (found is not { Status: ArticleStatus.Published } || await ArticlePage.LoadAsync(db, found.Id, site, http.RequestAborted) is not { } page)
        {
            throw found?.Status is ArticleStatus.Withdrawn or ArticleStatus.Published
                ? new RefusedRequestException(StatusCodes.Status410Gone, "The article has been withdrawn. Drop it.")
                : new RefusedRequestException(StatusCodes.Status404NotFound, "There is no such article. /api/v1/articles lists what there is.");
        }

        var items = new ArticleItems(site, ArticleFieldNames.Read(query["fields"], ArticleFieldNames.OfOne));
        var text = items.Has(ArticleFields.Text)
            ? await db.Bodies.AsNoTracking().Where(b => b.ArticleId == found.Id).Select(b => b.Text).FirstOrDefaultAsync(http.RequestAborted)
            : null;
        http.Response.GetTypedHeaders().LastModified = page.Article.ModifiedUtc();
        await ApiAnswer.WriteAsync(http, ArticleDetails.Of(items, page, text ?? string.Empty), ApiJson.Web.ArticleDetail);
    }
}
