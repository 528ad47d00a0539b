using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;
using NewsPortal.Web.StaticSite;

namespace NewsPortal.Web.Pages;

/// <summary>A page that is a list of articles in pages.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public abstract class ListReaderPage(CurrentSite site, NewsDbContext db) : ReaderPage(site.Snapshot)
{
    /// <summary>The page asked for, as it stands in the address; null in the bare address.</summary>
    [FromQuery(Name = "page")]
    public string? PageAsked { get; set; }

    /// <summary>The list.</summary>
    public ArticleListView View { get; private set; } = null!;

    /// <summary>The store.</summary>
    protected NewsDbContext Db { get; } = db;

    /// <summary>Shows a page of a list.</summary>
    /// <param name="list">The list: visible articles.</param>
    /// <param name="title">Its name.</param>
    /// <param name="note">What kind of list it is; may be empty.</param>
    /// <param name="path">Its bare address.</param>
    /// <param name="feed">Its feed; null where it has none.</param>
    /// <param name="mayBeEmpty">An empty list is a page of its own and not an unknown address.</param>
    /// <param name="byEvent">Its days are those of what is reported, not those of publication.</param>
    /// <param name="introduced">What an editor may have introduced; null for lists that nobody introduces.</param>
    protected async Task<IActionResult> ShowAsync(
        IQueryable<Article> list, string title, string note, string path, FeedLink? feed, bool mayBeEmpty = false, bool byEvent = false,
        (NameKind Kind, long Id)? introduced = null)
    {
        var cancelled = HttpContext.RequestAborted;
        if (PageAsked == "1")
        {
            return RedirectPermanent(path);
        }

        var number = 1;
        if (PageAsked is not null && !(PageAsked is [>= '1' and <= '9', ..]
            && int.TryParse(PageAsked, NumberStyles.None, CultureInfo.InvariantCulture, out number)))
        {
            return NotFound();
        }

        if (await ListPage.LoadAsync(Db, list, number, cancelled) is not { } page || (page.Articles.Count == 0 && !mayBeEmpty))
        {
            return NotFound();
        }

        var latest = path == "/latest" ? [] : await Db.Articles.Latest().Take(RailLength).ToListAsync(cancelled);
        View = new ArticleListView(Site, title, note, path, page, latest, byEvent)
        {
            IsStatic = HttpContext.RequestServices.GetRequiredService<StaticOptions>().IsStatic,
            Introduction = number == 1 && introduced is { } named ? (await Db.Introductions.FindAsync([named.Kind, named.Id], cancelled))?.Text : null,
        };
        NamePlate = new NamePlate(Site, path);
        Head = HeadOf(page, feed);
        return Page();
    }

    private PageHead HeadOf(ListPage page, FeedLink? feed)
    {
        var path = View.PathOf(page.Number);
        var title = page.Number == 1 ? View.Title : Words.PageTitle(View.Title, page.Number);
        var changed = page.Articles.Count == 0 ? Site.LastChangeUtc : page.Articles.Max(a => a.ModifiedUtc());
        return new PageHead(Site, title, path)
        {
            Description = View.Introduction ?? Words.ListDescription(Site.Settings.Name, View.Title, View.Note),
            Distinction = View.Note,
            NoIndex = page.Articles.Count == 0,
            Feed = feed,
            Data =
            [
                SiteJsonLd.Collection(Site, path, title, page.Articles, View.Introduction),
                SiteJsonLd.Breadcrumbs(Site, (View.Title, View.Path)),
                SiteJsonLd.TimeFactor(Site, path, title, [], changed, changed),
            ],
        };
    }
}
