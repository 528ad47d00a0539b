using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>Answers what no other address answers: an old address with 301 in one hop, everything else with 404.</summary>
public static class OldAddressEndpoint
{
    /// <summary>Maps the fallback.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapOldAddresses(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("{*path}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithOrder(int.MaxValue);

    /// <summary>Answers an address that no article has now.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="store">The store.</param>
    public static async Task AnswerAsync(HttpContext http, NewsStore store)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(store);
        if (await FindAsync(http, store) is not { } article)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (article.Status == ArticleStatus.Published)
        {
            http.Response.Redirect(ArticleAddress.Of(article.Day, article.Slug), permanent: true);
        }
        else
        {
            http.Response.StatusCode = article.Status == ArticleStatus.Withdrawn ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
        }
    }

    private static async Task<Target?> FindAsync(HttpContext http, NewsStore store)
    {
        var path = http.Request.Path.Value ?? "/";
        await using var db = store.CreateContext();
        return await db.OldAddresses.AsNoTracking().Where(a => a.Path == path)
            .Select(a => new Target(a.Article.Day, a.Article.Slug, a.Article.Status)).FirstOrDefaultAsync(http.RequestAborted);
    }

    private sealed record Target(int Day, string Slug, ArticleStatus Status);
}
