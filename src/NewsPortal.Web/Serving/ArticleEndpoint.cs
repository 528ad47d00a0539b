using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Serving.Kept;

namespace NewsPortal.Web.Serving;

/// <summary>Answers article addresses: two runs joined, or the right refusal.</summary>
public static class ArticleEndpoint
{
    /// <summary>Maps <c>/2023/07/07/SLUG</c> and <c>/a/ID</c>.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapArticles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(
            "/{year:regex(^[0-9]{{4}}$)}/{month:regex(^[0-9]{{2}}$)}/{day:regex(^[0-9]{{2}}$)}/{slug}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync)
            .WithMetadata(new SmallLetters(NamesKeepTheirs: false));
        endpoints.MapMethods("/a/{id:long}", [HttpMethods.Get, HttpMethods.Head], RedirectAsync);
    }

    private static async Task AnswerAsync(
        HttpContext http, int year, int month, int day, string slug, ArticleLookup lookup, ArticleRunSource runs, SharedRunSource shared, CurrentSite site, NewsStore store, ReadCounter counter, KeptPages pages, PageCache cache, TimeProvider clock)
    {
        var snapshot = site.Snapshot;
        var found = lookup.Find((year * 10000) + (month * 100) + day, slug);
        switch (found?.Status)
        {
            case ArticleStatus.Published:
                break;
            case ArticleStatus.Withdrawn:
                http.Response.StatusCode = StatusCodes.Status410Gone;
                return;
            case null:
                await OldAddressEndpoint.AnswerAsync(http, store);
                return;
            default:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
        }

        var own = found.Run is { } kept && found.Fingerprint == site.Fingerprint ? kept : await runs.MakeAsync(found.Id);
        if (own is null)
        {
            http.Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        http.Shows(SurrogateKeys.Article(found.Id), SurrogateKeys.Shared);
        var tail = await shared.GetAsync(http.RequestAborted);
        var ready = pages.PageOf(found, own, tail, snapshot);
        if (http.Features.Get<IHttpRequestFeature>() is { RawTarget: { Length: > 0 } target } && target == http.Request.Path.Value)
        {
            cache.Offer(target, ready);
        }

        if (await ready.SendAsync(http.Features, clock))
        {
            counter.Count(http.Features, found.Id);
        }
    }

    private static async Task RedirectAsync(HttpContext http, long id, NewsStore store)
    {
        await using var db = store.CreateContext();
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == id)
            .Select(a => new { a.Day, a.Slug, a.Status }).FirstOrDefaultAsync(http.RequestAborted);
        switch (article?.Status)
        {
            case ArticleStatus.Published:
                http.Response.Redirect(ArticleAddress.Of(article.Day, article.Slug), permanent: true);
                break;
            case ArticleStatus.Withdrawn:
                http.Response.StatusCode = StatusCodes.Status410Gone;
                break;
            default:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
