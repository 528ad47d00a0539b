using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Wording;

namespace NewsPortal.Web.Pages;

/// <summary>A page that readers see, in the site's shell.</summary>
/// <param name="site">The site.</param>
public abstract class ReaderPage(SiteSnapshot site) : PageModel
{
    /// <summary>The site.</summary>
    public SiteSnapshot Site { get; } = site;

    /// <summary>The words it speaks in.</summary>
    public Words Words { get; } = site.Words;

    /// <summary>What stands in its head.</summary>
    public PageHead Head { get; protected set; } = new(site, site.Settings.Name, "/");

    /// <summary>Its name plate.</summary>
    public NamePlate NamePlate { get; protected set; } = new(site);
}
