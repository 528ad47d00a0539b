using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>Secret addresses at which an article can be read before it is public.</summary>
/// <param name="db">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="site">The site.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
public sealed class LinksModel(NewsDbContext db, TimeProvider clock, CurrentSite site, Bilingual say) : NewsroomPage
{
    /// <summary>The article.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>The addresses that hold.</summary>
    public IReadOnlyList<PreviewLink> Links { get; private set; } = [];

    /// <summary>A new address, shown once.</summary>
    public string? Link { get; private set; }

    /// <summary>Whoever may change the article may show it, while it is not public.</summary>
    public bool MayMake => Article.Status.IsBeforePublication() && (Staff.May(ArticleAct.Save, Article) || IsHandedInByThem);

    // A writer who handed an article in still answers for it.
    private bool IsHandedInByThem => string.Equals(Article.CreatedBy, Staff.Name, StringComparison.Ordinal);

    /// <summary>Shows them.</summary>
    /// <param name="id">The article's number.</param>
    public async Task<IActionResult> OnGetAsync(long id) => await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Makes one.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="hours">How long it holds.</param>
    public async Task<IActionResult> OnPostAsync(long id, [FromForm] int hours)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!MayMake)
        {
            return Forbid();
        }

        var secret = PreviewLinks.Hours.Contains(hours) ? await new PreviewLinks(db, clock).MakeAsync(Article, hours, Staff.Name, HttpContext.RequestAborted) : null;
        if (secret is null)
        {
            Fault = say["链接太多了，先收回一些。", "There are too many links; take some back first."];
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else
        {
            Link = $"{site.Snapshot.BaseUrl}{PreviewEndpoint.Root}/{secret}";
        }

        await LoadAsync(id);
        return Page();
    }

    /// <summary>Takes one back.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="hash">Which.</param>
    public async Task<IActionResult> OnPostRevokeAsync(long id, [FromForm] string? hash)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!MayMake)
        {
            return Forbid();
        }

        await new PreviewLinks(db, clock).RevokeAsync(Article, hash ?? string.Empty, Staff.Name, HttpContext.RequestAborted);
        Done = say["链接已收回。", "The link is taken back."];
        return Redirect($"/newsroom/articles/{id}/links");
    }

    private async Task<bool> LoadAsync(long id)
    {
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, HttpContext.RequestAborted) is not { } article)
        {
            return false;
        }

        (Article, Links) = (article, await new PreviewLinks(db, clock).OfAsync(id, HttpContext.RequestAborted));
        return true;
    }
}
