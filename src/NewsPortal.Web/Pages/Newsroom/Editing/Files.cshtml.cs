using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Core.Documents;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom.Editing;

/// <summary>An attachment for the newsroom: readers get it only while an article that they see offers it.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for its rows.</param>
[Requires(StaffAct.Look)]
public sealed class FilesModel(NewsStore store, NewsDbContext db) : NewsroomPage
{
    /// <summary>Sends it.</summary>
    /// <param name="id">Its number.</param>
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.Attachments.FindAsync([id], HttpContext.RequestAborted) is not { } attachment)
        {
            return NotFound();
        }

        var file = DocumentFolder.FileOf(store.Location, attachment.Hash);
        if (!System.IO.File.Exists(file))
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = MediaEndpoint.Policy;
        return new PhysicalFileResult(file, DocumentKind.Of(attachment.FileName)?.MediaType ?? "application/octet-stream")
        {
            FileDownloadName = attachment.FileName,
            EnableRangeProcessing = true,
        };
    }
}
