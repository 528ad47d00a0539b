using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>An article's related list: pins, exclusions, reasons.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Arrange)]
public sealed class RelatedModel(NewsStore store, NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    /// <summary>Whose list.</summary>
    public Article Article { get; private set; } = new();

    /// <summary>The list as readers see it.</summary>
    public IReadOnlyList<RelatedLink> Links { get; private set; } = [];

    /// <summary>What an editor keeps out of it.</summary>
    public IReadOnlyList<ArticleRow> Excluded { get; private set; } = [];

    /// <summary>Articles to choose from.</summary>
    public IReadOnlyList<ArticleRow> Offered { get; private set; } = [];

    /// <summary>What was asked for; null where nothing was.</summary>
    public string? Query { get; private set; }

    /// <summary>Shows it.</summary>
    /// <param name="id">The article.</param>
    /// <param name="q">Articles to choose from.</param>
    public async Task<IActionResult> OnGetAsync(long id, [FromQuery] string? q) => await ShowAsync(id, q) ? Page() : NotFound();

    /// <summary>Puts an article first.</summary>
    /// <param name="id">Whose list.</param>
    /// <param name="related">What stands there.</param>
    public Task<IActionResult> OnPostPinAsync(long id, [FromForm] long related) => ActAsync(id, desk => desk.PinAsync(id, related, HttpContext.RequestAborted));

    /// <summary>Keeps an article out.</summary>
    /// <param name="id">Whose list.</param>
    /// <param name="related">What never stands there.</param>
    public Task<IActionResult> OnPostExcludeAsync(long id, [FromForm] long related) => ActAsync(id, desk => desk.ExcludeAsync(id, related, HttpContext.RequestAborted));

    /// <summary>Takes either back.</summary>
    /// <param name="id">Whose list.</param>
    /// <param name="related">What was chosen.</param>
    public Task<IActionResult> OnPostReleaseAsync(long id, [FromForm] long related) => ActAsync(id, desk => desk.ReleaseAsync(id, related, HttpContext.RequestAborted));

    private async Task<IActionResult> ActAsync(long id, Func<RelatedDesk, Task> act)
    {
        try
        {
            await act(new RelatedDesk(store, clock, Staff.Name));
            await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
            Done = say["已保存。", "Saved."];
            return Redirect($"/newsroom/articles/{id}/related");
        }
        catch (RelatedChoiceException refused)
        {
            Fault = say[$"办不到。（{refused.Message}）", refused.Message];
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(id, null) ? Page() : NotFound();
        }
    }

    private async Task<bool> ShowAsync(long id, string? q)
    {
        var cancelled = HttpContext.RequestAborted;
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancelled) is not { } article)
        {
            return false;
        }

        Article = article;
        Links = await RelatedLink.OfAsync(db, id, cancelled);
        Excluded = await db.Articles.AsNoTracking().Where(a => db.RelatedChoices.Any(c => c.ArticleId == id && c.RelatedId == a.Id && !c.IsPinned))
            .OrderByDescending(a => a.Id).Rows().ToListAsync(cancelled);
        Query = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        Offered = Query is null ? [] : await ArticleChoice.OfAsync(db, Query, site.Snapshot.Zone, cancelled);
        return true;
    }
}
