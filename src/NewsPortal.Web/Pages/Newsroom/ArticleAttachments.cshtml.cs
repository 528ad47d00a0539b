using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The documents that one article offers: more of them, their titles, their order.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="site">The site.</param>
/// <param name="limits">How large one may be.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
public sealed class ArticleAttachmentsModel(NewsStore store, NewsDbContext db, CurrentSite site, SiteLimits limits, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int ShelfLength = 50;

    /// <summary>The article.</summary>
    public Article Article { get; private set; } = new();

    /// <summary>What the article offers, and what else is on the shelf.</summary>
    public ArticleDocuments Documents { get; private set; } = new(0, false, []);

    /// <summary>Shows them.</summary>
    /// <param name="id">The article's number.</param>
    public async Task<IActionResult> OnGetAsync(long id) => await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Takes documents in and offers them.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="files">The documents.</param>
    public Task<IActionResult> OnPostUploadAsync(long id, [FromForm] List<IFormFile>? files) => ActAsync(id, async desk =>
    {
        var (taken, refused) = await files.TakeInAsync(desk, limits.DocumentBytes, say, HttpContext.RequestAborted);
        foreach (var attachment in taken)
        {
            await desk.AttachAsync(id, attachment.Id, cancellationToken: HttpContext.RequestAborted);
        }

        var told = say[$"加上了 {taken.Count} 份附件。", $"{taken.Count} attachments are added."];
        Fault = refused.Count == 0 ? null : (taken.Count > 0 ? told + " " : string.Empty) + string.Join(" ", refused);
        return told;
    });

    /// <summary>Offers a document of the shelf.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="attachment">The attachment's number.</param>
    public Task<IActionResult> OnPostAttachAsync(long id, [FromForm] int attachment) => ActAsync(id, async desk =>
    {
        await desk.AttachAsync(id, attachment, cancellationToken: HttpContext.RequestAborted);
        return say["附件已加上。", "The attachment is added."];
    });

    /// <summary>Gives one another title.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="attachment">The attachment's number.</param>
    /// <param name="title">The title.</param>
    public Task<IActionResult> OnPostTitleAsync(long id, [FromForm] int attachment, [FromForm] string? title) => ActAsync(id, async desk =>
    {
        await desk.EntitleAsync(id, attachment, title, HttpContext.RequestAborted);
        return say["标题已改。", "The title is changed."];
    });

    /// <summary>Moves one up.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="attachment">The attachment's number.</param>
    public Task<IActionResult> OnPostUpAsync(long id, [FromForm] int attachment) => ShiftAsync(id, attachment, up: true);

    /// <summary>Moves one down.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="attachment">The attachment's number.</param>
    public Task<IActionResult> OnPostDownAsync(long id, [FromForm] int attachment) => ShiftAsync(id, attachment, up: false);

    /// <summary>Offers one no longer.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="attachment">The attachment's number.</param>
    public Task<IActionResult> OnPostDetachAsync(long id, [FromForm] int attachment) => ActAsync(id, async desk =>
    {
        await desk.DetachAsync(id, attachment, HttpContext.RequestAborted);
        return say["附件已从稿件拿掉，还留在附件库里。", "The attachment is taken from the article and stays on the shelf."];
    });

    private Task<IActionResult> ShiftAsync(long id, int attachment, bool up) => ActAsync(id, async desk =>
    {
        await desk.ShiftAsync(id, attachment, up, HttpContext.RequestAborted);
        return say["次序已改。", "The order is changed."];
    });

    private async Task<IActionResult> ActAsync(long id, Func<AttachmentDesk, Task<string>> act)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!Documents.May)
        {
            return Forbid();
        }

        try
        {
            var told = await act(new AttachmentDesk(store, clock, Staff.Name));
            if (Fault is null)
            {
                Done = told;
                await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
                return Redirect($"/newsroom/articles/{id}#attachments");
            }
        }
        catch (AttachmentException no)
        {
            Fault = DocumentForm.Why(no, say);
        }

        // Some may have come, though others were refused.
        await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        ModelState.Clear();
        return await LoadAsync(id) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(long id)
    {
        var cancelled = HttpContext.RequestAborted;
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancelled) is not { } article)
        {
            return false;
        }

        Article = article;
        Documents = await ArticleDocuments.OfAsync(db, article, Staff.May(ArticleAct.Save, article), limits.DocumentBytes, cancelled) with
        {
            Shelf = await db.Attachments.AsNoTracking().Where(a => !db.ArticleAttachments.Any(p => p.ArticleId == id && p.AttachmentId == a.Id))
                .OrderByDescending(a => a.Id).Take(ShelfLength).ToListAsync(cancelled),
        };
        return true;
    }
}
