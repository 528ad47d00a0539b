using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Crawlers;

/// <summary>
/// How many public articles each month of addresses has, and when one of them last changed. Read whole once; after that
/// only the months of articles that the ledger names are counted again, so that the index of an archive of a million costs
/// a publish nothing.
/// </summary>
public sealed class SitemapMonths : IDisposable
{
    // What lies further back costs more to follow than to count anew.
    private const int MostFollowed = 5000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Known? _known;

    /// <summary>The months, the newest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<SitemapMonth>> ReadAsync(NewsDbContext db, SiteSnapshot site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(site);
        if (_known is { } known && known.Sequence == site.Sequence)
        {
            return known.Months;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            var before = _known;
            if (before is null || before.Sequence != site.Sequence)
            {
                _known = before = new Known(site.Sequence, await CountAsync(db, before, site.Sequence, cancellationToken));
            }

            return before.Months;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private static async Task<IReadOnlyList<SitemapMonth>> CountAsync(NewsDbContext db, Known? before, long sequence, CancellationToken cancellationToken)
    {
        if (before is null || before.Sequence > sequence || sequence - before.Sequence > MostFollowed)
        {
            return await CountAsync(db.Articles.Visible(), cancellationToken);
        }

        if (await PublicChanges.DaysAsync(db, before.Sequence, sequence, cancellationToken) is not { } days)
        {
            return await CountAsync(db.Articles.Visible(), cancellationToken);
        }

        var months = before.Months.ToDictionary(m => m.Month);
        foreach (var month in days.Select(d => d / 100).Distinct())
        {
            var (first, last) = (month * 100, (month * 100) + 99);
            var counted = await CountAsync(db.Articles.Visible().Where(a => a.Day >= first && a.Day <= last), cancellationToken);
            months.Remove(month);
            foreach (var one in counted)
            {
                months.Add(one.Month, one);
            }
        }

        return [.. months.Values.OrderByDescending(m => m.Month)];
    }

    private static async Task<IReadOnlyList<SitemapMonth>> CountAsync(IQueryable<Article> visible, CancellationToken cancellationToken) =>
        [.. (await visible.GroupBy(a => a.Day / 100)
                .Select(g => new { Month = g.Key, Count = g.Count(), Ids = g.Sum(a => a.Id), Updated = g.Max(a => a.UpdatedUtc), Published = g.Max(a => a.PublishedUtc), Revised = g.Max(a => a.RevisedUtc) })
                .ToListAsync(cancellationToken))
            .Select(m => new SitemapMonth(m.Month, m.Count, DateTime.SpecifyKind(m.Revised > m.Published ? m.Revised.Value : m.Published, DateTimeKind.Utc))
            {
                // A row that leaves or comes changes the sum, one that changes the moment.
                Validator = string.Create(CultureInfo.InvariantCulture, $"{m.Count} {m.Ids} {m.Updated:O}"),
            })
            .OrderByDescending(m => m.Month)];

    private sealed record Known(long Sequence, IReadOnlyList<SitemapMonth> Months);
}

/// <summary>A month of article addresses.</summary>
/// <param name="Month">As yyyymm.</param>
/// <param name="Count">How many public articles it has.</param>
/// <param name="ChangedUtc">When one of them was last published or changed.</param>
public sealed record SitemapMonth(int Month, int Count, DateTime ChangedUtc)
{
    /// <summary>Equal where nothing in the month has changed, on every node.</summary>
    public string Validator { get; init; } = string.Empty;

    /// <summary>The name of one of its files.</summary>
    /// <param name="part">Which, from 1.</param>
    public string NameOf(int part) => string.Create(CultureInfo.InvariantCulture, $"articles-{Month / 100:0000}-{Month % 100:00}-{part}");
}
