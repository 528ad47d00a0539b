using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Media;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>One picture: what is known of it, where it is used, and another in its place.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
[RequestSizeLimit(PictureCleaner.MostBytes + (1024 * 1024))]
public sealed class PictureModel(NewsStore store, NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int UsesShown = 200;

    /// <summary>The picture.</summary>
    public Picture Picture { get; private set; } = new();

    /// <summary>As the shelf shows it.</summary>
    public MediaTile Tile { get; private set; } = new(0, string.Empty, string.Empty, 0, 0);

    /// <summary>What is known of it.</summary>
    public PictureNote Note { get; private set; } = new();

    /// <summary>Where those who write see it.</summary>
    public string Address => Editing.MediaModel.AddressOf(Picture.Path);

    /// <summary>Articles that use it.</summary>
    public IReadOnlyList<ArticleRow> Uses { get; private set; } = [];

    /// <summary>Pictures that look like it, the nearest first.</summary>
    public IReadOnlyList<MediaTile> Alike { get; private set; } = [];

    /// <summary>Shows it.</summary>
    /// <param name="id">Its number.</param>
    public async Task<IActionResult> OnGetAsync(int id) => await ShowAsync(id) ? Page() : NotFound();

    /// <summary>Writes down what is known of it.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="alt">What a screen reader says.</param>
    /// <param name="credit">Who made it.</param>
    /// <param name="licence">By what right it is used.</param>
    public Task<IActionResult> OnPostDescribeAsync(int id, [FromForm] string? title, [FromForm] string? alt, [FromForm] string? credit, [FromForm] string? licence) =>
        ActAsync(id, StaffAct.Write, async desk =>
        {
            await desk.DescribeAsync(new PictureNote { PictureId = id, Title = title, AltText = alt, Credit = credit, Licence = licence }, HttpContext.RequestAborted);
            Done = say["已保存。", "Saved."];
            return $"/newsroom/media/{id}";
        });

    /// <summary>Puts another picture into all its places.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="file">The other picture.</param>
    public Task<IActionResult> OnPostReplaceAsync(int id, IFormFile? file) => ActAsync(id, StaffAct.Publish, async desk =>
    {
        if (await file.ReadAsync(HttpContext.RequestAborted) is not { } bytes)
        {
            throw new RefusedPictureException(say[$"请选一张不超过 {PictureForm.MostMegabytes} MB 的图片", $"choose one of at most {PictureForm.MostMegabytes} MB"]);
        }

        // It is an edit of every article that shows the picture: who edits one section replaces nothing in another.
        var sections = await MediaDesk.Using(db, id).Select(a => a.SectionId).Distinct().ToListAsync(HttpContext.RequestAborted);
        if (!sections.TrueForAll(s => Staff.May(StaffAct.Publish, s)))
        {
            throw new MediaException(MediaProblem.NotYours, "Articles of sections that are not yours show it.");
        }

        var other = await SentPicture.TakeAsync(store, clock, bytes, Staff.Name, HttpContext.RequestAborted);
        var count = await desk.ReplaceAsync(id, other.Id, HttpContext.RequestAborted);
        await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
        Done = say[$"已换掉，{count} 篇稿件用上了这张。", $"Replaced in {count} articles."];
        return $"/newsroom/media/{other.Id}";
    });

    /// <summary>Takes it away.</summary>
    /// <param name="id">Its number.</param>
    public Task<IActionResult> OnPostRemoveAsync(int id) => ActAsync(id, StaffAct.Publish, async desk =>
    {
        await desk.RemoveAsync(id, HttpContext.RequestAborted);
        Done = say["图片已删除。", "The picture is removed."];
        return "/newsroom/media";
    });

    private async Task<IActionResult> ActAsync(int id, StaffAct needed, Func<MediaDesk, Task<string>> act)
    {
        if (!Staff.May(needed))
        {
            return Forbid();
        }

        try
        {
            return Redirect(await act(new MediaDesk(store, clock, Staff.Name)));
        }
        catch (MediaException refused)
        {
            Fault = say.IsChinese ? InChinese(refused.Problem) : refused.Message;
        }
        catch (RefusedPictureException refused)
        {
            Fault = say["这张图片不能用：", "This picture cannot be used: "] + refused.Message;
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await ShowAsync(id) ? Page() : NotFound();
    }

    private static string InChinese(MediaProblem problem) => problem switch
    {
        MediaProblem.Gone => "没有这张图片，可能已被删除。",
        MediaProblem.Same => "新旧是同一张图片。",
        MediaProblem.NotYours => "别的栏目的稿件也在用这张图，您不能换；请主编来换。",
        MediaProblem.InUse => "还有稿件在用它；先换掉，或从稿件里拿掉。",
        _ => "文字太长，最多 400 个字，写在一行里。",
    };

    private async Task<bool> ShowAsync(int id)
    {
        var cancelled = HttpContext.RequestAborted;
        if (await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancelled) is not { } picture)
        {
            return false;
        }

        Picture = picture;
        Tile = (await MediaTile.OfAsync(db, [picture], cancelled))[0];
        Note = await db.PictureNotes.AsNoTracking().FirstOrDefaultAsync(n => n.PictureId == id, cancelled) ?? new PictureNote { PictureId = id };
        Alike = await MediaTile.OfAsync(db, await LookAlikes.OfAsync(db, id, cancellationToken: cancelled), cancelled);
        Uses = await MediaDesk.Using(db, id).AsNoTracking().OrderByDescending(a => a.UpdatedUtc).ThenByDescending(a => a.Id).Take(UsesShown).Rows().ToListAsync(cancelled);
        return true;
    }
}
