using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>Files come in: the importer's one way, as drafts.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for lists.</param>
/// <param name="site">The site.</param>
/// <param name="pieces">Large files that come in pieces.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Write)]
public sealed class UploadModel(NewsStore store, NewsDbContext db, CurrentSite site, UploadPieces pieces, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int RunsShown = 20;

    /// <summary>The sections to choose from.</summary>
    public IReadOnlyList<Section> Sections { get; private set; } = [];

    /// <summary>What came in before.</summary>
    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync() => ShowAsync();

    /// <summary>Tells how much of a large file is here, as <c>{"key": …, "held": bytes}</c>.</summary>
    /// <param name="name">Its name or path.</param>
    /// <param name="size">Its length in bytes.</param>
    /// <param name="modified">When the sender's disk says it was changed.</param>
    public IActionResult OnGetHeld([FromQuery] string name, [FromQuery] long size, [FromQuery] long modified)
    {
        var key = UploadPieces.KeyOf(name, size, modified);
        return new JsonResult(new { key, held = pieces.Held(Staff.Member.Id, key) });
    }

    /// <summary>Takes a piece of a large file in: the body of the request, at most 8 MB.</summary>
    /// <param name="name">The file's name or path.</param>
    /// <param name="size">Its length in bytes.</param>
    /// <param name="modified">When the sender's disk says it was changed.</param>
    /// <param name="from">Where the piece belongs.</param>
    public async Task<IActionResult> OnPostPieceAsync([FromQuery] string name, [FromQuery] long size, [FromQuery] long modified, [FromQuery] long from)
    {
        var key = UploadPieces.KeyOf(name, size, modified);
        var (outcome, held) = await pieces.AddAsync(Staff.Member.Id, key, size, from, Request.Body, HttpContext.RequestAborted);
        return new JsonResult(new { key, held, error = outcome == PieceOutcome.TooLarge ? say[$"{name}：超过了上传的上限。", $"{name} is larger than may be uploaded."] : null })
        {
            StatusCode = outcome switch
            {
                PieceOutcome.Taken => StatusCodes.Status200OK,
                PieceOutcome.Elsewhere => StatusCodes.Status409Conflict,
                PieceOutcome.TooLarge => StatusCodes.Status413PayloadTooLarge,
                _ => StatusCodes.Status503ServiceUnavailable,
            },
        };
    }

    /// <summary>Imports what was sent.</summary>
    /// <param name="files">Files.</param>
    /// <param name="held">Large files that were sent before, each as KEY|SIZE|NAME.</param>
    /// <param name="pasted">A text.</param>
    /// <param name="pastedHtml">The same as markup, where the browser had it.</param>
    /// <param name="section">The section for everything.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] List<IFormFile>? files, [FromForm] string[]? held, [FromForm] string? pasted, [FromForm] string? pastedHtml, [FromForm] string? section)
    {
        using var folder = new UploadFolder();
        foreach (var file in files ?? [])
        {
            if (file.FileName.Length > 0)
            {
                await folder.AddAsync(file.FileName, stream => file.CopyToAsync(stream, HttpContext.RequestAborted));
            }
        }

        foreach (var large in held ?? [])
        {
            if (!await CopyAsync(large, folder))
            {
                return await RefuseAsync(say[$"{large.Split('|')[^1]}：没有传完，请再选一次，会从断开的地方接着传。", $"{large.Split('|')[^1]} has not come whole. Choose it again: it goes on where it broke off."]);
            }
        }

        var text = string.IsNullOrWhiteSpace(pastedHtml) ? pasted : pastedHtml;
        if (!string.IsNullOrWhiteSpace(text))
        {
            var name = $"{say["粘贴", "pasted"]}-{clock.NowUtc():yyyyMMddHHmmss}{(string.IsNullOrWhiteSpace(pastedHtml) ? ".txt" : ".html")}";
            await folder.AddAsync(name, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask());
        }

        if (folder.Count == 0)
        {
            return await RefuseAsync(say["没有选文件，也没有粘贴文字。", "No file was chosen, and nothing was pasted."]);
        }

        var known = string.IsNullOrWhiteSpace(section) ? null : await db.Sections.Where(s => s.Name == section).Select(s => s.Name).FirstOrDefaultAsync(HttpContext.RequestAborted);
        var options = new ImportOptions(Staff.Name, site.Snapshot.Zone, Section: known, Draft: true, Refuses: Refusal, Records: true);
        var unchanged = new List<ImportResult>();
        var report = await new ArticleImporter(store, clock).ImportAsync(
            InputReader.Read([folder.Path]), options, result => unchanged.AddRange(result.Outcome == ImportOutcome.Unchanged ? [result] : []), cancellationToken: HttpContext.RequestAborted);

        foreach (var large in held ?? [])
        {
            pieces.Remove(Staff.Member.Id, large.Split('|')[0]);
        }

        // The record of a run holds what is new; an editor wants to see as well what was there already.
        db.ImportRunEntries.AddRange(unchanged.Select(r => new ImportRunEntry { ImportRunId = report.RunId, Path = r.Path, Outcome = "unchanged", ArticleId = r.ArticleId }));
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
        return Redirect($"/newsroom/upload/{report.RunId}");
    }

    private async Task<bool> CopyAsync(string large, UploadFolder folder)
    {
        var parts = large.Split('|', 3);
        if (parts.Length < 3 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
        {
            return false;
        }

        return await pieces.CopyAsync(Staff.Member.Id, parts[0], size, whole => folder.AddAsync(parts[2], stream => whole.CopyToAsync(stream, HttpContext.RequestAborted)));
    }

    private async Task<PageResult> RefuseAsync(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync();
        return Page();
    }

    // A file that comes again may change only what whoever sends it may change by hand.
    private string? Refusal(Article stored) => Staff.May(ArticleAct.Save, stored) ? null
        : say["已有的这篇稿件不归您改：别人的草稿、别的栏目，或已交审、已发布", "the stored article is not yours to change: another's draft, another section, or handed in or public"];

    private async Task ShowAsync()
    {
        Sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(HttpContext.RequestAborted);
        Runs = await db.ImportRuns.AsNoTracking().Where(r => r.FinishedUtc != null).OrderByDescending(r => r.Id).Take(RunsShown).ToListAsync(HttpContext.RequestAborted);
    }
}
