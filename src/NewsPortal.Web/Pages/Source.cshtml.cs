using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>The articles of a source.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class SourceModel(CurrentSite site, NewsDbContext db) : ListReaderPage(site, db)
{
    /// <summary>Shows a page of it; a name instead of a slug is redirected.</summary>
    /// <param name="slug">The source's slug or name.</param>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await Db.Sources.Where(s => Db.Articles.Visible().Any(a => a.SourceId == s.Id)).FindNamedAsync(slug) is not { } found)
        {
            return await Db.FormerPathAsync(NameKind.Source, slug) is { } now ? RedirectPermanent(now) : NotFound();
        }

        var path = $"/sources/{found.Slug}";
        return found.Slug == slug
            ? await ShowAsync(Db.Articles.Visible().Where(a => a.SourceId == found.Id), found.Name, Words.Source, path, new FeedLink(found.Name, path + "/"), introduced: (NameKind.Source, found.Id))
            : RedirectPermanent(path);
    }
}
