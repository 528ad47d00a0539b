using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>An article as readers will see it, drawn by the readers' own views.</summary>
/// <param name="db">The store.</param>
/// <param name="site">The site.</param>
/// <param name="renderer">Renders it.</param>
/// <param name="shared">What every page ends with.</param>
[Requires(StaffAct.Look)]
public sealed partial class PreviewModel(NewsDbContext db, CurrentSite site, ViewRenderer renderer, SharedRunSource shared) : NewsroomPage
{
    /// <summary>Draws it.</summary>
    /// <param name="id">The article's number.</param>
    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await ArticlePage.LoadAsync(db, db.Articles, id, site.Snapshot, HttpContext.RequestAborted) is not { } page)
        {
            return NotFound();
        }

        var own = await renderer.RenderAsync("/Pages/Shared/ArticleRun.cshtml", page);
        var tail = await shared.GetAsync(HttpContext.RequestAborted);

        // The readers' rules: no script runs in it, whatever a text may have brought along. Only the newsroom may frame it.
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentPolicy.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
        return File([.. WithPictures(own), .. tail.Inflate()], "text/html; charset=utf-8");
    }

    // Readers get no picture of an article that they do not see; whoever previews it does.
    private static byte[] WithPictures(byte[] own) => Encoding.UTF8.GetBytes(Pictures().Replace(Encoding.UTF8.GetString(own), "/newsroom/editing/media/"));

    [GeneratedRegex("(?<=(?:src=\"|srcset=\"|[0-9]w, ))/media/", RegexOptions.CultureInvariant)]
    private static partial Regex Pictures();
}
