using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>Counts what was found by section, source and year. Where there is more than is ever ranked, the newest of it are counted.</summary>
internal static class SearchFacets
{
    // One parameter for a whole list: a list of parameters would be another statement for every length.
    private const int MostSources = 12;
    private const int MostYears = 12;

    /// <summary>By section, the most first.</summary>
    public static async Task<IReadOnlyList<SectionCount>> SectionsAsync(
        NewsDbContext db, IEnumerable<SearchCandidate> found, CancellationToken cancellationToken)
    {
        var counts = found.CountBy(c => c.SectionId).ToDictionary();
        int[] ids = [.. counts.Keys];
        var names = await db.Sections.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.Id)).ToListAsync(cancellationToken);
        return [.. names.OrderByDescending(s => counts[s.Id]).ThenBy(s => s.Id).Select(s => new SectionCount(s.Name, s.Slug, counts[s.Id]))];
    }

    /// <summary>By source, the most first.</summary>
    public static async Task<IReadOnlyList<SourceCount>> SourcesAsync(
        NewsDbContext db, IEnumerable<SearchCandidate> found, CancellationToken cancellationToken)
    {
        var counts = found.Where(c => c.SourceId is not null).CountBy(c => c.SourceId!.Value)
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostSources).ToDictionary();
        int[] ids = [.. counts.Keys];
        var names = await db.Sources.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.Id)).ToListAsync(cancellationToken);
        return [.. names.OrderByDescending(s => counts[s.Id]).ThenBy(s => s.Id).Select(s => new SourceCount(s.Name, s.Slug, counts[s.Id]))];
    }

    /// <summary>By year in the site's zone, the newest first.</summary>
    public static IReadOnlyList<YearCount> Years(IEnumerable<SearchCandidate> found, TimeZoneInfo zone) =>
        [.. found.CountBy(c => zone.DayOf(c.PublishedUtc).Year).OrderByDescending(y => y.Key).Take(MostYears).Select(y => new YearCount(y.Key, y.Value))];
}
