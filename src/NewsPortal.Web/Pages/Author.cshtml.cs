using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>The articles of a writer.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class AuthorModel(CurrentSite site, NewsDbContext db) : ListReaderPage(site, db)
{
    /// <summary>Shows a page of it; a name instead of a slug is redirected.</summary>
    /// <param name="slug">The writer's slug or name.</param>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await Db.Authors.Where(n => Db.Articles.Visible().Any(a => a.Authors.Any(w => w.AuthorId == n.Id))).FindNamedAsync(slug) is not { } found)
        {
            return await Db.FormerPathAsync(NameKind.Author, slug) is { } now ? RedirectPermanent(now) : NotFound();
        }

        var path = $"/authors/{found.Slug}";
        return found.Slug == slug
            ? await ShowAsync(Db.Articles.Visible().Where(a => a.Authors.Any(w => w.AuthorId == found.Id)).OnePerReport(), found.Name, Words.Author, path, feed: null, introduced: (NameKind.Author, found.Id))
            : RedirectPermanent(path);
    }
}
