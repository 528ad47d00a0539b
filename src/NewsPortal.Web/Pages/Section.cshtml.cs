using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>The articles of a section.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class SectionModel(CurrentSite site, NewsDbContext db) : ListReaderPage(site, db)
{
    /// <summary>Shows a page of it; a section's name instead of its slug is redirected.</summary>
    /// <param name="slug">The section's slug or name.</param>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await Db.FindSectionAsync(slug) is not { } section)
        {
            return await Db.FormerPathAsync(NameKind.Section, slug) is { } now ? RedirectPermanent(now) : NotFound();
        }

        var path = $"/sections/{section.Slug}";
        return section.Slug == slug
            ? await ShowAsync(
                Db.Articles.Visible().Where(a => a.SectionId == section.Id).OnePerReport(),
                section.Name, string.Empty, path, new FeedLink(section.Name, path + "/"), mayBeEmpty: true, introduced: (NameKind.Section, section.Id))
            : RedirectPermanent(path);
    }
}
