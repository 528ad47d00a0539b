using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Publishing;

/// <summary>
/// The one way in which people change articles. Every act is one transaction: the article, its earlier state, the record of
/// the act and, where readers see it, one row of the change ledger stand or fall together.
/// </summary>
/// <remarks>Where a version is given, the act is refused if the article was saved since; nobody publishes what he has not seen.</remarks>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="zone">The site's zone, for the day in addresses.</param>
/// <param name="actor">Who does it.</param>
public sealed class ArticleDesk(NewsStore store, TimeProvider clock, TimeZoneInfo zone, string actor)
{
    private const int LongestReason = 500;
    private const int LongestNotice = 1000;

    /// <summary>Begins an article as a draft.</summary>
    /// <param name="edit">What is written so far: a headline or a first sentence.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArticleEditException">A field cannot be stored.</exception>
    public async Task<SavedArticle> CreateAsync(ArticleEdit edit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var rendered = EditedText.Render(edit);
        await using var db = store.CreateContext();
        await using var edition = await Edition.BeginAsync(db, clock, actor, cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var article = new Article { CreatedUtc = edition.NowUtc, PublishedUtc = edition.NowUtc, PublishedAutomatic = true, SummaryAutomatic = true };
        var body = new ArticleBody();
        var writer = new EditWriter(db, article, body, edition.NowUtc);
        await writer.WriteAsync(edit, rendered, cancellationToken);
        body.Note("slug", FieldOrigin.By(DeskAct.FromHeadline));
        await AddressBook.GiveAsync(db, article, null, zone, cancellationToken);
        edition.Keep(article, body);
        edition.Record(article, ArticleAct.Create, null, [new FieldChange("status", null, nameof(ArticleStatus.Draft)), new FieldChange("headline", null, article.Headline)]);
        await edition.CommitAsync(cancellationToken: cancellationToken);
        return Saved(article, changed: true, writer.MissingPictures);
    }

    /// <summary>Saves an edit. Readers see it at once where the article is public.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="version">The version that the editor began from.</param>
    /// <param name="edit">All of its fields.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Unchanged, with nothing written, where the edit says what is stored.</returns>
    /// <exception cref="ArticleEditException">A field cannot be stored.</exception>
    /// <exception cref="EditConflictException">Someone saved it since.</exception>
    public Task<SavedArticle> SaveAsync(long id, int version, ArticleEdit edit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var rendered = EditedText.Render(edit);
        return ActAsync(
            ArticleAct.Save,
            id,
            version,
            null,
            async act =>
            {
                await act.Writer.WriteAsync(edit, rendered, cancellationToken);
                if (act.Article.Status is ArticleStatus.Scheduled or ArticleStatus.Published)
                {
                    RequireText(act);
                }

                act.FileContent();
            },
            cancellationToken);
    }

    /// <summary>Hands a draft to an editor.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SavedArticle> SubmitAsync(long id, int? version = null, CancellationToken cancellationToken = default) =>
        ActAsync(ArticleAct.Submit, id, version, null, act => Keep(act, () => act.Article.Submit(act.NowUtc), mustHaveText: true), cancellationToken);

    /// <summary>Hands an article in review back to its writer.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="reason">Why, for the writer; 1 to 500 characters.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SavedArticle> RejectAsync(long id, string reason, int? version = null, CancellationToken cancellationToken = default) =>
        ActAsync(ArticleAct.Reject, id, version, Said("reason", reason, LongestReason), act => Keep(act, () => act.Article.Reject(act.NowUtc)), cancellationToken);

    /// <summary>Publishes an article now.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SavedArticle> PublishAsync(long id, int? version = null, CancellationToken cancellationToken = default) => ActAsync(
        ArticleAct.Publish,
        id,
        version,
        null,
        act =>
        {
            RequireText(act);
            var article = act.Article;
            if (article.EmbargoUtc > act.NowUtc)
            {
                throw new ArticleEditException("embargo", EditProblem.Ahead, $"it may not appear before {article.EmbargoUtc:yyyy-MM-dd HH:mm} UTC; lift the embargo, or schedule it");
            }

            RequireEndAfter(article, act.NowUtc);
            if (article.PublishedAutomatic || article.PublishedUtc > act.NowUtc)
            {
                // What a file left open stays open: its source gave no date. What is written here is dated by this act.
                (article.PublishedUtc, article.PublishedDateOnly) = (act.NowUtc, false);
                article.PublishedAutomatic &= article.OriginalHash is not null;
            }

            act.Edition.Publish(article, act.Body);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Has an article published at a moment; called again it waits for the new one.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="moment">The moment, in UTC; it lies ahead.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SavedArticle> ScheduleAsync(long id, DateTime moment, int? version = null, CancellationToken cancellationToken = default) => ActAsync(
        ArticleAct.Schedule,
        id,
        version,
        null,
        act =>
        {
            var at = moment.ToMilliseconds();
            if (at <= act.NowUtc)
            {
                throw new ArticleEditException("published", EditProblem.Past, "the moment has passed; choose one ahead, or publish now");
            }

            RequireEndAfter(act.Article, at);
            new EditFields(act.Article, act.NowUtc).Published(at, dateOnly: false);
            return Keep(act, () => act.Article.Schedule(act.NowUtc), mustHaveText: true);
        },
        cancellationToken);

    /// <summary>Takes an article back from the schedule: it is a draft again.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SavedArticle> HoldBackAsync(long id, int? version = null, CancellationToken cancellationToken = default) =>
        ActAsync(ArticleAct.HoldBack, id, version, null, act => Keep(act, () => act.Article.HoldBack(act.NowUtc)), cancellationToken);

    /// <summary>Sets the moment before which an article may not appear, or lifts it.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="moment">The moment, in UTC; null lifts it.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SavedArticle> EmbargoAsync(long id, DateTime? moment, int? version = null, CancellationToken cancellationToken = default) => ActAsync(
        ArticleAct.Embargo,
        id,
        version,
        null,
        act => Keep(act, () => new EditFields(act.Article, act.NowUtc).Embargo(moment?.ToMilliseconds())),
        cancellationToken);

    /// <summary>Corrects an error of a public article: readers see the change and a dated notice.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="version">The version that the editor began from.</param>
    /// <param name="edit">All of its fields, put right.</param>
    /// <param name="notice">What was wrong, for readers; 1 to 1000 characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArticleEditException">A field cannot be stored, or the article is not public.</exception>
    /// <exception cref="EditConflictException">Someone saved it since.</exception>
    public Task<SavedArticle> CorrectAsync(long id, int version, ArticleEdit edit, string notice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var rendered = EditedText.Render(edit);
        var said = Said("notice", notice, LongestNotice);
        return ActAsync(
            ArticleAct.Correct,
            id,
            version,
            said,
            async act =>
            {
                await act.Writer.WriteAsync(edit, rendered, cancellationToken);
                RequireText(act);
                act.FileCorrection(said);
            },
            cancellationToken);
    }

    /// <summary>Takes a public article down: its address answers 410.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="reason">Why; kept on record. 1 to 500 characters.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SavedArticle> WithdrawAsync(long id, string reason, int? version = null, CancellationToken cancellationToken = default)
    {
        var said = Said("reason", reason, LongestReason);
        return ActAsync(
            ArticleAct.Withdraw,
            id,
            version,
            said,
            act =>
            {
                act.Edition.Withdraw(act.Article, act.Body, said);
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    /// <summary>Sets the moment at which an article is taken down by itself, or clears it.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="moment">The moment, in UTC; it lies ahead, and behind the moment of publication. Null clears it.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SavedArticle> EndAsync(long id, DateTime? moment, int? version = null, CancellationToken cancellationToken = default) => ActAsync(
        ArticleAct.End,
        id,
        version,
        null,
        act =>
        {
            var article = act.Article;
            article.EndsUtc = moment?.ToMilliseconds();
            RequireEndAfter(article, article.Status == ArticleStatus.Scheduled && article.DueUtc > act.NowUtc ? article.DueUtc : act.NowUtc);
            act.Edition.Keep(article, act.Body);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Brings a withdrawn article back, at its old address.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SavedArticle> RestoreAsync(long id, int? version = null, CancellationToken cancellationToken = default) => ActAsync(
        ArticleAct.Restore,
        id,
        version,
        null,
        act =>
        {
            RequireText(act);
            if (act.Article.EndsUtc <= act.NowUtc)
            {
                // It would be taken down again at once.
                act.Article.EndsUtc = null;
            }

            act.Edition.Restore(act.Article, act.Body);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Brings back what a revision says, as a new save. When the article appears stays as it is.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="revision">The revision's number; see <see cref="Revisions"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArticleEditException">There is no such revision.</exception>
    /// <exception cref="EditConflictException">Someone saved it since.</exception>
    public Task<SavedArticle> RestoreRevisionAsync(long id, int version, int revision, CancellationToken cancellationToken = default) => ActAsync(
        ArticleAct.RestoreRevision,
        id,
        version,
        $"revision {revision}",
        async act =>
        {
            var state = await Revisions.ReadAsync(act.Db, id, revision, cancellationToken)
                ?? throw new ArticleEditException("revision", EditProblem.Unknown, $"the article has no revision {revision}; choose one of its list");
            await act.Writer.RestoreAsync(state, cancellationToken);
            if (act.Article.Status is ArticleStatus.Scheduled or ArticleStatus.Published)
            {
                RequireText(act);
            }

            act.FileContent();
        },
        cancellationToken);

    /// <summary>Gives an article another address of the same day; one that readers know answers 301 for ever.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="slug">The last part of the address: letters, digits and hyphens, or words to be spelled so; at most 60 characters.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArticleEditException">The address is another article's, or was.</exception>
    public Task<SavedArticle> MoveAsync(long id, string slug, int? version = null, CancellationToken cancellationToken = default) => ActAsync(
        ArticleAct.Move,
        id,
        version,
        null,
        async act =>
        {
            var (article, old) = (act.Article, act.Article.Path);
            article.Slug = await FreeAsync(act, slug, cancellationToken);
            if (article.Path == old)
            {
                return;
            }

            act.Body.MarkEdited("slug", actor, act.NowUtc);
            if (article.Status != ArticleStatus.Published)
            {
                act.Edition.Keep(article, act.Body);
                return;
            }

            await LeaveAsync(act.Db, article, old, cancellationToken);
            act.Edition.Move(article, act.Body, old);
        },
        cancellationToken);

    private static async Task<string> FreeAsync(DeskAct act, string wanted, CancellationToken cancellationToken)
    {
        var slug = Pinyin.Slug(wanted ?? string.Empty);
        if (slug.Length is 0 or > 60)
        {
            throw new ArticleEditException("slug", slug.Length == 0 ? EditProblem.Missing : EditProblem.TooLong, "an address ends in 1 to 60 letters, digits and hyphens; write such a word");
        }

        var (article, path) = (act.Article, ArticleAddress.Of(act.Article.Day, slug));
        var isTaken = await act.Db.Articles.AnyAsync(a => a.Day == article.Day && a.Slug == slug && a.Id != article.Id, cancellationToken)
            || await AddressBook.IsAnothersAsync(act.Db, article, path, cancellationToken);
        return isTaken ? throw new ArticleEditException("slug", EditProblem.Taken, $"{path} is or was another article's address; choose another word") : slug;
    }

    private static async Task LeaveAsync(NewsDbContext db, Article article, string old, CancellationToken cancellationToken)
    {
        // Moved back to where it once was, it answers there itself.
        await db.OldAddresses.Where(a => a.Path == article.Path).ExecuteDeleteAsync(cancellationToken);
        if (await db.OldAddresses.FindAsync([old], cancellationToken) is { } known)
        {
            known.Article = article;
        }
        else
        {
            db.OldAddresses.Add(new OldAddress { Path = old, Article = article });
        }
    }

    private static Task Keep(DeskAct act, Action change, bool mustHaveText = false)
    {
        if (mustHaveText)
        {
            RequireText(act);
        }

        change();
        act.Edition.Keep(act.Article, act.Body);
        return Task.CompletedTask;
    }

    private static void RequireText(DeskAct act)
    {
        if (string.IsNullOrWhiteSpace(act.Body.Text) && !act.Article.Pictures.Exists(p => p.Picture is not null))
        {
            throw new ArticleEditException("body", EditProblem.Missing, "the text is empty; write at least one paragraph first");
        }
    }

    private static void RequireEndAfter(Article article, DateTime moment)
    {
        if (article.EndsUtc <= moment)
        {
            throw new ArticleEditException("ends", EditProblem.Past, "the moment at which it is taken down must lie ahead, and behind its publication; choose a later one, or clear it");
        }
    }

    private static string Said(string field, string words, int longest)
    {
        var clean = EditFields.Line(field, words, null, longest);
        return clean ?? throw new ArticleEditException(field, EditProblem.Missing, "it is empty; say in a sentence why, it is kept on record");
    }

    private static SavedArticle Saved(Article article, bool changed, IReadOnlyList<string> missing) =>
        new(article.Id, article.Version, article.Status, article.Path, changed, missing);

    private async Task<SavedArticle> ActAsync(
        ArticleAct act, long id, int? version, string? reason, Func<DeskAct, Task> change, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var edition = await Edition.BeginAsync(db, clock, actor, cancellationToken);

        // Read under the lock that every writer takes: what is seen here is what is changed.
        await ChangeLedger.LockAsync(db, cancellationToken);
        var article = await db.Articles.WithEverything().SingleOrDefaultAsync(a => a.Id == id, cancellationToken)
            ?? throw new ArticleEditException("id", EditProblem.Unknown, $"there is no article {id}; it may have been removed");
        if (version is { } seen && seen != article.Version)
        {
            throw await ConflictAsync(db, article, seen, cancellationToken);
        }

        if (!ArticleActs.May(article.Status, act))
        {
            var states = string.Join(" or ", ArticleActs.StatesFor(act));
            throw new ArticleEditException("status", EditProblem.NotPossible, $"the article is {article.Status}; {act} is possible where it is {states}. Load the page again");
        }

        var under = new DeskAct(db, edition, article, actor, zone);
        await change(under);
        if (act is not ArticleAct.Correct && under.IsUnchanged)
        {
            return Saved(article, changed: false, under.Writer.MissingPictures);
        }

        await under.RecordAsync(act, reason, cancellationToken);
        await edition.CommitAsync(cancellationToken: cancellationToken);
        return Saved(article, changed: true, under.Writer.MissingPictures);
    }

    private static async Task<EditConflictException> ConflictAsync(NewsDbContext db, Article article, int seen, CancellationToken cancellationToken)
    {
        var began = await Revisions.AtVersionAsync(db, article.Id, seen, cancellationToken);
        var acts = await db.AuditEntries.Where(e => e.ArticleId == article.Id).OrderByDescending(e => e.Id).Take(1).Select(e => new { e.AtUtc, e.Actor }).ToListAsync(cancellationToken);
        acts.AddRange(await db.Revisions.Where(r => r.ArticleId == article.Id).OrderByDescending(r => r.Number).Take(1).Select(r => new { r.AtUtc, r.Actor }).ToListAsync(cancellationToken));
        acts.AddRange(await db.Changes.Where(c => c.ArticleId == article.Id).OrderByDescending(c => c.Sequence).Take(1).Select(c => new { c.AtUtc, c.Actor }).ToListAsync(cancellationToken));
        return new EditConflictException(
            ArticleEdit.Of(article, article.Body!), article.Version, began is null ? null : ArticleEdit.Of(began), acts.MaxBy(a => a.AtUtc)?.Actor, article.UpdatedUtc);
    }
}
