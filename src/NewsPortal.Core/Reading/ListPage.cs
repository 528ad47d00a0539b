using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Reading;

/// <summary>One page of a public list.</summary>
/// <param name="Articles">Its articles, at most <see cref="Length"/>.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="Count">How many pages there are, at most <see cref="Most"/>; 1 for an empty list.</param>
/// <param name="GoesOn">The list is longer than its pages; the month archive has the rest.</param>
/// <param name="ReportSizes">How many sources the reports among them have, by report; one source is left out.</param>
public sealed record ListPage(
    IReadOnlyList<Article> Articles, int Number, int Count, bool GoesOn, IReadOnlyDictionary<long, int> ReportSizes)
{
    /// <summary>Articles on a page.</summary>
    public const int Length = 50;

    /// <summary>Pages of a list. What lies deeper is reached by the archive: nobody turns twenty pages, and crawlers should not.</summary>
    public const int Most = 20;

    /// <summary>Reads a page.</summary>
    /// <param name="db">The store.</param>
    /// <param name="list">The list: visible articles.</param>
    /// <param name="number">Which page, from 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null beyond the end; an empty list has one page.</returns>
    public static async Task<ListPage?> LoadAsync(
        NewsDbContext db, IQueryable<Article> list, int number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (number is < 1 or > Most)
        {
            return null;
        }

        // Counted no further than the last page needs, so that the cost does not grow with the archive.
        var counted = await list.Take((Length * Most) + 1).CountAsync(cancellationToken);
        var count = Math.Max(1, Math.Min(Most, (counted + Length - 1) / Length));
        if (number > count)
        {
            return null;
        }

        var articles = await list.NewestFirst().ForLists()
            .Skip((number - 1) * Length).Take(Length).ToListAsync(cancellationToken);
        var sizes = await db.Articles.ReportSizesAsync(articles, cancellationToken);
        return new ListPage(articles, number, count, counted > Length * Most, sizes);
    }
}
