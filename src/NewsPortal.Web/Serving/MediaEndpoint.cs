using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Media;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>Answers <c>/media/…</c>: a picture's clean copy and its renditions while a visible article uses it.</summary>
public static class MediaEndpoint
{
    /// <summary>A picture opened by itself is a document; it may do nothing.</summary>
    internal const string Policy = "default-src 'none'; sandbox";

    /// <summary>The rest of a picture's address, behind any prefix.</summary>
    internal const string Rest = "{folder:regex(^[0-9a-f]{{2}}$)}/{name:regex(^[0-9a-f]{{30}}[-0-9c]*$)}.{extension}";

    /// <summary>Maps the address.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapMedia(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods(
        "/media/" + Rest,
        [HttpMethods.Get, HttpMethods.Head],
        AnswerAsync);

    /// <summary>How long a picture may be kept: for ever only where a CDN can be told to call a withdrawn one back.</summary>
    /// <param name="push">Who is told of changes.</param>
    internal static string KeptWith(PushOptions push) => push.Cdn is null ? "public, max-age=3600" : "public, max-age=31536000, immutable";

    /// <summary>The picture and the rendition that an address means, whether anybody uses it or not.</summary>
    /// <param name="db">The store.</param>
    /// <param name="folder">Two digits.</param>
    /// <param name="name">Thirty more, and the rendition's suffix.</param>
    /// <param name="extension">The format, without the dot.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<(Picture Picture, Rendition Rendition)?> FindAsync(NewsDbContext db, string folder, string name, string extension, CancellationToken cancellationToken)
    {
        var prefix = folder + name[..30];
        var picture = await db.Pictures.AsNoTracking()
            .Where(p => p.Hash.CompareTo(prefix) >= 0 && p.Hash.CompareTo(prefix + "g") < 0)
            .FirstOrDefaultAsync(cancellationToken);
        return picture is not null && Find(picture, name[30..], "." + extension) is { } rendition ? (picture, rendition) : null;
    }

    /// <summary>Answers with a picture of one article that readers do not see yet, to somebody who may; nothing keeps it.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="article">The article's number.</param>
    /// <param name="lead">The number of its picture on cards.</param>
    /// <param name="store">The store.</param>
    internal static async Task<IResult> AnswerForPreviewAsync(HttpContext http, long article, int? lead, NewsStore store)
    {
        var values = http.Request.RouteValues;
        await using var db = store.CreateContext();
        if (await FindAsync(db, (string)values["folder"]!, (string)values["name"]!, (string)values["extension"]!, http.RequestAborted) is not var (picture, rendition)
            || !(picture.Id == lead || await db.ArticlePictures.AnyAsync(u => u.ArticleId == article && u.PictureId == picture.Id, http.RequestAborted)))
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        // A picture that has just come may not be drawn in every size yet: its clean copy is always there.
        var file = MediaFolder.FileOf(store.Location, picture, rendition);
        var itself = new Rendition(picture.Width, picture.Height, false, picture.Extension);
        (file, rendition) = File.Exists(file) ? (file, rendition) : (MediaFolder.FileOf(store.Location, picture, itself), itself);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return File.Exists(file) ? Results.File(file, PictureFormat.MediaType(rendition.Extension)) : Results.StatusCode(StatusCodes.Status404NotFound);
    }

    /// <summary>Whether whoever asks has it already.</summary>
    /// <remarks>Compared as RFC 9110 asks (13.1.2): a tag that a proxy on the way made weak names the same picture. The framework's own comparison is the strong one.</remarks>
    /// <param name="request">The request.</param>
    /// <param name="tag">Its tag now.</param>
    internal static bool HasIt(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false));

    private static async Task<IResult> AnswerAsync(HttpContext http, string folder, string name, string extension, NewsStore store, PushOptions push, CurrentSite site)
    {
        // Looked up in the store, never on the disk: an address can only ever name a picture that was put there by us.
        await using var db = store.CreateContext();
        if (await FindAsync(db, folder, name, extension, http.RequestAborted) is not var (picture, rendition))
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        var visible = db.Articles.Visible();
        var used = await visible.AnyAsync(a => a.LeadPictureId == picture.Id, http.RequestAborted)
            || await db.ArticlePictures.AnyAsync(u => u.PictureId == picture.Id && visible.Any(a => a.Id == u.ArticleId), http.RequestAborted);
        var file = MediaFolder.FileOf(store.Location, picture, rendition);
        if (!used || !File.Exists(file))
        {
            return Results.StatusCode(used ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone);
        }

        http.Shows(SurrogateKeys.Picture(picture.Id));
        http.Response.Headers.CacheControl = KeptWith(push);
        http.Response.Headers.ContentSecurityPolicy = Policy;

        // A cut is drawn anew round another point, under the address it had.
        var focus = rendition.IsCut && site.Snapshot.Focus.TryGetValue(picture.Id, out var point) ? $"f{point.X}-{point.Y}" : string.Empty;
        var tag = new EntityTagHeaderValue($"\"{picture.Hash[..32]}{TagOf(picture, rendition)}{focus}\"");
        if (HasIt(http.Request, tag))
        {
            (http.Response.GetTypedHeaders().ETag, http.Response.GetTypedHeaders().LastModified) = (tag, rendition.IsCut ? null : picture.CreatedUtc);
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return Results.File(file, PictureFormat.MediaType(rendition.Extension), lastModified: rendition.IsCut ? null : picture.CreatedUtc, entityTag: tag, enableRangeProcessing: true);
    }

    // The clean copy, or one of the files that the rule derives from it; no other name exists.
    private static Rendition? Find(Picture picture, string suffix, string extension)
    {
        if (suffix.Length == 0)
        {
            return extension == picture.Extension ? new Rendition(picture.Width, picture.Height, false, extension) : null;
        }

        return Rendition.AreMade(picture)
            ? Rendition.Files(picture).Where(r => r.Suffix == suffix + extension).Select(r => (Rendition?)r).FirstOrDefault()
            : null;
    }

    private static string TagOf(Picture picture, Rendition rendition) =>
        rendition.IsItself(picture) ? string.Empty : $"{rendition.Suffix}{Rendition.Rule}";
}
