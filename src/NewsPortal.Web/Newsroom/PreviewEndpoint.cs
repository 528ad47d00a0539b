using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Serving;
using NewsPortal.Web.Wording;

namespace NewsPortal.Web.Newsroom;

/// <summary>Answers <c>/preview/SECRET</c>: an article before it is public, to whoever was given the address. Nobody is signed in here.</summary>
public static class PreviewEndpoint
{
    /// <summary>The folder of these addresses.</summary>
    public const string Root = "/preview";

    /// <summary>Maps it.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapPreviews(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(Root + "/{secret}", [HttpMethods.Get, HttpMethods.Head], PageAsync);
        endpoints.MapMethods(Root + "/{secret}/media/" + MediaEndpoint.Rest, [HttpMethods.Get, HttpMethods.Head], PictureAsync);
        endpoints.MapMethods(Root + "/{secret}/files/" + AttachmentEndpoint.Rest, [HttpMethods.Get, HttpMethods.Head], DocumentAsync);
    }

    private static async Task<IResult> PageAsync(HttpContext http, string secret, NewsDbContext db, TimeProvider clock, CurrentSite site, PreviewPages pages)
    {
        Guard(http);
        if (await OpenedAsync(http, secret, db, clock) is not var (link, article))
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        if (article.Status == ArticleStatus.Published)
        {
            return Results.Redirect(article.Path);
        }

        var (words, zone) = (site.Snapshot.Words, site.Snapshot.Zone);
        var page = await pages.DrawAsync(db, link.ArticleId, $"{Root}/{secret}", words.PreviewNotice(words.Dates.Minute(link.ExpiresUtc, zone)), http.RequestAborted);
        return page is null ? Results.StatusCode(StatusCodes.Status404NotFound) : Results.Bytes(page, "text/html; charset=utf-8");
    }

    private static async Task<IResult> PictureAsync(HttpContext http, string secret, NewsDbContext db, NewsStore store, TimeProvider clock)
    {
        Guard(http);
        return await OpenedAsync(http, secret, db, clock) is var (link, article) ? await MediaEndpoint.AnswerForPreviewAsync(http, link.ArticleId, article.LeadPictureId, store) : Results.StatusCode(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> DocumentAsync(HttpContext http, string secret, int id, NewsDbContext db, NewsStore store, TimeProvider clock)
    {
        Guard(http);
        return await OpenedAsync(http, secret, db, clock) is var (link, _) ? await AttachmentEndpoint.AnswerForPreviewAsync(http, link.ArticleId, id, store) : Results.StatusCode(StatusCodes.Status404NotFound);
    }

    private static async Task<(PreviewLink Link, Article Article)?> OpenedAsync(HttpContext http, string secret, NewsDbContext db, TimeProvider clock)
    {
        var link = await new PreviewLinks(db, clock).FindAsync(secret, http.RequestAborted);
        var article = link is null ? null : await db.Articles.FindAsync([link.ArticleId], http.RequestAborted);
        return article is null or { Status: ArticleStatus.Withdrawn } ? null : (link!, article);
    }

    // The address is the secret: nothing keeps it, lists it, or tells it to another site. At the last moment, as an error page clears what was set before.
    private static void Guard(HttpContext http) => http.Response.OnStarting(() =>
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    });
}
