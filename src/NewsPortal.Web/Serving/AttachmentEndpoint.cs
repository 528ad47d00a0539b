using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Documents;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>Answers <c>/files/NUMBER/NAME</c>: a document to download while a visible article offers it.</summary>
public static class AttachmentEndpoint
{
    /// <summary>The rest of an attachment's address, behind any prefix.</summary>
    internal const string Rest = "{id:int}/{name?}";

    // More pages than this do not offer one document; a CDN forgets the others within the hour.
    private const int MostKeys = 50;

    /// <summary>Maps the address.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapAttachments(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/files/" + Rest, [HttpMethods.Get, HttpMethods.Head], AnswerAsync);

    /// <summary>Answers with a document of one article that readers do not see yet, to somebody who may; nothing keeps it.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="article">The article's number.</param>
    /// <param name="id">The attachment's number.</param>
    /// <param name="store">The store.</param>
    internal static async Task<IResult> AnswerForPreviewAsync(HttpContext http, long article, int id, NewsStore store)
    {
        await using var db = store.CreateContext();
        var attachment = await db.ArticleAttachments.AsNoTracking().Where(p => p.ArticleId == article && p.AttachmentId == id).Select(p => p.Attachment).FirstOrDefaultAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return attachment is null ? Results.StatusCode(StatusCodes.Status404NotFound) : FileOf(http, attachment, store);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, int id, string? name, NewsStore store)
    {
        // Looked up in the store, never on the disk: an address can only ever name a document that was put there by us.
        await using var db = store.CreateContext();
        var visible = db.Articles.Visible();
        var offering = await db.ArticleAttachments.AsNoTracking().Where(p => p.AttachmentId == id && visible.Any(a => a.Id == p.ArticleId))
            .OrderByDescending(p => p.ArticleId).Select(p => p.ArticleId).Take(MostKeys).ToListAsync(http.RequestAborted);
        if (offering.Count == 0 || await db.Attachments.FindAsync([id], http.RequestAborted) is not { } attachment)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        if (name != attachment.FileName)
        {
            return Results.Redirect(attachment.Path, permanent: true);
        }

        // Asked again each time, as a page is: what was withdrawn is gone at once, and what is unchanged costs a 304.
        http.Shows([.. offering.Select(SurrogateKeys.Article)]);
        http.Response.Headers.CacheControl = Answer.AskAgain;
        return FileOf(http, attachment, store);
    }

    private static IResult FileOf(HttpContext http, Attachment attachment, NewsStore store)
    {
        var file = DocumentFolder.FileOf(store.Location, attachment.Hash);
        if (!File.Exists(file))
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        http.Response.Headers.ContentSecurityPolicy = MediaEndpoint.Policy;
        var tag = new EntityTagHeaderValue($"\"{attachment.Hash}\"");
        if (MediaEndpoint.HasIt(http.Request, tag))
        {
            (http.Response.GetTypedHeaders().ETag, http.Response.GetTypedHeaders().LastModified) = (tag, attachment.AddedUtc);
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return Results.File(
            file,
            DocumentKind.Of(attachment.FileName)?.MediaType ?? "application/octet-stream",
            fileDownloadName: attachment.FileName,
            lastModified: attachment.AddedUtc,
            entityTag: tag,
            enableRangeProcessing: true);
    }
}
