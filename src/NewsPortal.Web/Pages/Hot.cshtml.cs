using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>Most read. Nothing is counted yet, so the page says so and stays out of search engines.</summary>
public sealed class HotModel : ReaderPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="site">The site.</param>
    public HotModel(CurrentSite site)
        : base(site?.Snapshot ?? throw new ArgumentNullException(nameof(site))) =>
        Head = new PageHead(Site, "热读", "/hot") { NoIndex = true };
}
