using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>An article as readers will see it, drawn by the readers' own views.</summary>
/// <param name="db">The store.</param>
/// <param name="pages">Draws it.</param>
[Requires(StaffAct.Look)]
public sealed class PreviewModel(NewsDbContext db, PreviewPages pages) : NewsroomPage
{
    /// <summary>Draws it.</summary>
    /// <param name="id">The article's number.</param>
    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await pages.DrawAsync(db, id, "/newsroom/editing", banner: null, HttpContext.RequestAborted) is not { } page)
        {
            return NotFound();
        }

        // The readers' rules: no script runs in it, whatever a text may have brought along. Only the newsroom may frame it.
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentPolicy.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
        return File(page, "text/html; charset=utf-8");
    }
}
