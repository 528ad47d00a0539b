using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Wording;

namespace NewsPortal.Web.Pages;

/// <summary>A page that readers see, in the site's shell.</summary>
/// <param name="site">The site.</param>
public abstract class ReaderPage(SiteSnapshot site) : PageModel
{
    /// <summary>How many headlines a page's rail shows: half of what article pages show, as it must not outgrow a list.</summary>
    protected const int RailLength = 15;

    /// <summary>How many where the page itself is short.</summary>
    protected const int ShortRailLength = 8;

    /// <summary>The site.</summary>
    public SiteSnapshot Site { get; } = site;

    /// <summary>The words it speaks in.</summary>
    public Words Words { get; } = site.Words;

    /// <summary>What stands in its head.</summary>
    public PageHead Head { get; protected set; } = new(site, site.Settings.Name, "/");

    /// <summary>Its name plate.</summary>
    public NamePlate NamePlate { get; protected set; } = new(site);
}
