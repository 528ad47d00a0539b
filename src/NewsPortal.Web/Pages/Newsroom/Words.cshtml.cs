using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing.Words;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The publisher's own list of words that are not to be printed.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for the list.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Arrange)]
public sealed class WordsModel(NewsStore store, NewsDbContext db, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int Shown = 500;

    /// <summary>The words, by themselves.</summary>
    public IReadOnlyList<WrongWord> Words { get; private set; } = [];

    /// <summary>How many there are.</summary>
    public int Total { get; private set; }

    /// <summary>What was looked for.</summary>
    public string? Query { get; private set; }

    /// <summary>Lines that could not be taken, to be put right.</summary>
    public string? Typed { get; private set; }

    /// <summary>Shows the list.</summary>
    /// <param name="q">What a word has to hold.</param>
    public async Task OnGetAsync([FromQuery] string? q)
    {
        Query = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        await ShowAsync();
    }

    /// <summary>Adds words.</summary>
    /// <param name="lines">A line each.</param>
    public async Task<IActionResult> OnPostAddAsync([FromForm] string? lines)
    {
        var (words, refused) = WordList.Read(lines ?? string.Empty);
        var added = await List.AddAsync(words, HttpContext.RequestAborted);
        if (refused.Count == 0)
        {
            Done = say[$"加进 {added} 个词。", $"{added} words added."];
            return Redirect("/newsroom/words");
        }

        Typed = string.Join('\n', lines!.ReplaceLineEndings("\n").Split('\n').Where((_, i) => refused.Contains(i + 1)));
        Fault = say[$"加进 {added} 个词；下面 {refused.Count} 行不成词：错词要有 1 到 {WordList.LongestWord} 字，并与正词不同。", $"{added} words added; the {refused.Count} lines below are none: a word has 1 to {WordList.LongestWord} characters and differs from its right form."];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync();
        return Page();
    }

    /// <summary>Takes a word off.</summary>
    /// <param name="id">Its number.</param>
    public async Task<IActionResult> OnPostRemoveAsync([FromForm] int id)
    {
        var gone = await List.RemoveAsync(id, HttpContext.RequestAborted);
        Done = gone is null ? null : say[$"去掉了“{gone}”。", $"“{gone}” was removed."];
        return Redirect("/newsroom/words");
    }

    private WordList List => new(store, clock, Staff.Name);

    private async Task ShowAsync()
    {
        Total = await db.WrongWords.CountAsync(HttpContext.RequestAborted);
        var words = db.WrongWords.AsNoTracking();
        words = Query is { } text ? words.Where(w => w.Wrong.Contains(text) || w.Right.Contains(text)) : words;
        Words = await words.OrderByDescending(w => w.Id).Take(Shown).ToListAsync(HttpContext.RequestAborted);
    }
}
