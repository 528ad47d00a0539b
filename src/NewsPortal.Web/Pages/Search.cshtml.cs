using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;
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

    /// <summary>The newest articles, where there is nothing to narrow beside the page.</summary>
    public IReadOnlyList<Article> Latest { get; private set; } = [];

    /// <summary>What was found lies in more than one section, source or year, or is narrowed to one of them.</summary>
    public bool HasFacets => Found is { } found && (IsNarrowed || found.Sections.Count > 1 || found.Sources.Count > 1 || found.Years.Count > 1);

    /// <summary>Searches.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Query = Asked(Query);
        Section = string.IsNullOrEmpty(Section) ? null : Section;
        Source = string.IsNullOrEmpty(Source) ? null : Source;
        NamePlate = new NamePlate(Site, "/search", Find: false);
        Head = new PageHead(Site, Query.Length > 0 ? Words.SearchFor(Query) : Words.Search, "/search") { NoIndex = true };
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
            return PageAsked is null ? await ShowAsync() : NotFound();
        }

        var request = new SearchRequest(Query, Section, Source, Day(From), Day(To), number, PageSize);
        Found = await ArticleSearch.SearchAsync(db, request, Site.Zone, HttpContext.RequestAborted);
        return number > Math.Max(1, Found.PageCount) ? NotFound() : await ShowAsync();
    }

    /// <summary>Something narrows the search.</summary>
    public bool IsNarrowed => Section is not null || Source is not null || Day(From) is not null || Day(To) is not null;

    /// <summary>The days asked for are this whole year.</summary>
    /// <param name="year">The year.</param>
    public bool IsYear(int year) => Day(From) == new DateOnly(year, 1, 1) && Day(To) == new DateOnly(year, 12, 31);

    /// <summary>The address of the same search with another page.</summary>
    /// <param name="number">Which page, from 1.</param>
    public string PathOf(int number) => Address(Query, Section, Source, From, To, number);

    /// <summary>The address of the same search in another section.</summary>
    /// <param name="section">Its slug; null for all.</param>
    public string PathIn(string? section) => Address(Query, section, Source, From, To, 1);

    /// <summary>The address of the same search in another source.</summary>
    /// <param name="source">Its slug; null for all.</param>
    public string PathFrom(string? source) => Address(Query, Section, source, From, To, 1);

    /// <summary>The address of the same search in another year.</summary>
    /// <param name="year">The year; null for all.</param>
    public string PathWithin(int? year) => Address(
        Query,
        Section,
        Source,
        year is { } y ? new DateOnly(y, 1, 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        year is { } z ? new DateOnly(z, 12, 31).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        1);

    /// <summary>The address of another search, in everything.</summary>
    /// <param name="query">Its words.</param>
    public static string PathFor(string? query) => Address(query, null, null, null, null, 1);

    /// <summary>What is searched for, of what was typed.</summary>
    /// <param name="typed">What was typed; null where nothing was.</param>
    public static string Asked(string? typed) => Characters.Cut((typed ?? string.Empty).Trim(), LongestQuery);

    private async Task<IActionResult> ShowAsync()
    {
        Latest = HasFacets ? [] : await db.Articles.Latest().Take(ShortRailLength).ToListAsync(HttpContext.RequestAborted);
        return Page();
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Address(string? query, string? section, string? source, string? from, string? to, int number)
    {
        var parameters = new List<KeyValuePair<string, string?>>
        {
            new("q", query),
            new("section", section),
            new("source", source),
            new("from", Day(from) is null ? null : from),
            new("to", Day(to) is null ? null : to),
            new("page", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture)),
        };
        return "/search" + QueryString.Create(parameters.Where(p => !string.IsNullOrEmpty(p.Value)));
    }
}
