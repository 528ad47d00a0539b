using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>Computes the related lists that a bulk left for later, when all of its articles are there.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
public sealed class RelatedBacklog(NewsStore store, TimeProvider clock)
{
    // From this share of the archive on, reading all terms once is quicker than asking for those of each article.
    private const int LargeShare = 4;

    // What the graph of stories knows of more reports than this is forgotten, and read again where it is needed.
    private const int MostReportsKnown = 50_000;

    private const int StoriesAtOnce = 400;
    private const int MarkedAtOnce = 1000;

    /// <summary>Works the backlog off; what a crash left is found again, because an article waits until everything is committed.</summary>
    /// <param name="progress">Told how many are done, of how many.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    public async Task WorkOffAsync(Action<int, int>? progress = null, CancellationToken cancellationToken = default)
    {
        using var connection = store.OpenBulk();
        await using var db = connection.CreateContext();
        var due = await db.Articles.Where(a => a.RelatedDue).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        var (total, done) = (due.Count * 4, 0);
        progress?.Invoke(0, total);
        await using var transactions = new BulkTransactions(connection, clock);
        var turns = new Turns(db, transactions, clock);
        await turns.WriteAsync(() => TermStatistics.RecountAsync(db, cancellationToken), cancellationToken);
        await turns.InTurnsAsync(due, ids => StoreTermsAsync(db, turns.Memory, ids, cancellationToken), Tell, cancellationToken);

        // All terms are there now, so what belongs to the waiting comes out whole by itself: only older articles are entered.
        var waiting = due.ToHashSet();
        turns.Memory.Forget();
        await turns.RememberAsync(cancellationToken);
        if (db.Database.IsSqlite() && (long)due.Count * LargeShare >= await TermStatistics.ArticlesAsync(db, cancellationToken))
        {
            turns.Memory.Heads.ReadAll(db, Postings.MostWalkedOfStrong);
        }

        await turns.InTurnsAsync(due, ids => PlaceAsync(db, turns.Memory, ids, id => !waiting.Contains(id), cancellationToken), Tell, cancellationToken);
        await turns.InTurnsAsync(due, ids => UpdateListsAsync(db, turns.Memory, ids, id => !waiting.Contains(id), cancellationToken), Tell, cancellationToken);
        turns.Memory.Forget();

        // Stories are read off the lists, so they come when all lists are there.
        var stories = new HashSet<long>();
        await turns.InTurnsAsync(due, ids => MoveAsync(db, turns, ids, stories, cancellationToken), Tell, cancellationToken);
        foreach (var some in stories.Order().Chunk(StoriesAtOnce))
        {
            await turns.WriteAsync(() => RefreshStoriesAsync(db, some, cancellationToken), cancellationToken);
        }

        foreach (var some in due.Chunk(MarkedAtOnce))
        {
            await turns.WriteAsync(
                () => db.Articles.Where(a => EF.Parameter(some).Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.RelatedDue, false), cancellationToken), cancellationToken);
        }

