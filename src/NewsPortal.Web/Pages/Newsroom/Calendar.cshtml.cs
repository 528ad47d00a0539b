using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>A month: what was published on each day, and what will happen by itself.</summary>
/// <param name="db">The store.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
public sealed class CalendarModel(NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int MostEvents = 500;

    /// <summary>The month's first day.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>Today in the site's zone.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Whole weeks, Monday first.</summary>
    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    /// <summary>Names of the weekdays, Monday first.</summary>
    public IReadOnlyList<string> Weekdays => say.IsChinese ? ["一", "二", "三", "四", "五", "六", "日"] : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>What an event is called.</summary>
    /// <param name="kind">The event.</param>
    public string NameOf(CalendarEventKind kind) => kind switch
    {
        CalendarEventKind.Publishes => say["定时", "goes live"],
        CalendarEventKind.Opens => say["解禁", "embargo ends"],
        _ => say["下线", "ends"],
    };

    /// <summary>Reads the month.</summary>
    /// <param name="month">Which, as 2026-11; the present one where it is none.</param>
    public async Task OnGetAsync([FromQuery] string? month)
    {
        var (zone, cancelled) = (site.Snapshot.Zone, HttpContext.RequestAborted);
        Today = zone.DayOf(clock.NowUtc());
        var asked = DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) && known.Year is > 1970 and < 9000 ? known : Today;
        Month = new DateOnly(asked.Year, asked.Month, 1);
        var first = Month.AddDays(-(((int)Month.DayOfWeek + 6) % 7));
        var count = (Month.AddMonths(1).DayNumber - first.DayNumber + 6) / 7 * 7;
        var (from, until) = (ArticleAddress.Day(first), ArticleAddress.Day(first.AddDays(count - 1)));
        var published = await db.Articles.AsNoTracking().Where(a => a.Status == ArticleStatus.Published && a.Day >= from && a.Day <= until)
            .GroupBy(a => a.Day).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancelled);
        var events = await EventsAsync(Start(first, zone), Start(first.AddDays(count), zone), zone);
        Days = [.. Enumerable.Range(0, count).Select(first.AddDays).Select(d => new CalendarDay(d, published.GetValueOrDefault(ArticleAddress.Day(d)), [.. events[d]]))];
    }

    private static DateTime Start(DateOnly day, TimeZoneInfo zone)
    {
        // Where clocks jump forward at midnight the day begins an hour later.
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, zone);
    }

    private async Task<ILookup<DateOnly, CalendarEvent>> EventsAsync(DateTime from, DateTime until, TimeZoneInfo zone)
    {
        var cancelled = HttpContext.RequestAborted;
        var waiting = await db.Articles.AsNoTracking().Where(a => a.Status == ArticleStatus.Scheduled)
            .OrderBy(a => a.PublishedUtc).Take(MostEvents).Select(a => new { a.Id, a.Headline, a.PublishedUtc, a.EmbargoUtc }).ToListAsync(cancelled);
        var ending = await db.Articles.AsNoTracking().Where(a => a.EndsUtc != null && a.EndsUtc >= from && a.EndsUtc < until && a.Status == ArticleStatus.Published)
            .OrderBy(a => a.EndsUtc).Take(MostEvents).Select(a => new { a.Id, a.Headline, a.EndsUtc }).ToListAsync(cancelled);
        return waiting.Select(a => (a.Id, a.Headline, At: a.EmbargoUtc > a.PublishedUtc ? a.EmbargoUtc.Value : a.PublishedUtc, Kind: a.EmbargoUtc > a.PublishedUtc ? CalendarEventKind.Opens : CalendarEventKind.Publishes))
            .Concat(ending.Select(a => (a.Id, a.Headline, At: a.EndsUtc!.Value, Kind: CalendarEventKind.Ends)))
            .Where(e => e.At >= from && e.At < until).OrderBy(e => e.At)
            .ToLookup(e => zone.DayOf(e.At), e => new CalendarEvent(e.Id, e.Headline, TimeZoneInfo.ConvertTimeFromUtc(e.At, zone).ToString("HH:mm", CultureInfo.InvariantCulture), e.Kind));
    }
}

/// <summary>A day of the calendar.</summary>
/// <param name="Day">Which.</param>
/// <param name="Published">Public articles whose address bears it.</param>
/// <param name="Events">What happens by itself, in order.</param>
public sealed record CalendarDay(DateOnly Day, int Published, IReadOnlyList<CalendarEvent> Events);

/// <summary>Something that will happen by itself.</summary>
/// <param name="Id">The article's number.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Time">The time of day in the site's zone.</param>
/// <param name="Kind">What happens.</param>
public sealed record CalendarEvent(long Id, string Headline, string Time, CalendarEventKind Kind);

/// <summary>What happens by itself.</summary>
public enum CalendarEventKind
{
    /// <summary>An article is published.</summary>
    Publishes,

    /// <summary>An embargo ends, and the article appears.</summary>
    Opens,

    /// <summary>An article is taken down.</summary>
    Ends,
}
