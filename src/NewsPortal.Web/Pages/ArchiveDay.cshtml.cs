using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>Every headline of a day.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class ArchiveDayModel(CurrentSite site, NewsDbContext db) : ReaderPage(site.Snapshot)
{
    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Its articles.</summary>
    public IReadOnlyList<Article> Articles { get; private set; } = [];

    /// <summary>The nearest day before that has articles.</summary>
    public DateOnly? Before { get; private set; }

    /// <summary>The nearest day after that has articles.</summary>
    public DateOnly? After { get; private set; }

    /// <summary>Shows it.</summary>
    /// <param name="year">Four digits.</param>
    /// <param name="month">Two digits.</param>
    /// <param name="day">Two digits.</param>
    public async Task<IActionResult> OnGetAsync(string year, string month, string day)
    {
        if (!ArchivePath.TryRead(year, month, day, out var asked))
        {
            return NotFound();
        }

        var cancelled = HttpContext.RequestAborted;
        Day = asked;
        Articles = await db.Articles.OfDay(Day).AsNoTracking().Include(a => a.Source).ToListAsync(cancelled);
        if (Articles.Count == 0)
        {
            return NotFound();
        }

        Before = await db.Articles.DayBeforeAsync(Day, cancelled);
        After = await db.Articles.DayAfterAsync(Day, cancelled);
        var shown = Words.Dates.Day(Day);
        var title = Words.NewsOf(shown);
        Head = new PageHead(Site, title, ArchivePath.Of(Day))
        {
            Description = Words.DayDescription(Site.Settings.Name, shown, Articles.Count),
            Data = [SiteJsonLd.Breadcrumbs(Site, (Words.Dates.Month(Day), ArchivePath.OfMonth(Day)), (title, ArchivePath.Of(Day)))],
        };
        return Page();
    }
}
