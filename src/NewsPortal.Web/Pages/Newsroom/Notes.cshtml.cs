using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The newsroom's remarks on an article.</summary>
/// <param name="db">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
public sealed class NotesModel(NewsDbContext db, TimeProvider clock, Bilingual say) : NewsroomPage
{
    /// <summary>The article's number.</summary>
    public long Id { get; private set; }

    /// <summary>The article's headline.</summary>
    public string Headline { get; private set; } = string.Empty;

    /// <summary>The notes, the newest first.</summary>
    public IReadOnlyList<EditorialNote> Notes { get; private set; } = [];

    /// <summary>What was typed and could not be kept.</summary>
    public string? Typed { get; private set; }

    /// <summary>Shows them.</summary>
    /// <param name="id">The article's number.</param>
    public async Task<IActionResult> OnGetAsync(long id) => await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Adds one.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="text">What is said.</param>
    public async Task<IActionResult> OnPostAsync(long id, [FromForm] string? text)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (await new EditorialNotes(db, clock).AddAsync(id, text, Staff.Name, HttpContext.RequestAborted))
        {
            Done = say["备注已记下，读者看不到。", "The note is kept; readers never see it."];
            return Redirect($"/newsroom/articles/{id}");
        }

        (Typed, Fault) = (text, say[$"备注要有 1 到 {EditorialNotes.Longest} 个字。", $"A note has 1 to {EditorialNotes.Longest} characters."]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Removes one: one's own, and for those who arrange the site any.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="note">The note's number.</param>
    public async Task<IActionResult> OnPostRemoveAsync(long id, [FromForm] long note)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (Notes.FirstOrDefault(n => n.Id == note) is { } its && its.Actor != Staff.Name && !Staff.May(StaffAct.Arrange))
        {
            return Forbid();
        }

        Done = await new EditorialNotes(db, clock).RemoveAsync(id, note, Staff.Name, Staff.May(StaffAct.Arrange), HttpContext.RequestAborted)
            ? say["备注已删除，记录里留有一笔。", "The note is removed; the record keeps a line of it."]
            : say["没有这条备注，可能已被删除。", "There is no such note; it may have been removed already."];
        return Redirect($"/newsroom/articles/{id}");
    }

    private async Task<bool> LoadAsync(long id)
    {
        if (await db.Articles.Where(a => a.Id == id).Select(a => a.Headline).FirstOrDefaultAsync(HttpContext.RequestAborted) is not { } headline)
        {
            return false;
        }

        (Id, Headline, Notes) = (id, headline, await EditorialNotes.OfAsync(db, id, HttpContext.RequestAborted));
        return true;
    }
}

/// <summary>An article's notes and the form for another.</summary>
/// <param name="Article">The article's number.</param>
/// <param name="Notes">The notes, the newest first.</param>
/// <param name="Typed">What was typed and could not be kept.</param>
public sealed record ArticleNotes(long Article, IReadOnlyList<EditorialNote> Notes, string? Typed = null);
