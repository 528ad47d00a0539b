using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding.Hot;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The front page's desk: the lead, pins, and what is kept out of what is read most.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Arrange)]
public sealed class FrontModel(NewsStore store, NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    /// <summary>The top of the front page, the lead first.</summary>
    public IReadOnlyList<FrontPlace> Places { get; private set; } = [];

    /// <summary>Articles to choose from.</summary>
    public IReadOnlyList<ArticleRow> Offered { get; private set; } = [];

    /// <summary>What is read most.</summary>
    public IReadOnlyList<Article> Hot { get; private set; } = [];

    /// <summary>What is kept out of it.</summary>
    public IReadOnlyList<ArticleRow> Excluded { get; private set; } = [];

    /// <summary>What was asked for.</summary>
    public string? Query { get; private set; }

    /// <summary>The end that was typed.</summary>
    public string? Until { get; private set; }

    /// <summary>Shows the desk.</summary>
    /// <param name="q">What to choose from.</param>
    public Task OnGetAsync([FromQuery] string? q) => ShowAsync(q);

    /// <summary>Makes an article the lead.</summary>
    /// <param name="lead">Its number.</param>
    /// <param name="until">Until when.</param>
    public Task<IActionResult> OnPostLeadAsync([FromForm] long lead, [FromForm] string? until) =>
        ActAsync(desk => desk.PinAsync(lead, isLead: true, Moment(until), HttpContext.RequestAborted), say["已定为头条。", "It leads."], until);

    /// <summary>Pins an article.</summary>
    /// <param name="pin">Its number.</param>
    /// <param name="until">Until when.</param>
    public Task<IActionResult> OnPostPinAsync([FromForm] long pin, [FromForm] string? until) =>
        ActAsync(desk => desk.PinAsync(pin, isLead: false, Moment(until), HttpContext.RequestAborted), say["已置顶。", "Pinned."], until);

    /// <summary>Takes one away.</summary>
    /// <param name="id">Its number.</param>
    public Task<IActionResult> OnPostUnpinAsync([FromForm] long id) => ActAsync(desk => desk.UnpinAsync(id, HttpContext.RequestAborted), say["已撤下。", "Unpinned."]);

    /// <summary>Moves one up.</summary>
    /// <param name="id">Its number.</param>
    public Task<IActionResult> OnPostUpAsync([FromForm] long id) => ActAsync(desk => desk.ShiftAsync(id, up: true, HttpContext.RequestAborted), null);

    /// <summary>Moves one down.</summary>
    /// <param name="id">Its number.</param>
    public Task<IActionResult> OnPostDownAsync([FromForm] long id) => ActAsync(desk => desk.ShiftAsync(id, up: false, HttpContext.RequestAborted), null);

    /// <summary>Keeps one out of what is read most.</summary>
    /// <param name="id">Its number.</param>
    public Task<IActionResult> OnPostExcludeAsync([FromForm] long id) =>
        ActAsync(desk => desk.ExcludeFromHotAsync(id, HttpContext.RequestAborted), say["不再进热读。", "Kept out of what is read most."]);

    /// <summary>Lets it in again.</summary>
    /// <param name="id">Its number.</param>
    public Task<IActionResult> OnPostAllowAsync([FromForm] long id) =>
        ActAsync(desk => desk.AllowInHotAsync(id, HttpContext.RequestAborted), say["下一次排热读时会算上它。", "The next list counts it again."]);

    private DateTime? Moment(string? until) => ArticleForm.Read("until", until, null, site.Snapshot.Zone);

    private async Task<IActionResult> ActAsync(Func<FrontDesk, Task> act, string? done, string? until = null)
    {
        try
        {
            await act(new FrontDesk(store, clock, Staff.Name));
            await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
            Done = done;
            return RedirectToPage();
        }
        catch (FrontException refused)
        {
            Fault = say.IsChinese ? InChinese(refused.Problem) : refused.Message;
        }
        catch (ArticleEditException refused)
        {
            Fault = EditWords.Of(refused, say);
        }

        (Response.StatusCode, Until) = (StatusCodes.Status400BadRequest, until);
        await ShowAsync(null);
        return Page();
    }

    private static string InChinese(FrontProblem problem) => problem switch
    {
        FrontProblem.NotPublic => "这篇稿件没有公开，上不了头版。",
        FrontProblem.Past => "到期时间已经过了，请选以后的时间。",
        _ => $"头版最多置顶 {FrontPage.MostPins} 条，请先撤下一条。",
    };

    private async Task ShowAsync(string? q)
    {
        var cancelled = HttpContext.RequestAborted;
        Query = q;
        var page = await FrontPage.LoadAsync(db, site.Snapshot, cancelled);
        var pins = await db.FrontPins.AsNoTracking().ToDictionaryAsync(p => p.ArticleId, cancelled);
        var top = pins.Values.Where(p => !p.IsLead).OrderBy(p => p.Position).Select(p => p.ArticleId).ToList();

        // In the order of the desk: pins first, as they are; the page itself sets one with a picture beside the lead.
        var others = page.Seconds.Concat(page.Followers).OrderBy(a => top.IndexOf(a.Id) is >= 0 and var place ? place : int.MaxValue).ToList();
        Places =
        [
            .. page.Lead is { } lead ? [new FrontPlace(lead, 0, pins.GetValueOrDefault(lead.Id))] : Array.Empty<FrontPlace>(),
            .. others.Select((a, i) => new FrontPlace(a, i + 1, pins.GetValueOrDefault(a.Id))),
        ];
        Offered = await ArticleChoice.OfAsync(db, q, site.Snapshot.Zone, cancelled);
        Hot = await db.Articles.MostRead(db, HotWindow.Day).Take(HotList.ShortLength).ToListAsync(cancelled);
        Excluded = await db.Articles.AsNoTracking().Where(a => db.HotExclusions.Any(e => e.ArticleId == a.Id)).OrderByDescending(a => a.Id).Rows().ToListAsync(cancelled);
    }
}

/// <summary>A place at the top of the front page.</summary>
/// <param name="Article">What stands there.</param>
/// <param name="Number">Its place below the lead, from 1; 0 for the lead.</param>
/// <param name="Pin">Who holds it there; null where the page arranged itself.</param>
public sealed record FrontPlace(Article Article, int Number, FrontPin? Pin)
{
    /// <summary>It is the lead.</summary>
    public bool IsLead => Number == 0;
}
