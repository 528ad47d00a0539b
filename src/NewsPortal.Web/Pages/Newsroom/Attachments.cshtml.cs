using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>All documents that articles offer or may offer, the newest first.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="limits">How large one may be.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
public sealed class AttachmentsModel(NewsStore store, NewsDbContext db, SiteLimits limits, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int PageLength = 50;
    private const int UsesShown = 5;

    /// <summary>The documents.</summary>
    public IReadOnlyList<Attachment> Documents { get; private set; } = [];

    /// <summary>Articles that offer each; not more than a few are named.</summary>
    public ILookup<int, AttachmentUse> Uses { get; private set; } = Array.Empty<AttachmentUse>().ToLookup(u => u.Attachment);

    /// <summary>How many articles of one are named.</summary>
    public int Named => UsesShown;

    /// <summary>How large one may be, in bytes.</summary>
    public long Most => limits.DocumentBytes;

    /// <summary>The next page's address; null at the end.</summary>
    public string? Next { get; private set; }

    /// <summary>Shows them.</summary>
    /// <param name="before">Numbers below this one.</param>
    public Task OnGetAsync([FromQuery] int? before) => ShowAsync(before);

    /// <summary>Takes documents in.</summary>
    /// <param name="files">The documents.</param>
    public async Task<IActionResult> OnPostUploadAsync([FromForm] List<IFormFile>? files)
    {
        if (!Staff.May(StaffAct.Write))
        {
            return Forbid();
        }

        var (taken, refused) = await files.TakeInAsync(Desk, limits.DocumentBytes, say, HttpContext.RequestAborted);
        var told = say[$"{taken.Count} 份附件已入库。", $"{taken.Count} attachments are on the shelf."];
        if (refused.Count == 0)
        {
            Done = told;
            return Redirect("/newsroom/attachments");
        }

        return await RefusedAsync((taken.Count > 0 ? told + " " : string.Empty) + string.Join(" ", refused));
    }

    /// <summary>Takes one away.</summary>
    /// <param name="attachment">Its number.</param>
    public async Task<IActionResult> OnPostRemoveAsync([FromForm] int attachment)
    {
        if (!Staff.May(StaffAct.Publish))
        {
            return Forbid();
        }

        try
        {
            await Desk.RemoveAsync(attachment, HttpContext.RequestAborted);
            Done = say["附件已删除。", "The attachment is removed."];
            return Redirect("/newsroom/attachments");
        }
        catch (AttachmentException no)
        {
            return await RefusedAsync(DocumentForm.Why(no, say));
        }
    }

    private AttachmentDesk Desk => new(store, clock, Staff.Name);

    private async Task<IActionResult> RefusedAsync(string why)
    {
        Fault = why;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync(null);
        return Page();
    }

    private async Task ShowAsync(int? before)
    {
        var cancelled = HttpContext.RequestAborted;
        var read = await db.Attachments.AsNoTracking().Where(a => before == null || a.Id < before).OrderByDescending(a => a.Id).Take(PageLength + 1).ToListAsync(cancelled);
        Documents = [.. read.Take(PageLength)];
        var ids = Documents.Select(d => d.Id).ToList();
        Uses = (await db.ArticleAttachments.AsNoTracking().Where(p => ids.Contains(p.AttachmentId)).OrderByDescending(p => p.ArticleId)
            .Join(db.Articles, p => p.ArticleId, a => a.Id, (p, a) => new AttachmentUse(p.AttachmentId, a.Id, a.Headline)).ToListAsync(cancelled)).ToLookup(u => u.Attachment);
        Next = read.Count > PageLength ? string.Create(CultureInfo.InvariantCulture, $"/newsroom/attachments?before={Documents[^1].Id}") : null;
    }
}

/// <summary>An article that offers a document.</summary>
/// <param name="Attachment">The document's number.</param>
/// <param name="Article">The article's number.</param>
/// <param name="Headline">Its headline.</param>
public sealed record AttachmentUse(int Attachment, long Article, string Headline);
