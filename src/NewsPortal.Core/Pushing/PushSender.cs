using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Pushing;

/// <summary>Tells one receiver what is due. Of several nodes one sends; a node that dies is followed by another after two minutes.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="post">Sends.</param>
/// <param name="receiver">The receiver.</param>
/// <param name="baseUrl">The site's address, without a trailing slash.</param>
public sealed class PushSender(NewsStore store, TimeProvider clock, PushPost post, PushReceiver receiver, string baseUrl)
{
    // Half a minute, a minute, two … six hours: about a day in all.
    private const int MostAttempts = 14;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    // A receiver that fails is left alone as a whole; one change that it always fails on must not hold up the others for long.
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    // Longer than any one request may take.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private int _failures;

    /// <summary>The name under which this one sends.</summary>
    public string Sender { get; } = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Notes the receiver where it is new; before anything is published that it is to be told.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task BeginAsync(CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateContext();
        await new PushIntake(db, receiver).BeginAsync(cancellationToken);
    }

    /// <summary>Queues what is new and sends what is due.</summary>
    /// <param name="cancellationToken">Gives up; what was under way is sent again.</param>
    /// <returns>How many deliveries were tried.</returns>
    public async Task<int> WorkAsync(CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateContext();
        if (!await LeadAsync(db, cancellationToken))
        {
            return 0;
        }

        await new PushIntake(db, receiver).FillAsync(baseUrl, clock.NowUtc(), cancellationToken);
        var tried = 0;
        while (await DueAsync(db, cancellationToken) is { Count: > 0 } due && await LeadAsync(db, cancellationToken))
        {
            var answer = await receiver.SendAsync(due, post, clock.NowUtc(), cancellationToken);
            await SettleAsync(db, due, answer, cancellationToken);
            tried += due.Count;
        }

        var before = clock.NowUtc() - Kept;
        await db.PushDeliveries.Where(d => d.Receiver == receiver.Name && d.State != PushState.Waiting && d.TriedUtc < before).ExecuteDeleteAsync(cancellationToken);
        return tried;
    }

    /// <summary>Lets another node go on at once.</summary>
    public async Task LeaveAsync()
    {
        await using var db = store.CreateContext();
        await db.PushProgress.Where(p => p.Receiver == receiver.Name && p.Sender == Sender)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Sender, string.Empty).SetProperty(p => p.SendsUntilUtc, DateTime.UnixEpoch));
    }

    private async Task<bool> LeadAsync(NewsDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        return await db.PushProgress.Where(p => p.Receiver == receiver.Name && (p.Sender == Sender || p.SendsUntilUtc < now))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Sender, Sender).SetProperty(p => p.SendsUntilUtc, now + Lease), cancellationToken) > 0;
    }

    // An article whose earlier change is not settled waits with the later one.
    private async Task<List<PushDelivery>> DueAsync(NewsDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        var pausedUntil = await db.PushProgress.AsNoTracking().Where(p => p.Receiver == receiver.Name).Select(p => p.PausedUntilUtc).FirstAsync(cancellationToken);
        if (pausedUntil > now)
        {
            return [];
        }

        var waiting = db.PushDeliveries.Where(d => d.Receiver == receiver.Name && d.State == PushState.Waiting);
        var due = waiting.Where(d => d.NextUtc <= now);
        if (!receiver.OncePerAddress)
        {
            due = due.Where(d => !waiting.Any(e => e.ArticleId == d.ArticleId && e.Id < d.Id));
        }

        // What failed before comes last.
        return await due.OrderBy(d => d.Attempts).ThenBy(d => d.Id).Take(receiver.MostAtOnce).ToListAsync(cancellationToken);
    }

    private async Task SettleAsync(NewsDbContext db, List<PushDelivery> due, PushAnswer answer, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        foreach (var delivery in due)
        {
            var (state, text) = answer.Apart.TryGetValue(delivery.Address, out var apart) ? apart : (answer.State, answer.Text);
            (delivery.Answer, delivery.TriedUtc) = (text, now);
            delivery.Attempts += answer.IsFull ? 0 : 1;
            delivery.State = state == PushState.Waiting && delivery.Attempts >= MostAttempts ? PushState.GivenUp : state;
            delivery.NextUtc = state == PushState.Waiting && !answer.IsFull ? now + PauseAfter(delivery.Attempts, LongestPause) : delivery.NextUtc;
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        var hasFailed = answer.State == PushState.Waiting && !answer.IsFull;
        _failures = hasFailed ? _failures + 1 : 0;
        if ((answer.PauseUntilUtc ?? (hasFailed ? now + PauseAfter(_failures, LongestRest) : null)) is { } until)
        {
            await db.PushProgress.Where(p => p.Receiver == receiver.Name)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.PausedUntilUtc, until.ToMilliseconds()), cancellationToken);
        }
    }

    private static TimeSpan PauseAfter(int failures, TimeSpan longest)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(failures, 20) - 1);
        return pause < longest ? pause : longest;
    }
}
