using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>All articles, the newest first.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class LatestModel(CurrentSite site, NewsDbContext db) : ListReaderPage(site, db)
{
    /// <summary>Shows a page of it.</summary>
    public Task<IActionResult> OnGetAsync() =>
        ShowAsync(Db.Articles.Visible().OnePerReport(), Words.LatestNews, string.Empty, "/latest", feed: null, mayBeEmpty: true);
}
