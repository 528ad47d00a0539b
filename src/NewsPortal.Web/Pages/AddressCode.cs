using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>
/// An article's address as a QR code: <c>/qr/2023/07/07/SLUG.svg</c>. It is a picture of its own, fetched when a reader
/// opens it, so that no page carries its weight.
/// </summary>
public static class AddressCode
{
    /// <summary>The code's address.</summary>
    /// <param name="article">The article.</param>
    public static string PathOf(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return $"/qr{article.Path}.svg";
    }

    /// <summary>Maps the address.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapAddressCodes(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/qr/{year}/{month}/{day}/{slug}.svg", [HttpMethods.Get, HttpMethods.Head], AnswerAsync)
            .WithMetadata(new BufferedAnswer());

    private static async Task<IResult> AnswerAsync(
        HttpContext http, string year, string month, string day, string slug, NewsDbContext db, CurrentSite site)
    {
        if (!ArchivePath.TryRead(year, month, day, out var date))
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        var number = ArticleAddress.Day(date);
        return await db.Articles.Visible().AnyAsync(a => a.Day == number && a.Slug == slug, http.RequestAborted)
            && QrCode.Of(site.Snapshot.BaseUrl + ArticleAddress.Of(number, slug)) is { } code
            ? Results.Text(Svg(code), "image/svg+xml; charset=utf-8")
            : Results.StatusCode(StatusCodes.Status404NotFound);
    }

    // Four light modules on each side are part of the code; dark on light whatever the page's colours are.
    private static string Svg(QrCode code) =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 {code.Size + 8} {code.Size + 8}" shape-rendering="crispEdges"><path fill="#fff" d="M-4-4h{code.Size + 8}v{code.Size + 8}H-4z"/><path d="{code.Path()}"/></svg>""";
}
