using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Reading;

/// <summary>An entry of a related list.</summary>
/// <param name="Article">The article: number, address, headline, language, times and report. A link shows no more, and a list of links is read for every page.</param>
/// <param name="Score">How closely the two are related, 0 to 1; 0 where only an editor saw it.</param>
/// <param name="Reasons">What both have in common, joined by <c> · </c>; empty where nothing can be named.</param>
public sealed record RelatedLink(Article Article, double Score, string Reasons)
{
    /// <summary>An editor put it there.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Reads the list that an article shows: what editors pinned, then what was computed, without what they excluded.</summary>
    /// <param name="db">The store.</param>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>At most <see cref="RelatedNews.ListLength"/> public articles, never two reprints of one report.</returns>
    public static async Task<List<RelatedLink>> OfAsync(NewsDbContext db, long id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var computed = await Computed(db, id).ToListAsync(cancellationToken);
        var chosen = await Chosen(db, id).ToListAsync(cancellationToken);
        if (chosen.Count == 0)
        {
            return computed;
        }

        var reports = chosen.Select(c => c.Article.ReportId).ToHashSet();
        return [.. chosen.Where(c => c.IsPinned).Select(c => computed.Find(r => r.Article.Id == c.Article.Id) is { } known ? known with { IsPinned = true } : c)
            .Concat(computed.Where(r => !reports.Contains(r.Article.ReportId)))
            .Take(RelatedNews.ListLength)];
    }

    private static IQueryable<RelatedLink> Computed(NewsDbContext db, long id) =>
        from related in db.Related.AsNoTracking()
        where related.ArticleId == id && related.RelatedId != id
        join article in db.Articles.AsNoTracking().Visible() on related.RelatedId equals article.Id
        orderby related.Rank
        select new RelatedLink(
            new Article
            {
                Id = article.Id,
                ExternalId = article.ExternalId,
                Day = article.Day,
                Slug = article.Slug,
                Headline = article.Headline,
                Language = article.Language,
                Status = article.Status,
                PublishedUtc = article.PublishedUtc,
                PublishedDateOnly = article.PublishedDateOnly,
                RevisedUtc = article.RevisedUtc,
                ReportId = article.ReportId,
            },
            related.Score,
            related.Reasons);

    private static IQueryable<RelatedLink> Chosen(NewsDbContext db, long id) =>
        from choice in db.RelatedChoices.AsNoTracking()
        where choice.ArticleId == id
        join article in db.Articles.AsNoTracking().Visible() on choice.RelatedId equals article.Id
        orderby choice.AtUtc, choice.RelatedId
        select new RelatedLink(article, 0, string.Empty) { IsPinned = choice.IsPinned };
}
