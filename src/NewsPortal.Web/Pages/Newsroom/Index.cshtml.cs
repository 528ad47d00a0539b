using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What waits, and what was done.</summary>
/// <param name="db">The store.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="slow">How long pages take.</param>
/// <param name="audits">The site's audits of itself.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
public sealed class TodayModel(NewsDbContext db, CurrentSite site, TimeProvider clock, SlowPages slow, AuditRuns audits, Bilingual say) : NewsroomPage
{
    private const int RecentShown = 12;
    private const int SlowShown = 8;
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

    /// <summary>Deliveries to search engines and hooks that wait, or were refused.</summary>
    public int Waiting { get; private set; }

    /// <summary>What the last audit found.</summary>
    public int Findings { get; private set; }

    /// <summary>Articles a day, by section.</summary>
    public BarChart Output { get; private set; } = new(string.Empty, [], []);

    /// <summary>Files a day that came in, and those that were rejected.</summary>
    public BarChart Imports { get; private set; } = new(string.Empty, [], []);

    /// <summary>Reads by hour.</summary>
    public BarChart Reads { get; private set; } = new(string.Empty, [], []);

    /// <summary>The slowest kinds of pages.</summary>
    public IReadOnlyList<SlowPage> Slow { get; private set; } = [];

    /// <summary>What changed last.</summary>
    public IReadOnlyList<ArticleRow> Recent { get; private set; } = [];

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync()
    {
        var cancelled = HttpContext.RequestAborted;
        var now = clock.NowUtc();
        var today = site.Snapshot.Zone.DayOf(now);
        PublishedToday = await db.Articles.CountAsync(a => a.Status == ArticleStatus.Published && a.Day == ArticleAddress.Day(today), cancelled);
        InReview = await db.Articles.CountAsync(a => a.Status == ArticleStatus.InReview, cancelled);
        Drafts = await db.Articles.CountAsync(a => a.Status == ArticleStatus.Draft, cancelled);
        Scheduled = await db.Articles.CountAsync(a => a.Status == ArticleStatus.Scheduled, cancelled);
        var due = now - Grace;
        Late = await db.Articles.CountAsync(a => a.Status == ArticleStatus.Scheduled && a.PublishedUtc < due && (a.EmbargoUtc == null || a.EmbargoUtc < due), cancelled);
        Recent = await db.Articles.AsNoTracking().OrderByDescending(a => a.UpdatedUtc).ThenByDescending(a => a.Id).Take(RecentShown).Rows().ToListAsync(cancelled);
        Waiting = await db.PushDeliveries.CountAsync(d => d.State != PushState.Taken, cancelled);
        Findings = audits.Last?.Faults.Count ?? 0;
        var charts = new TodayCharts(db, site.Snapshot.Zone, say);
        Output = await charts.OutputAsync(today, cancelled);
        Imports = await charts.ImportsAsync(today, cancelled);
        Reads = await charts.ReadsAsync(now, cancelled);
        Slow = Staff.May(StaffAct.Administer) ? slow.Slowest(SlowShown) : [];
    }
}
