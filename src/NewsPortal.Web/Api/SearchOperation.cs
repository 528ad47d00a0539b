using System.Globalization;
using System.Text;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Api.Resources;
using NewsPortal.Web.Pages;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Api;

/// <summary>Search, as the search page does it.</summary>
internal static class SearchOperation
{
    /// <summary>The operation.</summary>
    public static readonly ApiOperation Operation = new(
        "search",
        "/api/v1/search",
        "Search",
        "Finds articles by words.",
        "The same words find the same articles, in the same order, as on the search page. No text is an error: what cannot be searched for finds nothing, and so does a section or source that does not exist.",
        typeof(SearchAnswer),
        [
            ApiParameter.Text("q", $"The words, as a reader types them; more than {SearchModel.LongestQuery} characters are cut. `\"a phrase\"`, `-without`."),
            ApiParameter.Text("section", "Only this section: its slug."),
            ApiParameter.Text("source", "Only from this source: its slug."),
            ApiParameter.Day("from", "The first day, in the site's zone."),
            ApiParameter.Day("to", "The last day, in the site's zone."),
            ApiParameter.Number("page", $"Which page of {SearchModel.PageSize}, from 1. Beyond the end there are no hits.", 1, SearchRequest.MostPages, 1),
        ]);

    /// <summary>Answers it.</summary>
    public static async Task AnswerAsync(HttpContext http, NewsDbContext db, CurrentSite current)
    {
        var (query, site) = (ApiQuery.Of(http), current.Snapshot);
        var words = SearchModel.Asked(query["q"]);
        var request = new SearchRequest(
            words, Given(query["section"]), Given(query["source"]), query.Day("from"), query.Day("to"), (int)query.Number("page", 1), SearchModel.PageSize);
        var found = await ArticleSearch.SearchAsync(db, request, site.Zone, http.RequestAborted);
        var items = new ArticleItems(site, ArticleFieldNames.OfSearch);
        var next = found.Page < found.PageCount ? (found.Page + 1).ToString(CultureInfo.InvariantCulture) : null;
        await ApiAnswer.WriteAsync(
            http,
            new SearchAnswer
            {
                Query = words,
                Total = found.Total,
                TotalIsFloor = found.TotalIsFloor,
                Widened = found.Widened,
                Page = request.Page,
                Pages = found.PageCount,
                Hits = [.. found.Hits.Select(h => new SearchHitItem
                {
                    Article = items.Make<ArticleItem>(h.Article, SafeHtml.Empty, string.Empty),
                    Headline = Marked(h.Headline),
                    Snippet = Marked(h.Snippet),
                })],
                Sections = [.. found.Sections.Select(s => new NameCount { Name = s.Name, Slug = s.Slug, Count = s.Count })],
                Sources = [.. found.Sources.Select(s => new NameCount { Name = s.Name, Slug = s.Slug, Count = s.Count })],
                Years = [.. found.Years.Select(y => new YearCountItem { Year = y.Year, Count = y.Count })],
                Suggestions = found.Suggestions,
                Next = ApiAnswer.Next(http, site, query, "page", next),
            },
            ApiJson.Web.SearchAnswer);
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // Counted in code points: every language can count those, whatever its strings are made of.
    private static MarkedText Marked(IReadOnlyList<TextPiece> pieces)
    {
        var text = new StringBuilder();
        var marks = new List<MarkItem>();
        var at = 0;
        foreach (var piece in pieces)
        {
            var length = piece.Text.EnumerateRunes().Count();
            if (piece.Marked)
            {
                marks.Add(new MarkItem { Start = at, Length = length });
            }

            text.Append(piece.Text);
            at += length;
        }

        return new MarkedText { Text = text.ToString(), Marks = marks };
    }
}
