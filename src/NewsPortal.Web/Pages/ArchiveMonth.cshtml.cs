using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>The days of a month with how many articles each has.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class ArchiveMonthModel(CurrentSite site, NewsDbContext db) : ReaderPage(site.Snapshot)
{
    /// <summary>The month, as its first day.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>Its days.</summary>
    public IReadOnlyList<ArchiveDay> Days { get; private set; } = [];

    /// <summary>The nearest month before that has articles, as a day of it.</summary>
    public DateOnly? Before { get; private set; }

    /// <summary>The nearest month after that has articles, as a day of it.</summary>
    public DateOnly? After { get; private set; }

    /// <summary>Shows it.</summary>
    /// <param name="year">Four digits.</param>
    /// <param name="month">Two digits.</param>
    public async Task<IActionResult> OnGetAsync(string year, string month)
    {
        if (!ArchivePath.TryRead(year, month, "01", out var first))
        {
            return NotFound();
        }

        var cancelled = HttpContext.RequestAborted;
        Month = first;
        Days = await db.Articles.OfMonth(Month).ToListAsync(cancelled);

        // The current month is linked from every page, on its first morning too, when it has nothing yet.
        if (Days.Count == 0 && (Month.Year, Month.Month) != (Site.Today.Year, Site.Today.Month))
        {
            return NotFound();
        }

        Before = await db.Articles.DayBeforeAsync(Month, cancelled);
        After = await db.Articles.DayAfterAsync(Month.AddMonths(1).AddDays(-1), cancelled);
        var shown = Words.Dates.Month(Month);
        var title = Words.NewsOf(shown);
        Head = new PageHead(Site, title, ArchivePath.OfMonth(Month))
        {
            Description = Words.MonthDescription(Site.Settings.Name, shown),
            NoIndex = Days.Count == 0,
            Data = [SiteJsonLd.Breadcrumbs(Site, (title, ArchivePath.OfMonth(Month)))],
        };
        return Page();
    }
}
