using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>A story: its reports by the day of what they report, newest first.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class StoryModel(CurrentSite site, NewsDbContext db) : ListReaderPage(site, db)
{
    /// <summary>Shows a page of it; a story that was merged into another redirects there.</summary>
    /// <param name="slug">The story's slug.</param>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await Db.Stories.AsNoTracking().FirstOrDefaultAsync(s => s.Slug == slug) is not { } found)
        {
            return NotFound();
        }

        if (found.MergedIntoId is { } other)
        {
            return await Db.Stories.AsNoTracking().FirstOrDefaultAsync(s => s.Id == other) is { } merged ? RedirectPermanent(merged.Path) : NotFound();
        }

        return found.Reports >= Story.LeastReports
            ? await ShowAsync(Db.Articles.Visible().InStory(found.Id), found.Name, found.IsNamed ? Words.Story : Words.StoryGroupedAutomatically, found.Path, new FeedLink(found.Name, found.Path + "/"), byEvent: true, introduced: (NameKind.Story, found.Id))
            : NotFound();
    }
}
