using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Media;
using NewsPortal.Core.Media.Cards;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>Answers <c>/media/cards/ID-HASH.png</c> while the article is public and its card is that one.</summary>
public static class ShareCardEndpoint
{
    /// <summary>Maps the address.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapShareCards(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods(
        ShareCards.Folder + "/{id:long}-{hash:regex(^[0-9a-f]{{16}}$)}.png", [HttpMethods.Get, HttpMethods.Head], AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpContext http, long id, string hash, NewsStore store, CurrentSite site, ShareCards cards, PushOptions push)
    {
        await using var db = store.CreateContext();
        var article = await db.Articles.Visible().AsNoTracking().Include(a => a.Section).FirstOrDefaultAsync(a => a.Id == id, http.RequestAborted);
        if (article is null)
        {
            var isGone = await db.Articles.AnyAsync(a => a.Id == id && a.Status == ArticleStatus.Withdrawn, http.RequestAborted);
            return Results.StatusCode(isGone ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
        }

        if (ShareCards.Of(article, site.Snapshot) is not { } card)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        http.Shows(SurrogateKeys.Article(id));

        // Another headline, another day: whoever shared the old page is led to the card of the new one.
        return card.Hash == hash ? await SendAsync(http, card, cards, push) : Results.Redirect(ShareCards.PathOf(id, card), permanent: true);
    }

    private static async Task<IResult> SendAsync(HttpContext http, ShareCard card, ShareCards cards, PushOptions push)
    {
        try
        {
            if (await cards.DrawAsync(card, http.RequestAborted) is { } picture)
            {
                http.Response.Headers.CacheControl = MediaEndpoint.KeptWith(push);
                http.Response.Headers.ContentSecurityPolicy = MediaEndpoint.Policy;
                return Results.Bytes(picture, "image/png", entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{card.Hash}\""), enableRangeProcessing: true);
            }
        }
        catch (RefusedPictureException)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        http.Response.Headers.RetryAfter = "5";
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
