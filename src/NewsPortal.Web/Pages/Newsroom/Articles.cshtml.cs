using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>All articles, those changed last first, in pages by key.</summary>
/// <param name="db">The store.</param>
[Requires(StaffAct.Look)]
public sealed class ArticlesModel(NewsDbContext db) : NewsroomPage
{
    private const int PageLength = 50;

    /// <summary>The sections to choose from.</summary>
    public IReadOnlyList<Section> Sections { get; private set; } = [];

    /// <summary>The state that is shown; null for all.</summary>
    public ArticleStatus? Status { get; private set; }

    /// <summary>The section that is shown; null for all.</summary>
    public int? Section { get; private set; }

    /// <summary>What the headline has to hold.</summary>
    public string? Query { get; private set; }

    /// <summary>The page's articles.</summary>
    public IReadOnlyList<ArticleRow> Rows { get; private set; } = [];

    /// <summary>The next page's address; null at the end.</summary>
    public string? Next { get; private set; }

    /// <summary>Reads a page.</summary>
    /// <param name="status">A state.</param>
    /// <param name="section">A section's number.</param>
    /// <param name="q">What the headline has to hold.</param>
    /// <param name="after">Where the page begins: ticks and number of the last article before it.</param>
    public async Task OnGetAsync([FromQuery] string? status, [FromQuery] int? section, [FromQuery] string? q, [FromQuery] string? after)
    {
        Sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(HttpContext.RequestAborted);
        Status = Enum.TryParse<ArticleStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        (Section, Query) = (section, string.IsNullOrWhiteSpace(q) ? null : q.Trim());
        var articles = db.Articles.AsNoTracking();
        articles = Status is { } wanted ? articles.Where(a => a.Status == wanted) : articles;
        articles = Section is { } only ? articles.Where(a => a.SectionId == only) : articles;
        articles = Query is { } text ? articles.Where(a => a.Headline.Contains(text)) : articles;
        if (after?.Split('-') is [var ticks, var number] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var moment) && long.TryParse(number, CultureInfo.InvariantCulture, out var id) && moment is >= 0 and <= 3155378975999999999)
        {
            var time = new DateTime(moment, DateTimeKind.Utc);
            articles = articles.Where(a => a.UpdatedUtc < time || (a.UpdatedUtc == time && a.Id < id));
        }

        var rows = await articles.OrderByDescending(a => a.UpdatedUtc).ThenByDescending(a => a.Id).Take(PageLength + 1).Rows().ToListAsync(HttpContext.RequestAborted);
        Rows = [.. rows.Take(PageLength)];
        if (rows.Count > PageLength)
        {
            var last = Rows[^1];
            var query = new QueryBuilder(new[] { ("status", status), ("section", section?.ToString(CultureInfo.InvariantCulture)), ("q", Query) }
                .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => KeyValuePair.Create(p.Item1, p.Item2!)))
            {
                { "after", string.Create(CultureInfo.InvariantCulture, $"{last.UpdatedUtc.Ticks}-{last.Id}") },
            };
            Next = "/newsroom/articles" + query.ToQueryString();
        }
    }
}
