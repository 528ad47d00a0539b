using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>Stories: names, merges, splits.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Arrange)]
public sealed class StoriesModel(NewsStore store, NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int Listed = 200;

    /// <summary>The story that is shown; null for the list.</summary>
    public Story? Story { get; private set; }

    /// <summary>Stories, those with the newest numbers first.</summary>
    public IReadOnlyList<Story> Stories { get; private set; } = [];

    /// <summary>The story's articles, the newest first.</summary>
    public IReadOnlyList<ArticleRow> Articles { get; private set; } = [];

    /// <summary>Articles to choose from.</summary>
    public IReadOnlyList<ArticleRow> Offered { get; private set; } = [];

    /// <summary>What was asked for; null where nothing was.</summary>
    public string? Query { get; private set; }

    /// <summary>What readers are told of the story; null where nothing is.</summary>
    public string? Introduction { get; private set; }

    /// <summary>Shows the list or a story.</summary>
    /// <param name="id">The story.</param>
    /// <param name="q">Articles to choose from.</param>
    public async Task<IActionResult> OnGetAsync(long? id, [FromQuery] string? q) => await ShowAsync(id, q) ? Page() : NotFound();

    /// <summary>Names a story.</summary>
    /// <param name="id">The story.</param>
    /// <param name="name">The name.</param>
    public Task<IActionResult> OnPostNameAsync(long id, [FromForm] string? name) =>
        ActAsync(id, desk => desk.NameAsync(id, name ?? string.Empty, HttpContext.RequestAborted), id, say["已改名。", "Renamed."]);

    /// <summary>Introduces a story to readers.</summary>
    /// <param name="id">The story.</param>
    /// <param name="text">The introduction; empty takes it away.</param>
    public Task<IActionResult> OnPostIntroduceAsync(long id, [FromForm] string? text) => ActAsync(
        id,
        _ => new IntroductionDesk(store, clock, Staff.Name).IntroduceAsync(NameKind.Story, id, text ?? string.Empty, HttpContext.RequestAborted),
        id,
        say["简介已保存。", "Introduction saved."]);

    /// <summary>Merges a story into another.</summary>
    /// <param name="id">The story that goes.</param>
    /// <param name="into">The story that stays.</param>
    public Task<IActionResult> OnPostMergeAsync(long id, [FromForm] long? into) =>
        ActAsync(id, desk => desk.MergeAsync(id, into ?? 0, HttpContext.RequestAborted), into ?? id, say["已并入；旧网址会转到这里。", "Merged; the old address leads here."]);

    /// <summary>Splits articles off.</summary>
    /// <param name="id">The story.</param>
    /// <param name="leaving">The articles that leave.</param>
    /// <param name="name">The new story's name.</param>
    public Task<IActionResult> OnPostSplitAsync(long id, [FromForm] long[]? leaving, [FromForm] string? name) => ActAsync(
        id,
        desk => desk.SplitAsync(id, leaving ?? [], string.IsNullOrWhiteSpace(name) ? null : name, HttpContext.RequestAborted),
        id,
        say["已分出去。", "Split off."]);

    /// <summary>Puts an article into the story.</summary>
    /// <param name="id">The story.</param>
    /// <param name="article">The article.</param>
    public Task<IActionResult> OnPostAddAsync(long id, [FromForm] long article) =>
        ActAsync(id, desk => desk.PinAsync(article, id, HttpContext.RequestAborted), id, say["已加入。", "Added."]);

    private async Task<IActionResult> ActAsync(long id, Func<StoryDesk, Task> act, long then, string done)
    {
        try
        {
            await act(new StoryDesk(store, clock, Staff.Name));
            await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
            Done = done;
            return Redirect($"/newsroom/stories/{then}");
        }
        catch (Exception refused) when (refused is StoryException or NameException)
        {
            Fault = say[$"办不到。（{refused.Message}）", refused.Message];
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(id, null) ? Page() : NotFound();
        }
    }

    private async Task<bool> ShowAsync(long? id, string? q)
    {
        var cancelled = HttpContext.RequestAborted;
        Stories = await db.Stories.AsNoTracking().Shown().OrderByDescending(s => s.Id).Take(Listed).ToListAsync(cancelled);
        if (id is not { } number)
        {
            return true;
        }

        Story = await db.Stories.AsNoTracking().FirstOrDefaultAsync(s => s.Id == number && s.MergedIntoId == null, cancelled);
        if (Story is null)
        {
            return false;
        }

        Introduction = (await db.Introductions.FindAsync([NameKind.Story, number], cancelled))?.Text;
        Articles = await db.Articles.AsNoTracking().Visible().Where(a => a.StoryId == number).NewestFirst().Take(Listed).Rows().ToListAsync(cancelled);
        Query = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        Offered = Query is null ? [] : await ArticleChoice.OfAsync(db, Query, site.Snapshot.Zone, cancelled);
        return true;
    }
}
