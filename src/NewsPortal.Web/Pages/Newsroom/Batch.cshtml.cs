using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What one upload or import brought: each file's fate, and the way to publish what is right.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for lists.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Write)]
public sealed class BatchModel(NewsStore store, NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int MostShown = 500;

    /// <summary>The run.</summary>
    public ImportRun Run { get; private set; } = null!;

    /// <summary>The articles it brought or changed.</summary>
    public IReadOnlyList<BatchItem> Items { get; private set; } = [];

    /// <summary>Files that were refused, and why.</summary>
    public IReadOnlyList<ImportRunEntry> Rejected { get; private set; } = [];

    /// <summary>Files that the store had already, with the articles they are.</summary>
    public IReadOnlyList<(string File, ArticleRow Row)> Unchanged { get; private set; } = [];

    /// <summary>What could not be published.</summary>
    public IReadOnlyList<(long Id, string Headline, string Why)> Failed { get; private set; } = [];

    /// <summary>Shows the batch.</summary>
    /// <param name="run">The run's number.</param>
    public async Task<IActionResult> OnGetAsync(long run) => await ShowAsync(run) ? Page() : NotFound();

    /// <summary>Publishes articles, each by itself: one that cannot be does not hold up the others.</summary>
    /// <param name="run">The run's number.</param>
    /// <param name="chosen">The articles' numbers.</param>
    public async Task<IActionResult> OnPostPublishAsync(long run, [FromForm] long[]? chosen)
    {
        var acts = new BulkActs(store, clock, site.Snapshot.Zone, Staff, say);
        var result = await acts.RunAsync([.. (chosen ?? []).Distinct().Take(BulkActs.Most)], BulkAct.Publish, null, null, HttpContext.RequestAborted);
        await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
        if (result is { Failures.Count: 0, Left: 0 })
        {
            Done = say[$"已发布 {result.Done} 篇。", $"{result.Done} published."];
            return Redirect($"/newsroom/upload/{run}");
        }

        Failed = [.. result.Failures.Select(f => (f.Id, f.Headline, f.Why))];
        Fault = result.Left == 0 ? null : say[$"还剩 {result.Left} 篇没有轮到，请再按一次发布。", $"There was no time for {result.Left}: publish them again."];
        return await ShowAsync(run) ? Page() : NotFound();
    }

    private async Task<bool> ShowAsync(long run)
    {
        var cancelled = HttpContext.RequestAborted;
        if (await db.ImportRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == run, cancelled) is not { } found)
        {
            return false;
        }

        Run = found;
        var entries = await db.ImportRunEntries.AsNoTracking().Where(e => e.ImportRunId == run).OrderBy(e => e.Id).ToListAsync(cancelled);
        Rejected = [.. entries.Where(e => e.Outcome == "rejected")];
        var warnings = entries.Where(e => e is { Message: not null, ArticleId: not null } && e.Outcome != "rejected").ToLookup(e => e.ArticleId!.Value);
        var known = entries.Where(e => e is { Outcome: "unchanged", Message: null, ArticleId: not null }).ToList();
        var uses = await db.OriginalUses.AsNoTracking().Where(u => u.ImportRunId == run).OrderBy(u => u.Id).Take(MostShown).Select(u => new { u.ArticleId, u.Path }).ToListAsync(cancelled);
        var files = uses.GroupBy(u => u.ArticleId).ToDictionary(g => g.Key, g => string.Join(", ", g.Select(u => u.Path)));
        var numbers = files.Keys.ToList();
        var articles = await db.Articles.AsNoTracking().Where(a => numbers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancelled);
        var rows = await db.Articles.AsNoTracking().Where(a => numbers.Contains(a.Id)).OrderBy(a => a.Id).Rows().ToListAsync(cancelled);
        var texts = await db.Bodies.AsNoTracking().Where(b => numbers.Contains(b.ArticleId)).Select(b => new { b.ArticleId, b.Text }).ToDictionaryAsync(b => b.ArticleId, b => b.Text, cancelled);
        var items = new List<BatchItem>();
        foreach (var row in rows)
        {
            var copy = row.Status.IsBeforePublication() ? await Copies.NearestAsync(db, row.Id, texts.GetValueOrDefault(row.Id, string.Empty), cancelled) : null;
            items.Add(new BatchItem(row, files[row.Id], [.. warnings[row.Id]], copy, row.Status.IsBeforePublication() && Staff.May(ArticleAct.Publish, articles[row.Id])));
        }

        Items = items;
        var numbersKnown = known.Select(e => e.ArticleId!.Value).Distinct().ToList();
        var rowsKnown = await db.Articles.AsNoTracking().Where(a => numbersKnown.Contains(a.Id)).Rows().ToDictionaryAsync(r => r.Id, cancelled);
        Unchanged = [.. known.Where(e => rowsKnown.ContainsKey(e.ArticleId!.Value)).Select(e => (e.Path, rowsKnown[e.ArticleId!.Value]))];
        return true;
    }
}

/// <summary>An article of a batch.</summary>
/// <param name="Row">The article.</param>
/// <param name="File">The file or files it came from.</param>
/// <param name="Warnings">What the importer doubted or mended.</param>
/// <param name="Copy">A public article that says the same; null where there is none.</param>
/// <param name="MayPublish">It waits, and whoever looks may publish it.</param>
public sealed record BatchItem(ArticleRow Row, string File, IReadOnlyList<ImportRunEntry> Warnings, Copy? Copy, bool MayPublish);
