using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Publishing;
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
        var numbers = chosen ?? [];
        var articles = await db.Articles.AsNoTracking().Where(a => numbers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, HttpContext.RequestAborted);
        var desk = new ArticleDesk(store, clock, site.Snapshot.Zone, Staff.Name);
        var failed = new List<(long, string, string)>();
        var done = 0;
        foreach (var article in numbers.Distinct().Select(articles.GetValueOrDefault).OfType<Article>())
        {
            if (!Staff.May(ArticleAct.Publish, article))
            {
                failed.Add((article.Id, article.Headline, say["这一栏或这个状态您不能发布", "you may not publish in this section or state"]));
                continue;
            }

            try
            {
                await desk.PublishAsync(article.Id, cancellationToken: HttpContext.RequestAborted);
                done++;
            }
            catch (Exception e) when (e is ArticleEditException or EditConflictException)
            {
                failed.Add((article.Id, article.Headline, e.Message));
            }
        }

        await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
        if (failed.Count == 0)
        {
            Done = say[$"已发布 {done} 篇。", $"{done} published."];
            return Redirect($"/newsroom/upload/{run}");
        }

        Failed = failed;
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
