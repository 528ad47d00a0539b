using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>The public ledger of corrections.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class CorrectionsModel(CurrentSite site, NewsDbContext db) : ReaderPage(site.Snapshot)
{
    private const int Shown = 200;

    /// <summary>Corrections of articles that the public may see, the newest first.</summary>
    public IReadOnlyList<(Article Article, Correction Correction)> Corrections { get; private set; } = [];

    /// <summary>The newest row of the change ledger: its number and hash. Null while the ledger is empty.</summary>
    public (long Sequence, DateTime AtUtc, string Hash)? Newest { get; private set; }

    /// <summary>The newest articles, beside them.</summary>
    public IReadOnlyList<Article> Latest { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        var cancelled = HttpContext.RequestAborted;
        var rows = await (
            from change in Correction.All(db)
            join article in db.Articles.AsNoTracking().Visible() on change.ArticleId equals article.Id
            orderby change.Sequence descending
            select new { article, change.AtUtc, change.Detail }).Take(Shown).ToListAsync(cancelled);
        Corrections = [.. rows.Select(r => (r.article, new Correction(r.AtUtc, r.Detail!)))];
        var newest = await db.Changes.AsNoTracking().OrderByDescending(c => c.Sequence)
            .Select(c => new { c.Sequence, c.AtUtc, c.Hash }).FirstOrDefaultAsync(cancelled);
        Newest = newest is null ? null : (newest.Sequence, newest.AtUtc, newest.Hash);
        Latest = await db.Articles.Latest().Take(ShortRailLength).ToListAsync(cancelled);
        Head = new PageHead(Site, Words.Corrections, "/corrections")
        {
            Description = Words.CorrectionsDescription(Site.Settings.Name),
            Feed = new FeedLink(Words.Corrections, "/corrections/"),
            Data = [SiteJsonLd.Breadcrumbs(Site, (Words.Corrections, "/corrections"))],
        };
    }
}
