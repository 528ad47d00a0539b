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
        Head = new PageHead(Site, "关于本站", "/about")
        {
            Description = $"关于{Site.Settings.Name}：来源、更正、订阅与隐私",
            Data = [SiteJsonLd.Breadcrumbs(Site, ("关于本站", "/about"))],
        };
}
