using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom.Editing;

/// <summary>Finds articles of the site to link to: those that readers can open.</summary>
/// <param name="db">The store.</param>
/// <param name="site">The site.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Write)]
public sealed class LinksModel(NewsDbContext db, CurrentSite site, Bilingual say) : NewsroomPage
{
    private const int Shown = 10;

    /// <summary>Searches.</summary>
    /// <param name="q">The words.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? q)
    {
        var found = await ArticleSearch.SearchAsync(db, new SearchRequest(q ?? string.Empty) { PageSize = Shown }, site.Snapshot.Zone, HttpContext.RequestAborted);
        return new JsonResult(found.Hits.Select(hit => new { address = hit.Article.Path, headline = hit.Article.Headline, when = say.Minute(hit.Article.PublishedUtc)[..10] }));
    }
}
