using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>All articles, those changed last first, in pages by key.</summary>
/// <param name="db">The store, for what is shown.</param>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="site">The site.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
public sealed class ArticlesModel(NewsDbContext db, NewsStore store, TimeProvider clock, CurrentSite site, Bilingual say) : NewsroomPage
{
    private const int PageLength = 50;

    // Words in a headline are looked for in so many articles at once; more are looked through when they are asked for.
    private const int MostLookedThrough = 5000;

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

    /// <summary>Not all articles were looked through; <see cref="Next"/> goes on.</summary>
    public bool IsCut { get; private set; }

    /// <summary>What came of an act on many; null where there was none.</summary>
    public BulkResult? Result { get; private set; }

    /// <summary>Reads a page.</summary>
    /// <param name="status">A state.</param>
    /// <param name="section">A section's number.</param>
    /// <param name="q">What the headline has to hold.</param>
    /// <param name="after">Where the page begins: ticks and number of the last article before it.</param>
    public async Task OnGetAsync([FromQuery] string? status, [FromQuery] int? section, [FromQuery] string? q, [FromQuery] string? after)
    {
        await FilterAsync(status, section, q);
        var articles = Wanted();
        if (after?.Split('-') is [var ticks, var number] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var moment) && long.TryParse(number, CultureInfo.InvariantCulture, out var id) && moment is >= 0 and <= 3155378975999999999)
        {
            var time = new DateTime(moment, DateTimeKind.Utc);
            articles = articles.Where(a => a.UpdatedUtc < time || (a.UpdatedUtc == time && a.Id < id));
        }

        var ordered = articles.OrderByDescending(a => a.UpdatedUtc).ThenByDescending(a => a.Id);
        var rows = await Holding(ordered).Take(PageLength + 1).Rows().ToListAsync(HttpContext.RequestAborted);
        Rows = [.. rows.Take(PageLength)];
        if (rows.Count > PageLength)
        {
            Next = AddressAfter(Rows[^1].UpdatedUtc, Rows[^1].Id);
        }
        else if (Query is not null && await ordered.Skip(MostLookedThrough - 1).Select(a => new { a.UpdatedUtc, a.Id }).FirstOrDefaultAsync(HttpContext.RequestAborted) is { } last)
        {
            (IsCut, Next) = (true, AddressAfter(last.UpdatedUtc, last.Id));
        }
    }

    /// <summary>Does one thing to many articles.</summary>
    /// <param name="ids">The articles that were ticked.</param>
    /// <param name="all">All that the filter shows, instead.</param>
    /// <param name="act">What is done.</param>
    /// <param name="word">The reason, or the tag.</param>
    /// <param name="to">The number of the section that they move to.</param>
    /// <param name="status">The filter's state.</param>
    /// <param name="section">The filter's section.</param>
    /// <param name="q">The filter's words.</param>
    public async Task<IActionResult> OnPostBulkAsync(
        [FromForm] long[]? ids, [FromForm] bool all, [FromForm] BulkAct act, [FromForm] string? word, [FromForm] int? to, [FromForm] string? status, [FromForm] int? section, [FromForm] string? q)
    {
        await FilterAsync(status, section, q);
        var chosen = all
            ? await Holding(Wanted().OrderByDescending(a => a.UpdatedUtc).ThenByDescending(a => a.Id)).Take(BulkActs.Most + 1).Select(a => a.Id).ToListAsync(HttpContext.RequestAborted)
            : [.. (ids ?? []).Distinct()];
        var target = Sections.FirstOrDefault(s => s.Id == to);
        Fault = chosen.Count == 0 ? say["先勾选稿件。", "Tick some articles first."]
            : chosen.Count > BulkActs.Most ? say[$"一次最多 {BulkActs.Most} 篇，请把范围缩小。", $"At most {BulkActs.Most} at once; narrow it down."]
            : act == BulkAct.Move && target is null ? say["选一个栏目。", "Choose a section."]
            : act is BulkAct.Withdraw or BulkAct.Tag or BulkAct.Untag && string.IsNullOrWhiteSpace(word) ? say["写明撤稿理由或标签。", "Say the reason or the tag."]
            : null;
        if (Fault is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else
        {
            Result = await new BulkActs(store, clock, site.Snapshot.Zone, Staff, say).RunAsync(chosen, act, word, target, HttpContext.RequestAborted);
            await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
        }

        await OnGetAsync(status, section, q, after: null);
        return Page();
    }

    private async Task FilterAsync(string? status, int? section, string? q)
    {
        Sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(HttpContext.RequestAborted);
        Status = Enum.TryParse<ArticleStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        (Section, Query) = (section, string.IsNullOrWhiteSpace(q) ? null : q.Trim());
    }

    private IQueryable<Article> Wanted()
    {
        var articles = db.Articles.AsNoTracking();
        articles = Status is { } wanted ? articles.Where(a => a.Status == wanted) : articles;
        return Section is { } only ? articles.Where(a => a.SectionId == only) : articles;
    }

    private IQueryable<Article> Holding(IQueryable<Article> ordered) => Query is { } text
        ? ordered.Take(MostLookedThrough).Where(a => a.Headline.Contains(text)).OrderByDescending(a => a.UpdatedUtc).ThenByDescending(a => a.Id)
        : ordered;

    private string AddressAfter(DateTime updated, long id)
    {
        var query = new QueryBuilder(new[] { ("status", Status?.ToString().ToLowerInvariant()), ("section", Section?.ToString(CultureInfo.InvariantCulture)), ("q", Query) }
            .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => KeyValuePair.Create(p.Item1, p.Item2!)))
        {
            { "after", string.Create(CultureInfo.InvariantCulture, $"{updated.Ticks}-{id}") },
        };
        return "/newsroom/articles" + query.ToQueryString();
    }
}
