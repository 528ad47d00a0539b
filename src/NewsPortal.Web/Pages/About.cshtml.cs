using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>What this site is, how it corrects, and what it does not do to its readers.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class AboutModel(CurrentSite site, NewsDbContext db) : ReaderPage(site.Snapshot)
{
    /// <summary>The newest articles, beside it.</summary>
    public IReadOnlyList<Article> Latest { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        Latest = await db.Articles.Latest().Take(ShortRailLength).ToListAsync(HttpContext.RequestAborted);
        Head = new PageHead(Site, Words.About, "/about")
        {
            Description = Words.AboutDescription(Site.Settings.Name),
            Data = [SiteJsonLd.Breadcrumbs(Site, (Words.About, "/about"))],
        };
    }
}
