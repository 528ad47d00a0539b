using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Publishing.Words;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>One article: its fields and text, and every act of its life.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="site">The site.</param>
/// <param name="limits">How large a document may be.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
[RequestFormLimits(ValueCountLimit = 16_384)]
public sealed class ArticleModel(NewsStore store, NewsDbContext db, CurrentSite site, SiteLimits limits, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int ActsShown = 8;

    private WordFinder _words = new([]);
    private IReadOnlyDictionary<int, FocalPoint> _focus = new Dictionary<int, FocalPoint>();

    /// <summary>The article as it is stored; null for a new one.</summary>
    public Article? Article { get; private set; }

    /// <summary>The form.</summary>
    [BindProperty]
    public ArticleForm Form { get; set; } = new();

    /// <summary>The sections to choose from.</summary>
    public IReadOnlyList<Section> Sections { get; private set; } = [];

    /// <summary>Where each field came from.</summary>
    public FieldOrigins Origins { get; private set; } = FieldOrigins.Parse(null);

    /// <summary>Who else has it open; null where nobody has.</summary>
    public ArticleLock? Lock { get; private set; }

    /// <summary>Somebody saved it meanwhile; both texts are shown.</summary>
    public EditConflictException? Conflict { get; private set; }

    /// <summary>What was done to it last.</summary>
    public IReadOnlyList<AuditEntry> Acts { get; private set; } = [];

    /// <summary>What the newsroom remarked on it.</summary>
    public IReadOnlyList<EditorialNote> Notes { get; private set; } = [];

    /// <summary>What readers may download with it.</summary>
    public ArticleDocuments Documents { get; private set; } = new(0, false, []);

    /// <summary>Pictures that nobody has described.</summary>
    public int Undescribed { get; private set; }

    /// <summary>The text as the editor in the page takes it; null where it cannot be read.</summary>
    public string? RichHtml { get; private set; }

    /// <summary>The text's pictures, with what is said of each.</summary>
    public IReadOnlyList<FigureForm> Figures { get; private set; } = [];

    /// <summary>Words of the publisher's list that stand in it.</summary>
    public IReadOnlyList<WordHit> Hits { get; private set; } = [];

    /// <summary>It was made of files that are kept.</summary>
    public bool HasOriginal => Article?.OriginalHash is not null;

    /// <summary>Whether the reader of this page may do something to the article now.</summary>
    /// <param name="act">What.</param>
    public bool May(ArticleAct act) => Article is null ? act == ArticleAct.Save && Staff.May(StaffAct.Write) : Staff.May(act, Article);

    /// <summary>Shows the article, or an empty form.</summary>
    /// <param name="id">The article's number; null for a new one.</param>
    /// <param name="format">How the text is shown.</param>
    public async Task<IActionResult> OnGetAsync(long? id, [FromQuery] BodyFormat? format)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (Article is null)
        {
            Form = new ArticleForm { Format = format ?? BodyFormat.Markdown };
            return Shown();
        }

        if (May(ArticleAct.Save))
        {
            var held = await Locks.TakeAsync(Article.Id, HttpContext.RequestAborted);
            Lock = held is not null && held.Holder != Staff.Name ? held : null;
        }

        Fill(format ?? BodyFormat.Markdown);
        return Shown();
    }

    /// <summary>Saves the form.</summary>
    /// <param name="id">The article's number; null for a new one.</param>
    public Task<IActionResult> OnPostSaveAsync(long? id) => ActAsync(id, null, null, say["已保存。", "Saved."]);

    /// <summary>Puts a word of the list right wherever it stands, and saves.</summary>
    /// <param name="id">The article's number; null for a new one.</param>
    public async Task<IActionResult> OnPostReplaceAsync(long? id)
    {
        var wrong = Form.Wrong ?? string.Empty;
        Form.Replace(await WordList.FinderAsync(db, HttpContext.RequestAborted), wrong);
        return await ActAsync(id, null, null, say[$"“{wrong}”已改，并已保存。", $"“{wrong}” was put right, and all is saved."]);
    }

    /// <summary>Saves it and hands it to an editor.</summary>
    /// <param name="id">The article's number.</param>
    public Task<IActionResult> OnPostSubmitAsync(long? id) =>
        ActAsync(id, ArticleAct.Submit, (desk, article, version) => desk.SubmitAsync(article, version), say["已交审。", "Handed in."]);

    /// <summary>Hands it back to its writer.</summary>
    /// <param name="id">The article's number.</param>
    public Task<IActionResult> OnPostRejectAsync(long? id) =>
        ActAsync(id, ArticleAct.Reject, (desk, article, version) => desk.RejectAsync(article, Form.Reason ?? string.Empty, version), say["已退回作者。", "Handed back."]);

    /// <summary>Saves and publishes it.</summary>
    /// <param name="id">The article's number.</param>
    public Task<IActionResult> OnPostPublishAsync(long? id) =>
        ActAsync(id, ArticleAct.Publish, (desk, article, version) => desk.PublishAsync(article, version), say["已发布。", "Published."]);

    /// <summary>Saves it and has it published at a moment.</summary>
    /// <param name="id">The article's number.</param>
    public Task<IActionResult> OnPostScheduleAsync(long? id) => ActAsync(
        id,
        ArticleAct.Schedule,
        (desk, article, version) => desk.ScheduleAsync(article, ArticleForm.Read("published", Form.Moment, null, site.Snapshot.Zone) ?? throw new ArticleEditException("published", EditProblem.Missing, "choose a moment"), version),
        say["已定时。", "Scheduled."]);

    /// <summary>Takes it back from the schedule.</summary>
    /// <param name="id">The article's number.</param>
    public Task<IActionResult> OnPostHoldBackAsync(long? id) =>
        ActAsync(id, ArticleAct.HoldBack, (desk, article, version) => desk.HoldBackAsync(article, version), say["已取消定时。", "Held back."]);

    /// <summary>Corrects a public article, with a notice.</summary>
    /// <param name="id">The article's number.</param>
    public async Task<IActionResult> OnPostCorrectAsync(long? id)
    {
        if (!await LoadAsync(id) || Article is null)
        {
            return NotFound();
        }

        return !May(ArticleAct.Correct) ? Forbid() : await TryAsync(async desk =>
        {
            RequireOwnSection();
            var hits = Form.Hits(_words);
            if (MustWarn(hits))
            {
                return Warned(hits);
            }

            var saved = await desk.CorrectAsync(Article.Id, Form.Version, Form.Edit(ArticleEdit.Of(Article, Article.Body!), site.Snapshot.Zone), Form.Notice ?? string.Empty, HttpContext.RequestAborted);
            await RecordAsync(saved.Id, hits);
            return Told(saved, say["已更正，读者看得到说明。", "Corrected; readers see the notice."]);
        });
    }

    /// <summary>Takes it down.</summary>
    /// <param name="id">The article's number.</param>
    public Task<IActionResult> OnPostWithdrawAsync(long? id) =>
        ActAsync(id, ArticleAct.Withdraw, (desk, article, version) => desk.WithdrawAsync(article, Form.Reason ?? string.Empty, version), say["已撤稿。", "Withdrawn."]);

    /// <summary>Sets or clears when it is taken down by itself.</summary>
    /// <param name="id">The article's number.</param>
    public Task<IActionResult> OnPostEndAsync(long? id) => ActAsync(
        id,
        ArticleAct.End,
        (desk, article, version) => desk.EndAsync(article, ArticleForm.Read("ends", Form.Ends, Article?.EndsUtc, site.Snapshot.Zone), version),
        string.IsNullOrWhiteSpace(Form.Ends) ? say["不再定时下线。", "It is not taken down by itself any more."] : say["已定下线时间。", "It will be taken down then."]);

    /// <summary>Brings it back.</summary>
    /// <param name="id">The article's number.</param>
    public Task<IActionResult> OnPostRestoreAsync(long? id) =>
        ActAsync(id, ArticleAct.Restore, (desk, article, version) => desk.RestoreAsync(article, version), say["已恢复。", "Restored."]);

    /// <summary>Gives it another address.</summary>
    /// <param name="id">The article's number.</param>
    public Task<IActionResult> OnPostMoveAsync(long? id) =>
        ActAsync(id, ArticleAct.Move, (desk, article, version) => desk.MoveAsync(article, Form.Slug ?? string.Empty, version), say["网址已改，旧网址会转到新的。", "Moved; the old address leads to the new one."]);

    /// <summary>Takes over the lock of somebody else.</summary>
    /// <param name="id">The article's number.</param>
    public async Task<IActionResult> OnPostTakeOverAsync(long? id)
    {
        if (!await LoadAsync(id) || Article is null)
        {
            return NotFound();
        }

        if (!May(ArticleAct.Save))
        {
            return Forbid();
        }

        await Locks.TakeOverAsync(Article.Id, HttpContext.RequestAborted);
        return Redirect($"/newsroom/articles/{Article.Id}");
    }

    private ArticleLocks Locks => new(store, clock, Staff.Name);

    private WordList Words => new(store, clock, Staff.Name);

    private ArticleDesk Desk => new(store, clock, site.Snapshot.Zone, Staff.Name);

    // What stands in the form is saved first, so that nobody publishes an older text than the one on the screen.
    private async Task<IActionResult> ActAsync(long? id, ArticleAct? act, Func<ArticleDesk, long, int, Task<SavedArticle>>? then, string told)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (Article is null ? !Staff.May(StaffAct.Write) : act is { } wanted && !May(wanted))
        {
            return Forbid();
        }

        return await TryAsync(async desk =>
        {
            var hits = act is ArticleAct.Publish or ArticleAct.Schedule or ArticleAct.Restore ? HitsNow() : [];
            if (MustWarn(hits))
            {
                return Warned(hits);
            }

            var saved = await SaveAsync(desk, act);
            if (saved is null)
            {
                return Forbid();
            }

            if (then is not null)
            {
                // A new article is nobody's until it is stored: only now can be told whether its section allows the act.
                if (Article is null && act is { } first && !(await LoadAsync(saved.Id) && May(first)))
                {
                    return Told(saved, say["已存为草稿。", "Saved as a draft."]);
                }

                saved = await then(desk, saved.Id, saved.Version);
                await RecordAsync(saved.Id, hits);
            }

            return Told(saved, told);
        });
    }

    // A request without the form's text asks for the act alone, on what is stored.
    private IReadOnlyList<WordHit> HitsNow() => Form.Body is null && Article is not null ? _words.Hits(ArticleEdit.Of(Article, Article.Body!)) : Form.Hits(_words);

    private bool MustWarn(IReadOnlyList<WordHit> hits) => hits.Count > 0 && Form.Overridden != ArticleForm.Named(hits);

    private Task RecordAsync(long id, IReadOnlyList<WordHit> hits) =>
        hits.Count == 0 ? Task.CompletedTask : Words.RecordOverrideAsync(id, Form.Headline ?? Article!.Headline, hits, HttpContext.RequestAborted);

    // Whoever presses a second time has seen the words, and that is put on record.
    private PageResult Warned(IReadOnlyList<WordHit> hits)
    {
        Form.Overridden = ArticleForm.Named(hits);
        Fault = say[$"还没有照办：文中有词表里的词（{ArticleForm.Named(hits)}）。改掉，或再按一次，照样办并记录在案。", $"Not done yet: the text has words of the list ({ArticleForm.Named(hits)}). Put them right, or press once more to go ahead all the same; that is kept on record."];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        if (Form.Body is null && Article is not null)
        {
            var overridden = Form.Overridden;
            Fill(BodyFormat.Markdown);
            Form.Overridden = overridden;
        }

        ModelState.Clear();
        return Shown();
    }

    private async Task<SavedArticle?> SaveAsync(ArticleDesk desk, ArticleAct? act)
    {
        var zone = site.Snapshot.Zone;
        if (Form.Body is not null)
        {
            RequireOwnSection();
        }

        if (Article is null)
        {
            return await desk.CreateAsync(Form.Edit(new ArticleEdit(), zone), HttpContext.RequestAborted);
        }

        if (!May(ArticleAct.Save))
        {
            return act is null ? null : AsItIs();
        }

        // A request without the form's text asks for the act alone.
        if (Form.Body is not null)
        {
            return await desk.SaveAsync(Article.Id, Form.Version, Form.Edit(ArticleEdit.Of(Article, Article.Body!), zone), HttpContext.RequestAborted);
        }

        return AsItIs();

        SavedArticle AsItIs() => new(Article.Id, Form.Version, Article.Status, Article.Path, false, []);
    }

    // Nobody files an article where they have no say, and sections are made by those who arrange the site.
    private void RequireOwnSection()
    {
        var chosen = Sections.FirstOrDefault(s => s.Name == Form.Section);
        if (chosen is null ? !string.IsNullOrEmpty(Form.Section) : chosen.Id != Article?.SectionId && Staff.Member.Role < StaffRole.ChiefEditor && !Staff.Member.Covers(chosen.Id))
        {
            throw new ArticleEditException("section", EditProblem.Unknown, "choose one of your sections");
        }
    }

    private async Task<IActionResult> TryAsync(Func<ArticleDesk, Task<IActionResult>> act)
    {
        try
        {
            var answer = await act(Desk);
            if (answer is RedirectResult && May(ArticleAct.Save) && Form.Figures.Count > 0
                && await new PictureFocus(store, clock, Staff.Name).SetAsync([.. Form.Figures.Where(f => f.Address.StartsWith('/')).Select(f => KeyValuePair.Create(f.Address, f.Focus()))], HttpContext.RequestAborted))
            {
                await site.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
            }

            return answer;
        }
        catch (ArticleEditException refused)
        {
            Fault = EditWords.Of(refused, say);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (EditConflictException conflict)
        {
            Conflict = conflict;
            Fault = say[
                $"{conflict.SavedBy ?? "别人"} 在您编辑时保存过这篇稿件。您写的还在下面，没有丢；对照之后再保存一次，就以您的为准。",
                $"{conflict.SavedBy ?? "Somebody"} saved this article while you were editing. What you wrote is below; compare, then save again to keep yours."];
            if (Form.MergedWith(conflict, site.Snapshot.Zone) is { } merged)
            {
                Form = merged;
                Fault = say[
                    $"{conflict.SavedBy ?? "别人"} 在您编辑时也保存过。两人改的不是同一处，下面已合在一起；看过再保存。",
                    $"{conflict.SavedBy ?? "Somebody"} saved this article too. You changed different things, which are put together below; look, then save."];
            }

            Form.Version = conflict.Version;
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        ModelState.Clear();
        await LoadAsync(Article?.Id);
        return Shown();
    }

    // What both ways of editing the text need: by fields below it, and in the page itself.
    private PageResult Shown()
    {
        try
        {
            RichHtml = EditableHtml.Of(Form.Body ?? string.Empty, Form.Format);
            Hits = Form.Hits(_words);
        }
        catch (ArticleEditException)
        {
            RichHtml = null;
        }

        Figures = Article is null ? [.. Form.Figures] : FigureForm.ListOf(Article, Form.Figures, _focus);
        return Page();
    }

    private RedirectResult Told(SavedArticle saved, string what)
    {
        Done = saved.MissingPictures.Count == 0 ? what
            : what + say[$" 正文里有 {saved.MissingPictures.Count} 张图片本站没有：", $" The text names {saved.MissingPictures.Count} pictures that the site does not have: "] + string.Join(", ", saved.MissingPictures);
        return Redirect($"/newsroom/articles/{saved.Id}");
    }

    private void Fill(BodyFormat format)
    {
        var edit = ArticleEdit.Of(Article!, Article!.Body!);
        Form = ArticleForm.Of(format == BodyFormat.Markdown ? edit.AsMarkdown() : edit, Article.Version, Article.Slug, site.Snapshot.Zone);
        Form.Ends = ArticleForm.Written(Article.EndsUtc, site.Snapshot.Zone);
    }

    private async Task<bool> LoadAsync(long? id)
    {
        var cancelled = HttpContext.RequestAborted;
        _words = await WordList.FinderAsync(db, cancelled);
        Sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(cancelled);
        if (id is not { } number)
        {
            return true;
        }

        Article = await db.Articles.AsNoTracking().WithEverything().FirstOrDefaultAsync(a => a.Id == number, cancelled);
        if (Article is null)
        {
            return false;
        }

        Origins = Article.Body!.Origins;
        Acts = await AuditTrail.ReadAsync(db, new AuditQuery(ArticleId: number), ActsShown, cancelled);
        Undescribed = Article.Pictures.Count(p => p.PictureId is not null && p.AltText is null && string.IsNullOrWhiteSpace(p.Caption));
        _focus = await PictureFocus.AllAsync(db, cancelled);
        Notes = await EditorialNotes.OfAsync(db, number, cancelled);
        Documents = await ArticleDocuments.OfAsync(db, Article, May(ArticleAct.Save), limits.DocumentBytes, cancelled);
        return true;
    }
}
