using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>What editors do to an article's related list: pin, exclude, leave to the computation again.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who does it.</param>
public sealed class RelatedDesk(NewsStore store, TimeProvider clock, string actor)
{
    /// <summary>Puts an article at the head of another's list, behind what was pinned before.</summary>
    /// <param name="article">Whose list.</param>
    /// <param name="related">What stands there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RelatedChoiceException">One is not public, both are one report, or the list is full of pins.</exception>
    public Task PinAsync(long article, long related, CancellationToken cancellationToken = default) =>
        DecideAsync(article, related, isPinned: true, cancellationToken);

    /// <summary>Keeps an article, and every reprint of it, out of another's list; the other way round nothing changes.</summary>
    /// <param name="article">Whose list.</param>
    /// <param name="related">What never stands there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RelatedChoiceException">One is not public, or both are one report.</exception>
    public Task ExcludeAsync(long article, long related, CancellationToken cancellationToken = default) =>
        DecideAsync(article, related, isPinned: false, cancellationToken);

    /// <summary>Takes a pin or an exclusion back.</summary>
    /// <param name="article">Whose list.</param>
    /// <param name="related">What was pinned or excluded.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RelatedChoiceException">Nothing was decided about the two.</exception>
    public Task ReleaseAsync(long article, long related, CancellationToken cancellationToken = default) => ChangeAsync(
        article,
        async db =>
        {
            if (await db.RelatedChoices.Where(c => c.ArticleId == article && c.RelatedId == related).ExecuteDeleteAsync(cancellationToken) == 0)
            {
                throw new RelatedChoiceException($"Article {related} is neither pinned to article {article} nor excluded there.");
            }
        },
        "related.release",
        $"related {related} of article {article} left to the computation",
        cancellationToken);

    private Task DecideAsync(long article, long related, bool isPinned, CancellationToken cancellationToken) => ChangeAsync(
        article,
        async db =>
        {
            var reports = await db.Articles.AsNoTracking().Visible().Where(a => a.Id == article || a.Id == related)
                .ToDictionaryAsync(a => a.Id, a => a.ReportId, cancellationToken);
            if (Array.Find([article, related], a => !reports.ContainsKey(a)) is var missing and not 0)
            {
                throw new RelatedChoiceException($"There is no public article {missing}.");
            }

            if (reports[article] == reports[related])
            {
                throw new RelatedChoiceException($"Articles {article} and {related} are the same report; the page names both anyway.");
            }

            var choices = await db.RelatedChoices.Where(c => c.ArticleId == article).ToListAsync(cancellationToken);
            if (isPinned && choices.Count(c => c.IsPinned && c.RelatedId != related) >= RelatedNews.ListLength)
            {
                throw new RelatedChoiceException($"Article {article} has {RelatedNews.ListLength} pins already; release one first.");
            }

            var choice = choices.Find(c => c.RelatedId == related);
            if (choice is null)
            {
                choice = new RelatedChoice { ArticleId = article, RelatedId = related };
                db.RelatedChoices.Add(choice);
            }

            (choice.IsPinned, choice.AtUtc) = (isPinned, clock.NowUtc());
            await db.SaveChangesAsync(cancellationToken);
        },
        isPinned ? "related.pin" : "related.exclude",
        $"related {related} {(isPinned ? "pinned to" : "excluded from")} article {article}",
        cancellationToken);

    private async Task ChangeAsync(long article, Func<NewsDbContext, Task> change, string act, string detail, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        await change(db);
        AuditTrail.Add(db, new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = act, ArticleId = article, Subject = detail }, []);
        await db.SaveChangesAsync(cancellationToken);
        var related = new RelatedNews(db);
        await related.ListAsync(article, _ => false, cancellationToken);
        var pages = await RunInvalidation.ApplyAsync(db, [], [article, .. related.Changed], cancellationToken);
        await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Site, AtUtc = clock.NowUtc(), Actor = actor, Detail = detail }], pages, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>An editor asked something of a related list that cannot be; the message says what.</summary>
/// <param name="message">What, for the editor.</param>
public sealed class RelatedChoiceException(string message) : Exception(message);
