using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>The articles of a tag.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class TagModel(CurrentSite site, NewsDbContext db) : ListReaderPage(site, db)
{
    /// <summary>Shows a page of it; a name instead of a slug is redirected.</summary>
    /// <param name="slug">The tag's slug or name.</param>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await Db.Tags.Where(t => Db.Articles.Visible().Any(a => a.Tags.Any(u => u.TagId == t.Id))).FindNamedAsync(slug) is not { } found)
        {
            return await Db.FormerPathAsync(NameKind.Tag, slug) is { } now ? RedirectPermanent(now) : NotFound();
        }

        var path = $"/tags/{found.Slug}";
        return found.Slug == slug
            ? await ShowAsync(Db.Articles.Visible().Where(a => a.Tags.Any(t => t.TagId == found.Id)).OnePerReport(), found.Name, Words.Tag, path, new FeedLink(found.Name, path + "/"), introduced: (NameKind.Tag, found.Id))
            : RedirectPermanent(path);
    }
}