        void Tell(int written) => progress?.Invoke(done += written, total);
    }

    private static async Task StoreTermsAsync(NewsDbContext db, RelatedMemory memory, long[] ids, CancellationToken cancellationToken)
    {
        var articles = await db.Articles.AsNoTracking().VisibleAmong(ids).Where(a => a.RelatedDue)
            .Select(a => new { a.Id, a.Headline, a.Body!.Text }).ToListAsync(cancellationToken);
        await RelatedNews.StoreTermsAsync(
            db, articles.ToDictionary(a => a.Id, a => TermFrequencies.Of(a.Headline, a.Text)), memory, cancellationToken);

        // An edition has placed its articles already; those of a store that knew no such groups come here.
        var placed = await db.ReportMarks.Where(m => EF.Parameter(ids).Contains(m.ArticleId)).Select(m => m.ArticleId).Distinct().ToHashSetAsync(cancellationToken);
        await ReportGroups.PlaceAsync(db, articles.Where(a => !placed.Contains(a.Id)).ToDictionary(a => a.Id, a => a.Text), cancellationToken);
    }

    private static async Task PlaceAsync(NewsDbContext db, RelatedMemory memory, long[] ids, Predicate<long> enters, CancellationToken cancellationToken)
    {
        var related = new RelatedNews(db, memory);
        foreach (var id in await DueAsync(db, ids, cancellationToken))
        {
            await related.PlaceAsync(id, enters, cancellationToken);
        }
    }

    private async Task UpdateListsAsync(NewsDbContext db, RelatedMemory memory, long[] ids, Predicate<long> enters, CancellationToken cancellationToken)
    {
        var related = new RelatedNews(db, memory);
        foreach (var id in await DueAsync(db, ids, cancellationToken))
        {
            await related.ListAsync(id, enters, cancellationToken);
        }

        await AppendAsync(db, related.Changed, "related lists", cancellationToken);
    }

    private async Task MoveAsync(NewsDbContext db, Turns turns, long[] ids, HashSet<long> stories, CancellationToken cancellationToken)
    {
        if (turns.Stories.Known > MostReportsKnown)
        {
            turns.ForgetStories();
        }

        var shown = await RunInvalidation.AnyIsKeptAsync(db, cancellationToken) ? new HashSet<long>() : null;
        await turns.Stories.MoveAsync(await DueAsync(db, ids, cancellationToken), [], stories, shown, cancellationToken);
        await AppendAsync(db, shown ?? [], "stories", cancellationToken);
    }

    private async Task RefreshStoriesAsync(NewsDbContext db, long[] stories, CancellationToken cancellationToken)
    {
        var shown = await StoryRows.RefreshAsync(db, stories, cancellationToken);
        if (shown.Count > 0)
        {
            await AppendAsync(db, shown, "stories", cancellationToken);
        }
    }

    // Asked again under the lock: another process may have withdrawn one, or done the work.
    private static Task<List<long>> DueAsync(NewsDbContext db, long[] ids, CancellationToken cancellationToken) =>
        db.Articles.VisibleAmong(ids).Where(a => a.RelatedDue).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);

    // Readers' pages follow the ledger: a list that changed after its article was published is a change of its own.
    private async Task AppendAsync(NewsDbContext db, IReadOnlyCollection<long> shown, string what, CancellationToken cancellationToken)
    {
        var pages = await RunInvalidation.ApplyAsync(db, [], shown, cancellationToken);
        await ChangeLedger.AppendAsync(
            db, [new Change { Kind = ChangeKind.Site, AtUtc = clock.NowUtc(), Actor = "related", Detail = what }], pages, cancellationToken);
    }

    // The transactions of one backlog, and what they remember from one to the next.
    private sealed class Turns(NewsDbContext db, BulkTransactions transactions, TimeProvider clock)
    {
        private readonly SoleWriter _alone = new(db);

        public RelatedMemory Memory { get; } = RelatedMemory.OfBulk();

        public StoryClusters Stories { get; private set; } = new(db);

        public void ForgetStories() => Stories = new StoryClusters(db);

        public async Task RememberAsync(CancellationToken cancellationToken)
        {
            if (!await _alone.IsStillAloneAsync(cancellationToken))
            {
                Memory.Forget();
                ForgetStories();
            }
        }

        public async Task InTurnsAsync(List<long> due, Func<long[], Task> write, Action<int> written, CancellationToken cancellationToken)
        {
            var pace = BulkTransactions.Pace(clock);
            for (var from = 0; from < due.Count;)
            {
                var ids = due.Slice(from, Math.Min(pace.Size, due.Count - from)).ToArray();
                await pace.MeasureAsync(() => WriteWithinAsync(() => write(ids), cancellationToken));
                if (transactions.IsOver)
                {
                    await CommitAsync(cancellationToken);
                }

                written(ids.Length);
                from += ids.Length;
            }

            await CommitAsync(cancellationToken);
        }

        public async Task WriteAsync(Func<Task> write, CancellationToken cancellationToken)
        {
            await WriteWithinAsync(write, cancellationToken);
            await CommitAsync(cancellationToken);
        }

        private async Task<bool> WriteWithinAsync(Func<Task> write, CancellationToken cancellationToken)
        {
            await transactions.JoinAsync(db, cancellationToken);
            await ChangeLedger.LockAsync(db, cancellationToken);
            await RememberAsync(cancellationToken);
            await write();
            db.ChangeTracker.Clear();
            return true;
        }

        private async Task CommitAsync(CancellationToken cancellationToken)
        {
            await transactions.CommitAsync(cancellationToken);
            await db.Database.UseTransactionAsync(null, cancellationToken);
            await BulkPace.PauseAsync(cancellationToken);
        }
    }
}
