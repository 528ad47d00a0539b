using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>A page of a list as it is drawn: days, rows, pager.</summary>
/// <param name="Site">The site.</param>
/// <param name="Title">The list's name.</param>
/// <param name="Note">What kind of list it is; empty for sections.</param>
/// <param name="Path">Its bare address.</param>
/// <param name="Page">The page.</param>
/// <param name="Latest">The rail of latest news; empty on the list of latest news itself.</param>
/// <param name="ByEvent">Its days are those of what is reported, not those of publication.</param>
public sealed record ArticleListView(
    SiteSnapshot Site, string Title, string Note, string Path, ListPage Page, IReadOnlyList<Article> Latest, bool ByEvent = false)
{
    /// <summary>Its articles by day in the site's zone, newest first.</summary>
    public IEnumerable<IGrouping<DateOnly, Article>> Days => ByEvent
        ? Page.Articles.GroupBy(a => ArticleAddress.Day(a.EventDay)).OrderByDescending(d => d.Key)
        : Page.Articles.GroupBy(a => Site.Zone.DayOf(a.PublishedUtc));

    /// <summary>Further pages have no address: the archive takes over at the first one's end.</summary>
    public bool IsStatic { get; init; }

    /// <summary>What an editor wrote at its head; null where nobody did, and on further pages.</summary>
    public string? Introduction { get; init; }

    /// <summary>The month in which the archive takes over, as its address; null where the list ends here.</summary>
    public string? ArchivePath => (IsStatic ? Page.Count > 1 : Page.GoesOn && Page.Number == Page.Count) && Page.Articles.Count > 0
        ? ArticleAddress.Of(Page.Articles[^1].Day, string.Empty)[..8]
        : null;

    /// <summary>How many sources an article's report has.</summary>
    /// <param name="article">The article.</param>
    public int SourcesOf(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Page.ReportSizes.GetValueOrDefault(article.ReportId, 1);
    }

    /// <summary>The address of one of its pages.</summary>
    /// <param name="number">Which page, from 1.</param>
    public string PathOf(int number) => number == 1 ? Path : $"{Path}?page={number}";
}
