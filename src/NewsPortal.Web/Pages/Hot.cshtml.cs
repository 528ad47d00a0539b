using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding.Hot;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>Most read in 24 hours and in 7 days. Where nothing is counted there is no such page.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class HotModel(CurrentSite site, NewsDbContext db) : ReaderPage(site.Snapshot)
{
    /// <summary>The lists that have something in them.</summary>
    public IReadOnlyList<Ranking> Lists { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Ranking[] lists = [await LoadAsync(Words.InDay, "day", HotWindow.Day), await LoadAsync(Words.InWeek, "week", HotWindow.Week)];
        Lists = [.. lists.Where(l => l.News.Articles.Count > 0)];
        if (Lists.Count == 0)
        {
            return NotFound();
        }

        Head = new PageHead(Site, Words.MostRead, "/hot")
        {
            Description = Words.MostReadDescription(Site.Settings.Name),
            Data = [SiteJsonLd.Breadcrumbs(Site, (Words.MostRead, "/hot"))],
        };
        return Page();
    }

    private async Task<Ranking> LoadAsync(string title, string anchor, HotWindow window) =>
        new(title, anchor, new NewsList(Site, await db.Articles.MostRead(db, window).ToListAsync(HttpContext.RequestAborted)));

    /// <summary>One of the lists.</summary>
    /// <param name="Title">Its name.</param>
    /// <param name="Anchor">Its place in the page.</param>
    /// <param name="News">Its articles, the most read first.</param>
    public sealed record Ranking(string Title, string Anchor, NewsList News);
}
