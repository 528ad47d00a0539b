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

/// <summary>An article's live report: begins and ends it, writes and changes its entries.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
public sealed class LiveModel(NewsStore store, NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    /// <summary>The article.</summary>
    public Article Article { get; private set; } = new();

    /// <summary>Its entries, the newest first.</summary>
    public IReadOnlyList<LiveUpdate> Updates { get; private set; } = [];

    /// <summary>The entry that is being changed; 0 for a new one.</summary>
    public long Editing { get; private set; }

    /// <summary>What stands in the form of the new entry.</summary>
    public LiveEntry Fresh { get; private set; } = new();

    /// <summary>What stands in the form of the entry that is being changed.</summary>
    public LiveEntry Changed { get; private set; } = new();

    /// <summary>The moment of that entry that was seen, as the form carries it.</summary>
    public long Seen { get; private set; }

    /// <summary>Whoever looks may write.</summary>
    public bool MayWrite => Staff.May(ArticleAct.Save, Article);

    /// <summary>Shows it.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="edit">The entry to change.</param>
    public async Task<IActionResult> OnGetAsync(long id, [FromQuery] long edit)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (MayWrite && Updates.FirstOrDefault(u => u.Id == edit) is { } update)
        {
            (Editing, Changed, Seen) = (edit, LiveEntry.Of(update), update.LastUtc.Ticks);
        }

        return Page();
    }

    /// <summary>Begins the report, or goes on with it.</summary>
    /// <param name="id">The article's number.</param>
    public Task<IActionResult> OnPostStartAsync(long id) =>
        ActAsync(id, desk => desk.StartAsync(id, HttpContext.RequestAborted), say["直播已开始。", "The live report goes on."]);

    /// <summary>Ends it.</summary>
    /// <param name="id">The article's number.</param>
    public Task<IActionResult> OnPostEndAsync(long id) =>
        ActAsync(id, desk => desk.EndAsync(id, HttpContext.RequestAborted), say["直播已结束。", "The live report has ended."]);

    /// <summary>Adds an entry.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="form">What was written.</param>
    public Task<IActionResult> OnPostAddAsync(long id, [FromForm] LiveForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Fresh = form.Entry;
        return ActAsync(id, desk => desk.AddAsync(id, Fresh, HttpContext.RequestAborted), say["已发出。", "Added."]);
    }

    /// <summary>Changes an entry.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="update">The entry.</param>
    /// <param name="form">What was written.</param>
    public Task<IActionResult> OnPostChangeAsync(long id, [FromForm] long update, [FromForm] LiveForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var seen = new DateTime(Math.Clamp(form.Seen, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
        (Editing, Changed) = (update, form.Entry);
        return ActAsync(id, desk => desk.ChangeAsync(id, update, seen, Changed, HttpContext.RequestAborted), say["已改。", "Changed."]);
    }

    /// <summary>Makes an entry a key moment, or one no more.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="update">The entry.</param>
    /// <param name="key">It is one.</param>
    public Task<IActionResult> OnPostMarkAsync(long id, [FromForm] long update, [FromForm] bool key) =>
        ActAsync(id, desk => desk.MarkAsync(id, update, key, HttpContext.RequestAborted), say["已改。", "Changed."]);

    /// <summary>Removes an entry.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="update">The entry.</param>
    public Task<IActionResult> OnPostRemoveAsync(long id, [FromForm] long update) =>
        ActAsync(id, desk => desk.RemoveAsync(id, update, HttpContext.RequestAborted), say["已删除。", "Removed."]);

    private async Task<IActionResult> ActAsync(long id, Func<LiveDesk, Task> act, string done)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!MayWrite)
        {
            return Forbid();
        }

        try
        {
            await act(new LiveDesk(store, clock, Staff.Name));
            await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
            Done = done;
            return Redirect($"/newsroom/articles/{id}/live");
        }
        catch (ArticleEditException refused)
        {
            Fault = EditWords.Of(refused, say);
            Response.StatusCode = refused.Problem == EditProblem.Overtaken ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            await LoadAsync(id);

            // Whoever saves again has been told that somebody else did.
            Seen = Updates.FirstOrDefault(u => u.Id == Editing)?.LastUtc.Ticks ?? 0;
            return Page();
        }
    }

    private async Task<bool> LoadAsync(long id)
    {
        var cancelled = HttpContext.RequestAborted;
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancelled) is not { } article)
        {
            return false;
        }

        (Article, Updates) = (article, await db.LiveUpdates.AsNoTracking().Where(u => u.ArticleId == id).NewestFirst().ToListAsync(cancelled));
        return true;
    }
}
