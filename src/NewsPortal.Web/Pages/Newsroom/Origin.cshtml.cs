using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The original beside the article: what became of every line and why, and one step to decide otherwise.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
public sealed class OriginModel(NewsStore store, NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int Near = 6;

    /// <summary>The article.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>Its files, line by line.</summary>
    public IReadOnlyList<OriginFile> Files { get; private set; } = [];

    /// <summary>Whoever looks may change the article.</summary>
    public bool MaySave => Staff.May(ArticleAct.Save, Article);

    /// <summary>There is a change to take back.</summary>
    public bool MayUndo { get; private set; }

    /// <summary>What could not be done, so that the line stays open with what was typed; null where nothing was tried.</summary>
    public OriginTry? Tried { get; private set; }

    /// <summary>Shows it.</summary>
    /// <param name="id">The article's number.</param>
    public async Task<IActionResult> OnGetAsync(long id) => await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Makes something else of a line.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="file">Which file.</param>
    /// <param name="start">Where the line starts.</param>
    /// <param name="what"><c>p</c>, <c>h2</c>, <c>drop</c>, <c>caption</c> or a field.</param>
    public Task<IActionResult> OnPostTakeAsync(long id, [FromForm] int version, [FromForm] int file, [FromForm] int start, [FromForm] string? what) => ActAsync(id, async desk =>
    {
        // The part of the line that a field or a caption gets; without the box, all of it. A blank one is not the same as none.
        var part = Request.Form.TryGetValue("part", out var typed) ? typed.ToString() : null;
        Tried = new OriginTry(file, start, part);
        var blocks = Files.ElementAtOrDefault(file)?.Blocks.ToList() ?? [];
        var at = blocks.FindIndex(b => b.Start == start);
        if ((at < 0 ? NoLine() : Edited(blocks, at, what ?? string.Empty, part)) is not { } edit)
        {
            return false;
        }

        await desk.SaveAsync(id, version, edit, HttpContext.RequestAborted);
        Done = say["已改。再导入同一个文件，这处改动会留着。", "Changed. It stays when the same file comes again."];
        return true;
    });

    /// <summary>Takes the last change back.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="version">The version that was looked at.</param>
    public Task<IActionResult> OnPostUndoAsync(long id, [FromForm] int version) => ActAsync(id, async desk =>
    {
        var last = (await Revisions.ListAsync(db, id, HttpContext.RequestAborted)).FirstOrDefault();
        if (last is null)
        {
            return true;
        }

        await desk.RestoreRevisionAsync(id, version, last.Number, HttpContext.RequestAborted);
        Done = say["已撤销。", "Undone."];
        return true;
    });

    private ArticleEdit? Edited(List<OriginBlock> blocks, int at, string what, string? part)
    {
        var edit = ArticleEdit.Of(Article, Article.Body!);
        var line = blocks[at].Text.Trim();
        var before = blocks.Take(at).Reverse().Where(b => b.Fate == Fate.Kept).Take(Near).Select(b => b.Text);
        var after = blocks.Skip(at + 1).Where(b => b.Fate == Fate.Kept).Take(Near).Select(b => b.Text);
        switch (what)
        {
            case "p" or "h2":
                return edit with { Body = BodySurgery.Insert(edit.Body, line, what, before, after) };
            case "drop":
                return BodySurgery.Remove(edit.Body, line) is { } body ? edit with { Body = body } : NoLine();
        }

        var words = part?.Trim() ?? line;
        if (words.Length == 0 || !blocks[at].Line.Contains(words, StringComparison.Ordinal))
        {
            return Refused(words.Length == 0
                ? say["没有留下文字：请留下这一行里要用的部分。", "Nothing is left: leave the part of the line that is meant."]
                : say[$"这一行里没有“{words}”：只能从行里截取一段，改字请到编辑页。", $"The line has no “{words}”: cut a part out of it as it stands, and change words on the article's page."]);
        }

        return what == "caption" ? Captioned(edit, line, words, before, after) : WithField(edit, what, words);
    }

    private ArticleEdit? Captioned(ArticleEdit edit, string line, string words, IEnumerable<string> before, IEnumerable<string> after)
    {
        if (BodySurgery.Caption(edit.Body, line, words == line, before, after) is not { } found)
        {
            return Refused(say["正文里没有图片，图注无处可放。请先在编辑页加上图片。", "The text has no picture that could bear a caption; add one on the article's page first."]);
        }

        var caption = WrittenCaption.Of(words);
        return (edit with { Body = found.Html }).With([new FigureEdit(found.Picture) { Caption = caption.Caption, Credit = caption.Credit }]);
    }

    private ArticleEdit? WithField(ArticleEdit edit, string what, string words) => what switch
    {
        "headline" => edit with { Headline = words },
        "kicker" => edit with { Kicker = words },
        "subheadline" => edit with { Subheadline = words },
        "source" => edit with { Source = words },
        "byline" => edit with { Byline = words, Authors = null },
        "editor" => edit with { Editor = words },
        _ => Refused(say["没有这个字段。", "There is no such field."]),
    };

    private ArticleEdit? NoLine() => Refused(say["正文里找不到这一行，可能已经改过了。", "The text has no such line any more; it may have been changed already."]);

    private ArticleEdit? Refused(string why)
    {
        Fault = why;
        return null;
    }

    private async Task<IActionResult> ActAsync(long id, Func<ArticleDesk, Task<bool>> act)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!MaySave)
        {
            return Forbid();
        }

        try
        {
            if (await act(new ArticleDesk(store, clock, site.Snapshot.Zone, Staff.Name)))
            {
                return Redirect($"/newsroom/articles/{id}/origin");
            }

            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (ArticleEditException refused)
        {
            Fault = EditWords.Of(refused, say);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (EditConflictException)
        {
            Fault = say["稿件刚被别人改过，请再看一遍。", "Somebody has just changed the article; look again."];
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        await LoadAsync(id);
        return Page();
    }

    private async Task<bool> LoadAsync(long id)
    {
        if (await db.Articles.AsNoTracking().WithEverything().FirstOrDefaultAsync(a => a.Id == id, HttpContext.RequestAborted) is not { } article)
        {
            return false;
        }

        Article = article;
        Files = [.. ReadAgain.Of(store, id, site.Snapshot.Zone).Select((e, i) => new OriginFile(e.File, e.Error, OriginBlock.Of(i, e)))];

        // Only what a person did here is taken back here.
        MayUndo = MaySave && (await Revisions.ListAsync(db, id, HttpContext.RequestAborted)).FirstOrDefault() is { Act: ArticleAct.Save } last && last.Actor == Staff.Name;
        return true;
    }
}

/// <summary>A file of an article, line by line.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Error">Why it cannot be read today; null where it can.</param>
/// <param name="Blocks">Its lines.</param>
public sealed record OriginFile(string Name, string? Error, IReadOnlyList<OriginBlock> Blocks);

/// <summary>What was tried with a line and could not be done.</summary>
/// <param name="File">Which file.</param>
/// <param name="Start">Where the line starts.</param>
/// <param name="Part">What was typed.</param>
public sealed record OriginTry(int File, int Start, string? Part);
