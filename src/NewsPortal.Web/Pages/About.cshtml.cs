using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>What this site is, how it corrects, and what it does not do to its readers.</summary>
public sealed class AboutModel : ReaderPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="site">The site.</param>
    public AboutModel(CurrentSite site)
        : base(site?.Snapshot ?? throw new ArgumentNullException(nameof(site))) =>
        Head = new PageHead(Site, Words.About, "/about")
        {
            Description = Words.AboutDescription(Site.Settings.Name),
            Data = [SiteJsonLd.Breadcrumbs(Site, (Words.About, "/about"))],
        };
}
