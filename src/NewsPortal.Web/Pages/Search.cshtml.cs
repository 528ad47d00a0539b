using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>Search.</summary>
/// <param name="site">The site.</param>
/// <param name="db">The store.</param>
public sealed class SearchModel(CurrentSite site, NewsDbContext db) : ReaderPage(site.Snapshot)
{
    /// <summary>Hits on a page.</summary>
    public const int PageSize = 20;

    /// <summary>The longest query taken; what is longer is cut, as the field cuts it.</summary>
    public const int LongestQuery = 100;

    /// <summary>The words.</summary>
    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>Slug of the only section.</summary>
    [FromQuery(Name = "section")]
    public string? Section { get; set; }

    /// <summary>Slug of the only source.</summary>
    [FromQuery(Name = "source")]
    public string? Source { get; set; }

    /// <summary>First day, yyyy-MM-dd.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>Last day, yyyy-MM-dd.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>The page asked for.</summary>
    [FromQuery(Name = "page")]
    public string? PageAsked { get; set; }

    /// <summary>What was found; null where nothing was asked.</summary>
    public SearchPage? Found { get; private set; }

    /// <summary>Searches.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Query = (Query ?? string.Empty).Trim();
        Query = Query.Length > LongestQuery ? Query[..LongestQuery] : Query;
        Section = string.IsNullOrEmpty(Section) ? null : Section;
        Source = string.IsNullOrEmpty(Source) ? null : Source;
        NamePlate = new NamePlate(Site, "/search", Find: false);
        Head = new PageHead(Site, Query.Length > 0 ? $"搜索：{Query}" : "搜索", "/search") { NoIndex = true };
        if (PageAsked == "1")
        {
            return RedirectPermanent(PathOf(1));
        }

        var number = 1;
        if (PageAsked is not null && !(PageAsked is [>= '1' and <= '9', ..]
            && int.TryParse(PageAsked, NumberStyles.None, CultureInfo.InvariantCulture, out number)))
        {
            return NotFound();
        }

        if (Query.Length == 0)
        {
            return PageAsked is null ? Page() : NotFound();
        }

        var request = new SearchRequest(Query, Section, Source, Day(From), Day(To), number, PageSize);
        Found = await ArticleSearch.SearchAsync(db, request, Site.Zone, HttpContext.RequestAborted);
        return number > Math.Max(1, Found.PageCount) ? NotFound() : Page();
    }

    /// <summary>The address of the same search with another page.</summary>
    /// <param name="number">Which page, from 1.</param>
    public string PathOf(int number) => Address(Section, number);

    /// <summary>The address of the same search in another section.</summary>
    /// <param name="section">Its slug; null for all.</param>
    public string PathIn(string? section) => Address(section, 1);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string Address(string? section, int number)
    {
        var parameters = new List<KeyValuePair<string, string?>>
        {
            new("q", Query),
            new("section", section),
            new("source", Source),
            new("from", Day(From) is null ? null : From),
            new("to", Day(To) is null ? null : To),
            new("page", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture)),
        };
        return "/search" + QueryString.Create(parameters.Where(p => !string.IsNullOrEmpty(p.Value)));
    }
}
