using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Reading;

/// <summary>What public lists have in common.</summary>
public static class ArticleLists
{
    /// <summary>How many articles the list of latest news holds.</summary>
    public const int LatestLength = 30;

    /// <summary>With what a row of a list shows: section, source and picture, never a body.</summary>
    /// <param name="articles">Any articles.</param>
    public static IQueryable<Article> ForLists(this IQueryable<Article> articles) =>
        articles.AsNoTracking().Include(a => a.Section).Include(a => a.Source).Include(a => a.LeadPicture);

    /// <summary>
    /// One article of each report: of reprints in the same list the first to arrive stands for all. The others keep their
    /// pages and stay in lists of their own source and day.
    /// </summary>
    /// <param name="articles">The list, visible articles only.</param>
    public static IQueryable<Article> OnePerReport(this IQueryable<Article> articles) =>
        articles.Where(a => a.ReportId == a.Id || !articles.Any(b => b.ReportId == a.ReportId && b.Id < a.Id));

    /// <summary>The newest articles of the site, one of each report.</summary>
    /// <param name="articles">All articles.</param>
    public static IQueryable<Article> Latest(this IQueryable<Article> articles) =>
        articles.Visible().OnePerReport().NewestFirst().ForLists();

    /// <summary>How many sources each of some reports has; reports of one source are left out.</summary>
    /// <param name="articles">All articles.</param>
    /// <param name="shown">The articles of a list.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyDictionary<long, int>> ReportSizesAsync(
        this IQueryable<Article> articles, IEnumerable<Article> shown, CancellationToken cancellationToken = default)
    {
        var reports = shown.Select(a => a.ReportId).Distinct().ToArray();
        return await articles.Visible().Where(a => reports.Contains(a.ReportId) && a.SourceId != null)
            .GroupBy(a => a.ReportId)
            .Select(g => new { g.Key, Sources = g.Select(a => a.SourceId).Distinct().Count() })
            .Where(r => r.Sources > 1)
            .ToDictionaryAsync(r => r.Key, r => r.Sources, cancellationToken);
    }
}
