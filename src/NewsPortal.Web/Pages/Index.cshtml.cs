using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>The front page.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class IndexModel(CurrentSite site, NewsDbContext db) : ReaderPage(site.Snapshot)
{
    /// <summary>What stands on it.</summary>
    public FrontPage Front { get; private set; } = new(null, [], [], [], []);

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        Front = await FrontPage.LoadAsync(db, Site, HttpContext.RequestAborted);
        NamePlate = new NamePlate(Site, "/", Large: true);
        Head = new PageHead(Site, Site.Settings.Name, "/")
        {
            Description = Site.Settings.Tagline is { Length: > 0 } tagline ? tagline : Words.FrontDescription(Site.Settings.Name, [.. Site.Sections.Select(s => s.Name)]),
            Shared = Front.Lead?.LeadPicture is { } picture ? SharePicture.Of(picture, null) : null,
            Data =
            [
                SiteJsonLd.WebSite(Site),
                SiteJsonLd.TimeFactor(Site, "/", Site.Settings.Name, [], Site.LastChangeUtc, Site.LastChangeUtc),
            ],
        };
    }
}
