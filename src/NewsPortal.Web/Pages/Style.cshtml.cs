using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>All parts of the reader's pages side by side, for whoever changes them. Only a development site has it.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store, whose newest articles are shown.</param>
/// <param name="environment">Where the program runs.</param>
public sealed class StyleModel(CurrentSite site, NewsDbContext db, IHostEnvironment environment) : ReaderPage(site.Snapshot)
{
    private const int Most = 12;

    /// <summary>Colours of the stylesheet and what each is for.</summary>
    public static IReadOnlyList<(string Name, string For)> Colours { get; } =
        [("paper", "page"), ("ink", "text"), ("quiet", "times, sources, captions"), ("rule", "hairlines"), ("strong", "heads"), ("accent", "name plate, sections, links"), ("wash", "notices")];

    /// <summary>Steps of the type scale.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [13, 15, 17, 19, 23, 29, 37];

    /// <summary>The newest articles.</summary>
    public IReadOnlyList<Article> Articles { get; private set; } = [];

    /// <summary>The newest with a picture, else the newest.</summary>
    public Article? Pictured => Articles.FirstOrDefault(a => a.LeadPicture is not null) ?? (Articles.Count > 0 ? Articles[0] : null);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!environment.IsDevelopment()) return NotFound();
        Head = new PageHead(Site, "Style", "/about/style") { NoIndex = true };
        Articles = await db.Articles.Visible().ForLists().NewestFirst().Take(Most).ToListAsync(HttpContext.RequestAborted);
        return Page();
    }
}
