using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Serving;
using QRCoder;

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
        var article = await db.Articles.Visible().Where(a => a.Day == number && a.Slug == slug).Select(a => a.Id).FirstOrDefaultAsync(http.RequestAborted);
        if (article == 0)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        http.Shows(SurrogateKeys.Article(article));
        return Results.Text(Svg(site.Snapshot.BaseUrl + ArticleAddress.Of(number, slug)), "image/svg+xml; charset=utf-8");
    }

    // One path, a bar for each run of dark modules; dark on light whatever the page's colours are. The library's matrix
    // brings the four light modules on each side that are part of the code.
    private static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var size = code.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var from = x;
                while (x < size && code.ModuleMatrix[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append($"M{from} {y}h{x - from}v1H{from}z");
                }
            }
        }

        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{path}"/></svg>""";
    }
}
