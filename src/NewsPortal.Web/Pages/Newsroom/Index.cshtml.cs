using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What waits, and what was done.</summary>
/// <param name="db">The store.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
[Requires(StaffAct.Look)]
public sealed class TodayModel(NewsDbContext db, CurrentSite site, TimeProvider clock) : NewsroomPage
{
    private const int DaysShown = 30;
    private const int RecentShown = 12;
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>Articles whose day of publication is today.</summary>
    public int PublishedToday { get; private set; }

    /// <summary>Articles that wait for an editor.</summary>
    public int InReview { get; private set; }

    /// <summary>Drafts.</summary>
    public int Drafts { get; private set; }

    /// <summary>Articles that wait for their moment.</summary>
    public int Scheduled { get; private set; }

    /// <summary>Of these, those whose moment is past: something keeps the clock's events from happening.</summary>
    public int Late { get; private set; }

    /// <summary>What was published on each day, the oldest first.</summary>
    public IReadOnlyList<(DateOnly Day, int Count)> Days { get; private set; } = [];

    /// <summary>What changed last.</summary>
    public IReadOnlyList<ArticleRow> Recent { get; private set; } = [];

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync()
    {
        var cancelled = HttpContext.RequestAborted;
        var now = clock.NowUtc();
        var today = site.Snapshot.Zone.DayOf(now);
        var first = today.AddDays(1 - DaysShown);
        var (from, until) = (ArticleAddress.Day(first), ArticleAddress.Day(today));
        var counts = await db.Articles.Where(a => a.Status == ArticleStatus.Published && a.Day >= from && a.Day <= until)
            .GroupBy(a => a.Day).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancelled);
        Days = [.. Enumerable.Range(0, DaysShown).Select(first.AddDays).Select(d => (d, counts.GetValueOrDefault(ArticleAddress.Day(d))))];
        PublishedToday = Days[^1].Count;
        InReview = await db.Articles.CountAsync(a => a.Status == ArticleStatus.InReview, cancelled);
        Drafts = await db.Articles.CountAsync(a => a.Status == ArticleStatus.Draft, cancelled);
        Scheduled = await db.Articles.CountAsync(a => a.Status == ArticleStatus.Scheduled, cancelled);
        var due = now - Grace;
        Late = await db.Articles.CountAsync(a => a.Status == ArticleStatus.Scheduled && a.PublishedUtc < due && (a.EmbargoUtc == null || a.EmbargoUtc < due), cancelled);
        Recent = await db.Articles.AsNoTracking().OrderByDescending(a => a.UpdatedUtc).ThenByDescending(a => a.Id).Take(RecentShown).Rows().ToListAsync(cancelled);
    }
}
