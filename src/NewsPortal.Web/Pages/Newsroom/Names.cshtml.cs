using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>Sections, tags, sources and writers: other names, other addresses, merges, and the order of sections.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Arrange)]
public sealed class NamesModel(NewsStore store, NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int PageLength = 100;

    /// <summary>Which kind is shown.</summary>
    public NameKind Kind { get; private set; } = NameKind.Section;

    /// <summary>What the names have to hold; null for all.</summary>
    public string? Query { get; private set; }

    /// <summary>The names.</summary>
    public IReadOnlyList<NameRow> Rows { get; private set; } = [];

    /// <summary>The next page's address; null at the end.</summary>
    public string? Next { get; private set; }

    /// <summary>What a kind is called.</summary>
    /// <param name="kind">The kind.</param>
    public string NameOf(NameKind kind) => kind switch
    {
        NameKind.Section => say["栏目", "Sections"],
        NameKind.Tag => say["标签", "Tags"],
        NameKind.Source => say["来源", "Sources"],
        _ => say["作者", "Writers"],
    };

    /// <summary>Shows them.</summary>
    /// <param name="kind">Which kind, as addresses call it.</param>
    /// <param name="q">What the names have to hold.</param>
    /// <param name="after">Numbers beyond this one.</param>
    public Task OnGetAsync([FromQuery] string? kind, [FromQuery] string? q, [FromQuery] int? after) => ShowAsync(kind, q, after);

    /// <summary>Renames one.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its number.</param>
    /// <param name="name">The name.</param>
    /// <param name="slug">The last part of its address.</param>
    public Task<IActionResult> OnPostRenameAsync([FromQuery] string? kind, [FromForm] int id, [FromForm] string? name, [FromForm] string? slug) =>
        ActAsync(kind, async desk =>
        {
            await desk.RenameAsync(KindOf(kind), id, name ?? string.Empty, slug, HttpContext.RequestAborted);
            return say["已改名。", "Renamed."];
        });

    /// <summary>Introduces one to readers.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its number.</param>
    /// <param name="text">The introduction; empty takes it away.</param>
    public Task<IActionResult> OnPostIntroduceAsync([FromQuery] string? kind, [FromForm] int id, [FromForm] string? text) => ActAsync(kind, async _ =>
    {
        await new IntroductionDesk(store, clock, Staff.Name).IntroduceAsync(KindOf(kind), id, text ?? string.Empty, HttpContext.RequestAborted);
        return say["简介已保存。", "Introduction saved."];
    });

    /// <summary>Merges one into another.</summary>
    /// <param name="kind">What they are.</param>
    /// <param name="id">The one that goes.</param>
    /// <param name="into">The name of the one that stays.</param>
    public Task<IActionResult> OnPostMergeAsync([FromQuery] string? kind, [FromForm] int id, [FromForm] string? into) =>
        ActAsync(kind, async desk =>
        {
            var target = await FindAsync(KindOf(kind), into ?? string.Empty) ?? throw new NameException(NameProblem.Gone, $"There is no '{into}'.");
            var moved = await desk.MergeAsync(KindOf(kind), id, target, HttpContext.RequestAborted);
            return say[$"已合并，{moved} 篇稿件换了名称。", $"Merged; {moved} articles bear the other name."];
        });

    /// <summary>Removes one that no article bears.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its number.</param>
    public Task<IActionResult> OnPostRemoveAsync([FromQuery] string? kind, [FromForm] int id) => ActAsync(kind, async desk =>
    {
        await desk.RemoveAsync(KindOf(kind), id, HttpContext.RequestAborted);
        return say["已删除。", "Removed."];
    });

    /// <summary>Adds a section.</summary>
    /// <param name="name">Its name.</param>
    public Task<IActionResult> OnPostAddAsync([FromForm] string? name) => ActAsync(null, async desk =>
    {
        await desk.AddSectionAsync(name ?? string.Empty, HttpContext.RequestAborted);
        return say["已添加。", "Added."];
    });

    /// <summary>Moves a section up.</summary>
    /// <param name="id">Its number.</param>
    public Task<IActionResult> OnPostUpAsync([FromForm] int id) => ShiftAsync(id, -1);

    /// <summary>Moves a section down.</summary>
    /// <param name="id">Its number.</param>
    public Task<IActionResult> OnPostDownAsync([FromForm] int id) => ShiftAsync(id, 1);

    private static NameKind KindOf(string? folder) => NameKinds.OfArticles.FirstOrDefault(k => k.Folder() == folder, NameKind.Section);

    private Task<IActionResult> ShiftAsync(int id, int by) => ActAsync(null, async desk =>
    {
        var order = await db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(HttpContext.RequestAborted);
        var at = order.IndexOf(id);
        if (at >= 0 && at + by >= 0 && at + by < order.Count)
        {
            (order[at], order[at + by]) = (order[at + by], order[at]);
            await desk.OrderAsync(order, HttpContext.RequestAborted);
        }

        return null;
    });

    private async Task<int?> FindAsync(NameKind kind, string name)
    {
        var (key, typed, cancelled) = (NameBook.KeyOf(name), name.Trim(), HttpContext.RequestAborted);
        return kind switch
        {
            NameKind.Section => await db.Sections.Where(s => s.Name == typed || s.Slug == typed || s.Aliases.Any(a => a.NameKey == key)).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancelled),
            NameKind.Tag => await db.Tags.Where(n => n.NameKey == key || n.Slug == typed).Select(n => (int?)n.Id).FirstOrDefaultAsync(cancelled),
            NameKind.Source => await db.Sources.Where(n => n.NameKey == key || n.Slug == typed).Select(n => (int?)n.Id).FirstOrDefaultAsync(cancelled),
            _ => await db.Authors.Where(n => n.NameKey == key || n.Slug == typed).Select(n => (int?)n.Id).FirstOrDefaultAsync(cancelled),
        };
    }

    private async Task<IActionResult> ActAsync(string? kind, Func<NameDesk, Task<string?>> act)
    {
        try
        {
            Done = await act(new NameDesk(store, clock, Staff.Name));
            await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
            return Redirect($"/newsroom/names?kind={KindOf(kind).Folder()}");
        }
        catch (NameException refused)
        {
            Fault = say.IsChinese ? InChinese(refused) : refused.Message;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync(kind, null, null);
            return Page();
        }
    }

    private static string InChinese(NameException refused) => refused.Problem switch
    {
        NameProblem.Gone => "没有这一个，可能已被删除。",
        NameProblem.Length => "名称要 1 到 80 个字。",
        NameProblem.NameTaken => "已经有叫这个名称的了；要合到一起，请用“并入”。",
        NameProblem.SlugTaken => "这个网址现在或从前属于另一个。",
        NameProblem.Slug => "网址的最后一段只能用字母、数字和连字符，1 到 60 个。",
        NameProblem.Same => "不能并入自己。",
        NameProblem.IntroductionLength => "简介最多 500 个字。",
        _ => "还有稿件在用，请并入另一个。",
    };

    private async Task ShowAsync(string? kind, string? q, int? after)
    {
        var cancelled = HttpContext.RequestAborted;
        (Kind, Query) = (KindOf(kind), string.IsNullOrWhiteSpace(q) ? null : q.Trim());
        var introductions = db.Introductions.Where(i => i.Kind == Kind);
        if (Kind == NameKind.Section)
        {
            Rows = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Id)
                .Select(s => new NameRow(s.Id, s.Name, s.Slug, db.Articles.Count(a => a.SectionId == s.Id), introductions.Where(i => i.TargetId == s.Id).Select(i => i.Text).FirstOrDefault())).ToListAsync(cancelled);
            return;
        }

        var rows = Kind switch
        {
            NameKind.Tag => await Named(db.Tags, after).Select(n => new NameRow(n.Id, n.Name, n.Slug, db.ArticleTags.Count(t => t.TagId == n.Id), introductions.Where(i => i.TargetId == n.Id).Select(i => i.Text).FirstOrDefault())).ToListAsync(cancelled),
            NameKind.Source => await Named(db.Sources, after).Select(n => new NameRow(n.Id, n.Name, n.Slug, db.Articles.Count(a => a.SourceId == n.Id), introductions.Where(i => i.TargetId == n.Id).Select(i => i.Text).FirstOrDefault())).ToListAsync(cancelled),
            _ => await Named(db.Authors, after).Select(n => new NameRow(n.Id, n.Name, n.Slug, db.ArticleAuthors.Count(w => w.AuthorId == n.Id), introductions.Where(i => i.TargetId == n.Id).Select(i => i.Text).FirstOrDefault())).ToListAsync(cancelled),
        };
        Rows = [.. rows.Take(PageLength)];
        Next = rows.Count > PageLength
            ? string.Create(CultureInfo.InvariantCulture, $"/newsroom/names?kind={Kind.Folder()}&q={Uri.EscapeDataString(Query ?? string.Empty)}&after={Rows[^1].Id}")
            : null;
    }

    private IQueryable<T> Named<T>(IQueryable<T> all, int? after)
        where T : class, INamed
    {
        var (key, from) = (Query is null ? null : NameBook.KeyOf(Query), after ?? 0);
        var named = all.AsNoTracking().Where(n => n.Id > from);
        return (key is null ? named : named.Where(n => n.NameKey.Contains(key))).OrderBy(n => n.Id).Take(PageLength + 1);
    }
}

/// <summary>A section, tag, source or writer in the newsroom's list.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Count">How many articles bear it, public or not.</param>
/// <param name="Introduction">What readers are told of it; null where nothing is.</param>
public sealed record NameRow(int Id, string Name, string Slug, int Count, string? Introduction);
