using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>
/// Reports as things happen: begins, ends and resumes an article's live report, and writes its entries. Where readers see the
/// article, each act is a revision of it: one row of the ledger, and page, search and feeds follow in the same transaction.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who does it.</param>
public sealed class LiveDesk(NewsStore store, TimeProvider clock, string actor)
{
    /// <summary>Entries of one report; all of them stand on its page.</summary>
    public const int MostUpdates = 2000;

    // A form that is sent twice comes within seconds; nobody says the same thing again so soon on purpose.
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(5);

    /// <summary>Begins a live report, or goes on with one that had ended.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it goes on already.</returns>
    /// <exception cref="ArticleEditException">There is no such article.</exception>
    public Task<bool> StartAsync(long article, CancellationToken cancellationToken = default) => ActAsync(
        article,
        its => its.LiveFromUtc is null ? AuditActs.LiveStarted : AuditActs.LiveResumed,
        (its, now) =>
        {
            if (its.IsLive)
            {
                return null;
            }

            (its.LiveFromUtc, its.LiveEndedUtc) = (its.LiveFromUtc ?? now, null);
            return [];
        },
        cancellationToken);

    /// <summary>Ends a live report. One without an entry was none: the article is an ordinary one again.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where none goes on.</returns>
    /// <exception cref="ArticleEditException">There is no such article.</exception>
    public Task<bool> EndAsync(long article, CancellationToken cancellationToken = default) => ActAsync(
        article,
        _ => AuditActs.LiveEnded,
        (its, now) =>
        {
            if (!its.IsLive)
            {
                return null;
            }

            (its.LiveFromUtc, its.LiveEndedUtc) = its.LiveUpdates.Count == 0 ? default((DateTime?, DateTime?)) : (its.LiveFromUtc, now);
            return [];
        },
        cancellationToken);

    /// <summary>Adds an entry. The same entry sent again within minutes is the one that is there.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entry's number.</returns>
    /// <exception cref="ArticleEditException">It is empty or too long, or no report goes on.</exception>
    public async Task<long> AddAsync(long article, LiveEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var words = entry.Render();
        LiveUpdate? update = null;
        await ActAsync(
            article,
            _ => AuditActs.LiveAdded,
            (its, now) =>
            {
                Require(its.IsLive, EditProblem.NotPossible, "the report has not begun, or has ended; begin it, or go on with it, first");
                update = its.LiveUpdates.Find(u => u.AtUtc > now - Twice && u.Author == actor && LiveEntry.Words.Of(u) == words);
                if (update is not null)
                {
                    return null;
                }

                Require(its.LiveUpdates.Count < MostUpdates, EditProblem.TooLong, $"a report has at most {MostUpdates} entries; end it, and begin another article");
                update = new LiveUpdate { AtUtc = now, Author = actor };
                words.WriteTo(update);
                its.LiveUpdates.Add(update);
                return [new FieldChange("update", null, words.Said)];
            },
            cancellationToken);
        return update!.Id;
    }

    /// <summary>Changes an entry; it keeps its moment and its place.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="update">The entry's number.</param>
    /// <param name="seenUtc">The entry's last moment that was seen: <see cref="LiveUpdate.LastUtc"/>.</param>
    /// <param name="entry">All of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it says the same already.</returns>
    /// <exception cref="ArticleEditException">It is empty or too long, it is gone, or somebody changed it since.</exception>
    public Task<bool> ChangeAsync(long article, long update, DateTime seenUtc, LiveEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var words = entry.Render();
        return ActAsync(
            article,
            _ => AuditActs.LiveChanged,
            (its, now) =>
            {
                var stored = Found(its, update);
                var before = LiveEntry.Words.Of(stored);
                if (before == words)
                {
                    return null;
                }

                Require(stored.LastUtc == seenUtc, EditProblem.Overtaken, "somebody changed this entry since you opened it; look at it in another tab, then save again");
                words.WriteTo(stored);
                if (before.Said != words.Said || before.Html != words.Html)
                {
                    stored.ChangedUtc = now;
                }

                return [new FieldChange("update", before.Said, words.Said), new FieldChange("key", $"{before.IsKey}", $"{words.IsKey}")];
            },
            cancellationToken);
    }

    /// <summary>Puts an entry among the key moments, or takes it out; its words stay, and are not called changed.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="update">The entry's number.</param>
    /// <param name="isKey">It is one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it stands so already.</returns>
    /// <exception cref="ArticleEditException">It is gone.</exception>
    public Task<bool> MarkAsync(long article, long update, bool isKey, CancellationToken cancellationToken = default) => ActAsync(
        article,
        _ => AuditActs.LiveMarked,
        (its, _) =>
        {
            var stored = Found(its, update);
            if (stored.IsKey == isKey)
            {
                return null;
            }

            stored.IsKey = isKey;
            return [new FieldChange("key", $"{!isKey}", $"{isKey}")];
        },
        cancellationToken);

    /// <summary>Removes an entry; the record keeps what it said.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="update">The entry's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it is gone already.</returns>
    /// <exception cref="ArticleEditException">There is no such article.</exception>
    public Task<bool> RemoveAsync(long article, long update, CancellationToken cancellationToken = default) => ActAsync(
        article,
        _ => AuditActs.LiveRemoved,
        (its, _) =>
        {
            if (its.LiveUpdates.Find(u => u.Id == update) is not { } stored)
            {
                return null;
            }

            its.LiveUpdates.Remove(stored);
            return [new FieldChange("update", LiveEntry.Words.Of(stored).Said, null)];
        },
        cancellationToken);

    private static LiveUpdate Found(Article article, long update) => article.LiveUpdates.Find(u => u.Id == update)
        ?? throw new ArticleEditException("update", EditProblem.Unknown, "somebody has removed this entry");

    private static void Require(bool holds, EditProblem problem, string message)
    {
        if (!holds)
        {
            throw new ArticleEditException("update", problem, message);
        }
    }

    private async Task<bool> ActAsync(
        long id, Func<Article, string> name, Func<Article, DateTime, IReadOnlyCollection<FieldChange>?> change, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var edition = await Edition.BeginAsync(db, clock, actor, cancellationToken);

        // Read under the lock that every writer takes: two reporters who add at once are both heard.
        await ChangeLedger.LockAsync(db, cancellationToken);
        var article = await db.Articles.WithEverything().SingleOrDefaultAsync(a => a.Id == id, cancellationToken)
            ?? throw new ArticleEditException("id", EditProblem.Unknown, $"there is no article {id}; it may have been removed");
        var (body, now) = (article.Body!, edition.NowUtc);
        var (act, terms) = (name(article), TermFrequencies.Of(article.Headline, body.Text));
        if (change(article, now) is not { } changes)
        {
            return false;
        }

        if (article.Status == ArticleStatus.Published)
        {
            edition.Revise(article, body, terms);
            body.MarkEdited("revised", actor, now);
        }
        else
        {
            edition.Keep(article, body);
        }

        edition.Record(article, act, changes);
        await edition.CommitAsync(cancellationToken: cancellationToken);
        return true;
    }
}
