using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;
using ArticleState = NewsPortal.Core.Publishing.ArticleState;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What an article said before, character by character, and the way back.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
public sealed class RevisionsModel(NewsStore store, NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    /// <summary>The article.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>Its revisions, the newest first.</summary>
    public IReadOnlyList<RevisionLine> Lines { get; private set; } = [];

    /// <summary>The one that is compared; null for the list alone.</summary>
    public int? Number { get; private set; }

    /// <summary>What it said.</summary>
    public ArticleState? Shown { get; private set; }

    /// <summary>What it says now.</summary>
    public ArticleState? Present { get; private set; }

    /// <summary>Whoever looks may bring it back.</summary>
    public bool MayRestore => Staff.May(ArticleAct.RestoreRevision, Article);

    /// <summary>Shows the list, and one revision against the present.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="number">The revision's.</param>
    public async Task<IActionResult> OnGetAsync(long id, int? number) => await LoadAsync(id, number) ? Page() : NotFound();

    /// <summary>Brings a revision back, as a new save.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="number">The revision's.</param>
    /// <param name="version">The version that was looked at.</param>
    public async Task<IActionResult> OnPostRestoreAsync(long id, int number, [FromForm] int version)
    {
        if (!await LoadAsync(id, number))
        {
            return NotFound();
        }

        if (!MayRestore)
        {
            return Forbid();
        }

        try
        {
            await new ArticleDesk(store, clock, site.Snapshot.Zone, Staff.Name).RestoreRevisionAsync(id, version, number, HttpContext.RequestAborted);
            Done = say[$"已退回到第 {number} 版。", $"Revision {number} is back."];
            return Redirect($"/newsroom/articles/{id}");
        }
        catch (Exception e) when (e is ArticleEditException or EditConflictException)
        {
            Fault = e is ArticleEditException refused ? EditWords.Of(refused, say) : say["稿件刚被别人改过，请再看一遍。", "Somebody has just changed the article; look again."];
            Response.StatusCode = e is EditConflictException ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            await LoadAsync(id, number);
            return Page();
        }
    }

    private async Task<bool> LoadAsync(long id, int? number)
    {
        if (await db.Articles.AsNoTracking().WithEverything().FirstOrDefaultAsync(a => a.Id == id, HttpContext.RequestAborted) is not { } article)
        {
            return false;
        }

        Article = article;
        Lines = await Revisions.ListAsync(db, id, HttpContext.RequestAborted);
        Number = number;
        if (number is not { } wanted)
        {
            return true;
        }

        Shown = await Revisions.ReadAsync(db, id, wanted, HttpContext.RequestAborted);
        Present = ArticleState.Of(article, article.Body!);
        return Shown is not null;
    }
}
