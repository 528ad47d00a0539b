using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding.Hot;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Newsroom;

/// <summary>What the newsroom's first page draws. Every sum is made by the database over days or hours that have an index.</summary>
/// <param name="db">The store.</param>
/// <param name="zone">The site's zone.</param>
/// <param name="say">The newsroom's words.</param>
public sealed class TodayCharts(NewsDbContext db, TimeZoneInfo zone, Bilingual say)
{
    private const int Days = 30;
    private const int Hours = 48;
    private const int MostSections = 7;

    /// <summary>Articles a day, by section; the smaller sections together.</summary>
    /// <param name="today">The last day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BarChart> OutputAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var first = today.AddDays(1 - Days);
        var (from, until) = (ArticleAddress.Day(first), ArticleAddress.Day(today));
        var counts = await db.Articles.AsNoTracking().Where(a => a.Status == ArticleStatus.Published && a.Day >= from && a.Day <= until)
            .GroupBy(a => new { a.Day, a.Section.Name }).Select(g => new { g.Key.Day, g.Key.Name, Count = g.Count() }).ToListAsync(cancellationToken);
        var sections = counts.GroupBy(c => c.Name).OrderByDescending(g => g.Sum(c => c.Count)).Select(g => g.Key).ToList();
        var named = sections.Count > MostSections + 1 ? sections[..MostSections] : sections;
        var rest = sections.Skip(named.Count).ToHashSet(StringComparer.Ordinal);
        var of = counts.ToLookup(c => c.Day);
        return new BarChart(
            say["每天发布的篇数，按栏目", "Articles a day, by section"],
            [.. Enumerable.Range(0, Days).Select(first.AddDays).Select(day => new ChartBar(
                Written(day),
                [.. named.Select(name => of[ArticleAddress.Day(day)].Where(c => c.Name == name).Sum(c => (long)c.Count)), .. rest.Count > 0 ? [of[ArticleAddress.Day(day)].Where(c => rest.Contains(c.Name)).Sum(c => (long)c.Count)] : Array.Empty<long>()]))],
            rest.Count > 0 ? [.. named, say["其他", "others"]] : named);
    }

    /// <summary>Files a day that were stored, and those that were rejected.</summary>
    /// <param name="today">The last day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BarChart> ImportsAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var first = today.AddDays(1 - Days);
        var since = first.AddDays(-1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var runs = await db.ImportRuns.AsNoTracking().Where(r => r.StartedUtc >= since).Select(r => new { r.StartedUtc, Stored = r.Added + r.Revised, r.Rejected }).ToListAsync(cancellationToken);
        var of = runs.ToLookup(r => zone.DayOf(r.StartedUtc));
        return new BarChart(
            say["每天导入的文件", "Files imported a day"],
            [.. Enumerable.Range(0, Days).Select(first.AddDays).Select(day => new ChartBar(Written(day), [of[day].Sum(r => (long)r.Stored), of[day].Sum(r => (long)r.Rejected)]))],
            [say["入库", "stored"], say["拒收", "rejected"]]);
    }

    /// <summary>Reads by hour, as they are counted for what is read most.</summary>
    /// <param name="nowUtc">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BarChart> ReadsAsync(DateTime nowUtc, CancellationToken cancellationToken)
    {
        var last = ReadHour.Of(nowUtc);
        var first = last - Hours + 1;
        var sums = await db.ReadCounts.AsNoTracking().Where(c => c.Hour >= first && c.Hour <= last)
            .GroupBy(c => c.Hour).Select(g => new { g.Key, Reads = g.Sum(c => c.Reads) }).ToDictionaryAsync(g => g.Key, g => g.Reads, cancellationToken);
        return new BarChart(
            say["两天里每小时的阅读", "Reads by hour, two days"],
            [.. Enumerable.Range(first, Hours).Select(hour => new ChartBar(
                TimeZoneInfo.ConvertTimeFromUtc(DateTime.UnixEpoch.AddHours(hour), zone).ToString("MM-dd HH:00", CultureInfo.InvariantCulture), [sums.GetValueOrDefault(hour)]))],
            [say["阅读", "reads"]]);
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
