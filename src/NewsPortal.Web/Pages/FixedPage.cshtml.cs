using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>A page beside the articles, as the publisher wrote it.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class FixedPageModel(CurrentSite site, NewsDbContext db) : ReaderPage(site.Snapshot)
{
    private const int DescriptionLength = 120;

    /// <summary>The page.</summary>
    public new FixedPage Page { get; private set; } = new();

    /// <summary>Its text.</summary>
    public SafeHtml Body { get; private set; } = SafeHtml.Empty;

    /// <summary>The newest articles, beside it.</summary>
    public IReadOnlyList<Article> Latest { get; private set; } = [];

    /// <summary>Shows it.</summary>
    /// <param name="slug">Its part of the address.</param>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await db.FixedPages.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug && p.IsPublic, HttpContext.RequestAborted) is not { } page)
        {
            var moved = await db.FixedPages.AsNoTracking()
                .Where(p => p.IsPublic && db.FormerSlugs.Any(f => f.Kind == NameKind.Page && f.Slug == slug && f.TargetId == p.Id)).FirstOrDefaultAsync(HttpContext.RequestAborted);
            return moved is null ? NotFound() : RedirectPermanent(moved.Path);
        }

        var rendered = BodyRenderer.FromMarkdown(page.Text);

        // Pictures belong to articles: an address of one answers only while an article shows it.
        (Page, Body) = (page, PicturePlaceholders.Fill(rendered.Html, _ => null));
        Latest = await db.Articles.Latest().Take(ShortRailLength).ToListAsync(HttpContext.RequestAborted);
        Head = new PageHead(Site, page.Title, page.Path)
        {
            Description = NewsPortal.Core.Text.Characters.Cut(rendered.Text.ReplaceLineEndings(" "), DescriptionLength),
            Data = [SiteJsonLd.Breadcrumbs(Site, (page.Title, page.Path))],
        };
        return base.Page();
    }
}
