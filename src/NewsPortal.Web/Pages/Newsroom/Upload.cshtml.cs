using System.Text;
using Microsoft.AspNetCore.Mvc;
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
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Write)]
public sealed class UploadModel(NewsStore store, NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int RunsShown = 20;

    /// <summary>The sections to choose from.</summary>
    public IReadOnlyList<Section> Sections { get; private set; } = [];

    /// <summary>What came in before.</summary>
    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync() => ShowAsync();

    /// <summary>Imports what was sent.</summary>
    /// <param name="files">Files.</param>
    /// <param name="pasted">A text.</param>
    /// <param name="pastedHtml">The same as markup, where the browser had it.</param>
    /// <param name="section">The section for everything.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] List<IFormFile>? files, [FromForm] string? pasted, [FromForm] string? pastedHtml, [FromForm] string? section)
    {
        using var folder = new UploadFolder();
        foreach (var file in files ?? [])
        {
            if (file.FileName.Length > 0)
            {
                await folder.AddAsync(file.FileName, stream => file.CopyToAsync(stream, HttpContext.RequestAborted));
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
            Fault = say["没有选文件，也没有粘贴文字。", "No file was chosen, and nothing was pasted."];
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync();
            return Page();
        }

        var known = string.IsNullOrWhiteSpace(section) ? null : await db.Sections.Where(s => s.Name == section).Select(s => s.Name).FirstOrDefaultAsync(HttpContext.RequestAborted);
        var options = new ImportOptions(Staff.Name, site.Snapshot.Zone, Section: known, Draft: true, Refuses: Refusal, Records: true);
        var unchanged = new List<ImportResult>();
        var report = await new ArticleImporter(store, clock).ImportAsync(
            InputReader.Read([folder.Path]), options, result => unchanged.AddRange(result.Outcome == ImportOutcome.Unchanged ? [result] : []), cancellationToken: HttpContext.RequestAborted);

        // The record of a run holds what is new; an editor wants to see as well what was there already.
        db.ImportRunEntries.AddRange(unchanged.Select(r => new ImportRunEntry { ImportRunId = report.RunId, Path = r.Path, Outcome = "unchanged", ArticleId = r.ArticleId }));
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
        return Redirect($"/newsroom/upload/{report.RunId}");
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
