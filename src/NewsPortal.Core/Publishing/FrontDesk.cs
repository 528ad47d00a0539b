using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>What editors do to the front page and to what is read most: the lead, pins with an end, exclusions.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who does it.</param>
public sealed class FrontDesk(NewsStore store, TimeProvider clock, string actor)
{
    /// <summary>Puts an article on the front page, behind what was pinned before, or moves its end.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="isLead">It is the lead; the one that was is pinned no more.</param>
    /// <param name="untilUtc">When it ends by itself; null for never.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FrontException">It is not public, the end has passed, or every place is taken.</exception>
    public Task PinAsync(long article, bool isLead, DateTime? untilUtc, CancellationToken cancellationToken = default) => ActAsync(
        article,
        isLead ? "front.lead" : "front.pin",
        async (db, now) =>
        {
            if (untilUtc <= now)
            {
                throw new FrontException(FrontProblem.Past, "The end has passed; choose a moment ahead.");
            }

            var pins = await db.FrontPins.OrderBy(p => p.Position).ToListAsync(cancellationToken);
            var pin = pins.Find(p => p.ArticleId == article);
            if (!isLead && pin is not { IsLead: false } && await Shown(db).CountAsync(cancellationToken) >= FrontPage.MostPins)
            {
                throw new FrontException(FrontProblem.Full, $"The front page has {FrontPage.MostPins} pins; take one away first.");
            }

            if (isLead && pins.Find(p => p.IsLead && p != pin) is { } former)
            {
                db.FrontPins.Remove(former);
            }

            if (pin is null)
            {
                db.FrontPins.Add(pin = new FrontPin { ArticleId = article, Position = pins.Select(p => p.Position + 1).DefaultIfEmpty().Max() });
            }

            (pin.IsLead, pin.UntilUtc) = (isLead, untilUtc?.ToMilliseconds());
            return pin.UntilUtc is { } until ? [new FieldChange("until", null, until.ToString("O"))] : [];
        },
        cancellationToken);

    /// <summary>Takes an article from its place on the front page.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task UnpinAsync(long article, CancellationToken cancellationToken = default) => ActAsync(
        article,
        "front.unpin",
        async (db, _) => await db.FrontPins.Where(p => p.ArticleId == article).ExecuteDeleteAsync(cancellationToken) > 0 ? [] : null,
        cancellationToken,
        takesAway: true);

    /// <summary>Moves a pin one place up or down.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="up">Towards the head of the page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ShiftAsync(long article, bool up, CancellationToken cancellationToken = default) => ActAsync(
        article,
        "front.order",
        async (db, _) =>
        {
            var pins = await Shown(db).OrderBy(p => p.Position).ToListAsync(cancellationToken);
            var at = pins.FindIndex(p => p.ArticleId == article);
            var to = at + (up ? -1 : 1);
            if (at < 0 || to < 0 || to >= pins.Count)
            {
                return null;
            }

            (pins[at], pins[to]) = (pins[to], pins[at]);
            for (var i = 0; i < pins.Count; i++)
            {
                pins[i].Position = i;
            }

            return [new FieldChange("place", $"{at + 1}", $"{to + 1}")];
        },
        cancellationToken);

    /// <summary>Keeps an article out of what is read most, at once.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FrontException">It is not public.</exception>
    public Task ExcludeFromHotAsync(long article, CancellationToken cancellationToken = default) => ActAsync(
        article,
        "hot.exclude",
        async (db, now) =>
        {
            if (await db.HotExclusions.AnyAsync(e => e.ArticleId == article, cancellationToken))
            {
                return null;
            }

            db.HotExclusions.Add(new HotExclusion { ArticleId = article, AtUtc = now });
            await db.HotEntries.Where(e => e.ArticleId == article).ExecuteDeleteAsync(cancellationToken);
            return [];
        },
        cancellationToken);

    /// <summary>Lets an article be among what is read most again, from the next list on.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task AllowInHotAsync(long article, CancellationToken cancellationToken = default) => ActAsync(
        article,
        "hot.allow",
        async (db, _) => await db.HotExclusions.Where(e => e.ArticleId == article).ExecuteDeleteAsync(cancellationToken) > 0 ? [] : null,
        cancellationToken,
        takesAway: true);

    /// <summary>Takes away pins whose end has come, in the transaction of the clock's event.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="nowUtc">The moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task EndDueAsync(NewsDbContext db, DateTime nowUtc, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.FrontPins.Where(p => p.UntilUtc != null && p.UntilUtc <= nowUtc).ExecuteDeleteAsync(cancellationToken);
    }

    // A withdrawn article keeps its pin for the day it comes back, and takes nobody's place meanwhile.
    private static IQueryable<FrontPin> Shown(NewsDbContext db) => db.FrontPins.Where(p => !p.IsLead && db.Articles.Visible().Any(a => a.Id == p.ArticleId));

    // What was decided of an article can be taken back whether readers see it or not.
    private async Task ActAsync(
        long id, string act, Func<NewsDbContext, DateTime, Task<IReadOnlyCollection<FieldChange>?>> change, CancellationToken cancellationToken, bool takesAway = false)
    {
        await using var db = store.CreateContext();
        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var now = clock.NowUtc();
        var article = await (takesAway ? db.Articles : db.Articles.Visible()).AsNoTracking().Where(a => a.Id == id).Select(a => new { a.Headline }).FirstOrDefaultAsync(cancellationToken)
            ?? throw new FrontException(FrontProblem.NotPublic, $"There is no public article {id}.");
        if (await change(db, now) is not { } changes)
        {
            return;
        }

        AuditTrail.Add(db, new AuditEntry { AtUtc = now, Actor = actor, Act = act, ArticleId = id, Subject = article.Headline }, changes);
        await db.SaveChangesAsync(cancellationToken);
        await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Site, AtUtc = now, Actor = actor, Detail = $"{act} {id}" }], [], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>An editor asked something of the front page that cannot be; the message says what.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="message">What, for the operator.</param>
public sealed class FrontException(FrontProblem problem, string message) : Exception(message)
{
    /// <summary>What is wrong.</summary>
    public FrontProblem Problem { get; } = problem;
}

/// <summary>Why the front page cannot be arranged so.</summary>
public enum FrontProblem
{
    /// <summary>Readers do not see the article.</summary>
    NotPublic,

    /// <summary>The end lies behind us.</summary>
    Past,

    /// <summary>Every place has its pin.</summary>
    Full,
}
