using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>Writes one page beside the articles.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Arrange)]
public sealed class FixedPageEditModel(NewsStore store, NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    /// <summary>Its number; 0 for a new one.</summary>
    public int Id { get; private set; }

    /// <summary>Its title.</summary>
    [BindProperty]
    public string? PageTitle { get; set; }

    /// <summary>Its text, in Markdown.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The last part of its address.</summary>
    [BindProperty]
    public string? Slug { get; set; }

    /// <summary>Its place among the others.</summary>
    [BindProperty]
    public int Position { get; set; }

    /// <summary>Readers see it.</summary>
    [BindProperty]
    public bool IsPublic { get; set; }

    /// <summary>The foot of every page leads to it.</summary>
    [BindProperty]
    public bool IsInFooter { get; set; }

    /// <summary>The version that was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Shows it, or an empty form.</summary>
    /// <param name="id">Its number; 0 for a new one.</param>
    /// <param name="begin">Which of the usual pages a new one shall be.</param>
    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] string? begin)
    {
        Id = id;
        if (id == 0)
        {
            (IsPublic, IsInFooter, Slug) = (true, true, begin);
            PageTitle = FixedPagesModel.Starters.Where(s => s.Slug == begin).Select(s => say[s.Chinese, s.English]).FirstOrDefault();
            Position = await db.FixedPages.CountAsync(HttpContext.RequestAborted);
            return Page();
        }

        if (await db.FixedPages.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, HttpContext.RequestAborted) is not { } page)
        {
            return NotFound();
        }

        (PageTitle, Text, Slug, Position, IsPublic, IsInFooter, Version) = (page.Title, page.Text, page.Slug, page.Position, page.IsPublic, page.IsInFooter, page.Version);
        return Page();
    }

    /// <summary>Saves it.</summary>
    /// <param name="id">Its number; 0 for a new one.</param>
    public Task<IActionResult> OnPostSaveAsync(int id) => ActAsync(id, async desk =>
    {
        var page = new FixedPage
        {
            Id = id,
            Title = PageTitle ?? string.Empty,
            Text = Text ?? string.Empty,
            Slug = Slug ?? string.Empty,
            Position = Math.Clamp(Position, 0, 999),
            IsPublic = IsPublic,
            IsInFooter = IsInFooter,
            Version = Version,
        };
        var saved = await desk.SaveAsync(page, HttpContext.RequestAborted);
        Done = say["已保存。", "Saved."];
        return $"/newsroom/pages/{saved}";
    });

    /// <summary>Removes it.</summary>
    /// <param name="id">Its number.</param>
    public Task<IActionResult> OnPostRemoveAsync(int id) => ActAsync(id, async desk =>
    {
        await desk.RemoveAsync(id, HttpContext.RequestAborted);
        Done = say["已删除。", "Removed."];
        return "/newsroom/pages";
    });

    private async Task<IActionResult> ActAsync(int id, Func<PageDesk, Task<string>> act)
    {
        Id = id;
        try
        {
            var then = await act(new PageDesk(store, clock, Staff.Name));
            await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
            return Redirect(then);
        }
        catch (PageException refused)
        {
            Fault = say.IsChinese ? InChinese(refused.Problem) : refused.Message;
            Response.StatusCode = refused.Problem == PageProblem.Saved ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            return Page();
        }
    }

    private static string InChinese(PageProblem problem) => problem switch
    {
        PageProblem.Gone => "这一页已被别人删除。您写的还在下面，请复制后另存新页。",
        PageProblem.Title => "标题要 1 到 120 个字。",
        PageProblem.Text => $"正文要 1 到 {PageDesk.LongestText} 个字，不能套得太深。",
        PageProblem.Slug => "网址要用字母、数字和连字符，并且不能与别的页面相同。",
        _ => "您打开以后有人保存过这一页。您写的还在下面；请在另一个标签页打开它，合到一起再存。",
    };
}
