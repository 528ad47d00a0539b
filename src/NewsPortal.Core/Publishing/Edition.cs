using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>
/// One transaction of the only writer: articles change, the ledger grows, search, related lists and kept runs follow; all
/// of it is committed together or none of it.
/// </summary>
public sealed class Edition : IAsyncDisposable
{
    private readonly NewsDbContext _db;
    private readonly TimeProvider _clock;
    private readonly IDbContextTransaction? _transaction;
    private readonly string _actor;
    private readonly WriterQueue? _turn;
    private readonly List<Entry> _entries = [];
    private readonly List<string> _told = [];
    private readonly List<StateBefore> _before = [];
    private readonly List<(Article Article, AuditEntry Entry, IReadOnlyCollection<FieldChange> Changes)> _record = [];

    private Edition(NewsDbContext db, TimeProvider clock, WriterQueue? turn, IDbContextTransaction? transaction, string actor)
    {
        _turn = turn;
        _db = db;
        _clock = clock;
        _transaction = transaction;
        _actor = actor;
    }

    /// <summary>Begins one.</summary>
    /// <param name="db">The store; nothing else may be pending in it.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="actor">Who asks: a user, <c>import</c>, <c>clock</c>, <c>operator</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Edition> BeginAsync(
        NewsDbContext db, TimeProvider clock, string actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        using var announced = WaitingWriters.Announce(db);
        var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        try
        {
            return new Edition(db, clock, turn, await db.Database.BeginTransactionAsync(cancellationToken), actor);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Begins one within a transaction of a bulk, which the bulk commits.</summary>
    /// <param name="db">The store, in the bulk's transaction; nothing else may be pending in it.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="actor">Who asks.</param>
    internal static Edition Within(NewsDbContext db, TimeProvider clock, string actor) => new(db, clock, turn: null, transaction: null, actor);

    /// <summary>The moment of this edition's acts.</summary>
    public DateTime NowUtc => field == default ? field = _clock.NowUtc() : field;

    /// <summary>Number of articles changed so far.</summary>
    public int Count => _entries.Count;

    /// <summary>Makes an article public, or has it wait where its moment has not come.</summary>
    /// <param name="article">A new article or a draft, with section, source, tags, authors and pictures.</param>
    /// <param name="body">Its body.</param>
    public void Publish(Article article, ArticleBody body)
    {
        ArgumentNullException.ThrowIfNull(article);
        Track(article, body);
        if (article.DueUtc > NowUtc)
        {
            article.Schedule(NowUtc);
            _entries.Add(new Entry(article, body, null));
            return;
        }

        article.Publish(NowUtc);
        _entries.Add(new Entry(article, body, ChangeKind.Published));
    }

    /// <summary>Keeps an article that is not public: a draft, or a change to one.</summary>
    /// <param name="article">The article.</param>
    /// <param name="body">Its body.</param>
    public void Keep(Article article, ArticleBody body)
    {
        Track(article, body);
        _entries.Add(new Entry(article, body, null));
    }

    /// <summary>Notes that a public article's content has changed.</summary>
    /// <param name="article">The article as it is now.</param>
    /// <param name="body">Its body as it is now.</param>
    /// <param name="before">Its terms as they were, to be counted out.</param>
    public void Revise(Article article, ArticleBody body, TermFrequencies before)
    {
        ArgumentNullException.ThrowIfNull(article);
        article.Revise(NowUtc);
        Track(article, body);
        _entries.Add(new Entry(article, body, ChangeKind.Revised, before));
    }

    /// <summary>Notes that an error of a public article was corrected.</summary>
    /// <param name="article">The article as it is now.</param>
    /// <param name="body">Its body as it is now.</param>
    /// <param name="before">Its terms as they were, to be counted out.</param>
    /// <param name="notice">What was wrong, for its readers.</param>
    public void Correct(Article article, ArticleBody body, TermFrequencies before, string notice)
    {
        ArgumentNullException.ThrowIfNull(article);
        article.Correct(NowUtc);
        Track(article, body);
        _entries.Add(new Entry(article, body, ChangeKind.Corrected, before, notice));
    }

    /// <summary>Notes that a public article has another address; the old one leads to it.</summary>
    /// <param name="article">The article under its new address.</param>
    /// <param name="body">Its body.</param>
    /// <param name="oldPath">The old address.</param>
    public void Move(Article article, ArticleBody body, string oldPath)
    {
        ArgumentNullException.ThrowIfNull(article);
        Track(article, body);
        _entries.Add(new Entry(article, body, ChangeKind.Moved, Terms(article, body), oldPath));
    }

    /// <summary>Keeps what an article said before this edition, where it says something else afterwards.</summary>
    /// <param name="article">A stored article with everything.</param>
    /// <param name="state">What it said, taken before it was changed.</param>
    /// <param name="act">What changed it.</param>
    /// <param name="reason">Why, where a reason or a notice was given.</param>
    public void Remember(Article article, ArticleState state, ArticleAct act, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        _before.Add(new StateBefore(article, state, article.Version, act, reason));
    }

    /// <summary>Puts an act on record.</summary>
    /// <param name="article">The article.</param>
    /// <param name="act">What was done.</param>
    /// <param name="reason">Why, where a reason or a notice was given.</param>
    /// <param name="changes">What changed.</param>
    internal void Record(Article article, ArticleAct act, string? reason, IReadOnlyCollection<FieldChange> changes) =>
        Record(article, AuditActs.Of(act), changes, reason);

    /// <summary>Puts an act on record that is none of the article's own life.</summary>
    /// <param name="article">The article.</param>
    /// <param name="act">What was done, as <see cref="AuditActs"/> calls it.</param>
    /// <param name="changes">What changed.</param>
    /// <param name="reason">Why, where a reason was given.</param>
    internal void Record(Article article, string act, IReadOnlyCollection<FieldChange> changes, string? reason = null) =>
        _record.Add((article, new AuditEntry { AtUtc = NowUtc, Actor = _actor, Act = act, Subject = article.Headline, Reason = reason }, changes));

    /// <summary>Tells the ledger of a change to the site beside its articles.</summary>
    /// <param name="detail">What changed.</param>
    public void Tell(string detail) => _told.Add(detail);

    /// <summary>What the record says of another moment at which an article is taken down.</summary>
    /// <param name="before">The former one.</param>
    /// <param name="after">The new one.</param>
    internal static FieldChange EndChange(DateTime? before, DateTime? after) => new("ends", Written(before), Written(after));

    private static string? Written(DateTime? utc) => utc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Takes a public article down.</summary>
    /// <param name="article">The article.</param>
    /// <param name="body">Its body.</param>
    /// <param name="reason">Why.</param>
    public void Withdraw(Article article, ArticleBody body, string reason)
    {
        ArgumentNullException.ThrowIfNull(article);
        article.Withdraw(reason, NowUtc);
        Track(article, body);
        _entries.Add(new Entry(article, body, ChangeKind.Withdrawn, Terms(article, body)));
    }

    /// <summary>Takes in an article that was public elsewhere and is so no more: its address answers 410 from the first.</summary>
    /// <param name="article">A new article.</param>
    /// <param name="body">Its body.</param>
    /// <param name="reason">Why it was taken down.</param>
    public void PutWithdrawn(Article article, ArticleBody body, string reason)
    {
        ArgumentNullException.ThrowIfNull(article);
        article.Publish(NowUtc);
        article.Withdraw(reason, NowUtc);
        Track(article, body);
        _entries.Add(new Entry(article, body, ChangeKind.Withdrawn));
    }

    /// <summary>Brings a withdrawn article back.</summary>
    /// <param name="article">The article.</param>
    /// <param name="body">Its body.</param>
    public void Restore(Article article, ArticleBody body)
    {
        ArgumentNullException.ThrowIfNull(article);
        article.Restore(NowUtc);
        Track(article, body);
        _entries.Add(new Entry(article, body, ChangeKind.Restored));
    }

    /// <summary>Commits everything.</summary>
    /// <param name="relatedLater">Related lists are left to <see cref="RelatedBacklog"/>: right for a bulk, whose articles all count for each other.</param>
    /// <param name="cancellationToken">Gives up; nothing has happened then.</param>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved one of the articles first.</exception>
    public async Task CommitAsync(bool relatedLater = false, CancellationToken cancellationToken = default)
    {
        await ChangeLedger.LockAsync(_db, cancellationToken);

        // A bulk's context looks for changes when it is told to; to look whenever it is asked anything grows with the square.
        _db.ChangeTracker.DetectChanges();
        var left = _entries.Select(e => PlaceLeft(e.Article)).OfType<Article>().ToList();
        foreach (var entry in _entries)
        {
            entry.Article.Version++;
            entry.Article.UpdatedUtc = NowUtc;
            entry.Article.ContentHash = ContentHash.Of(entry.Article, entry.Body);
            entry.Article.EventDay = ArticleAddress.Day(EventDays.Of(entry.Body.Text, entry.Article.Dateline, ArticleAddress.Day(entry.Article.Day)));
            entry.Article.RelatedDue = relatedLater && entry.IsPublic;
        }

        if (relatedLater)
        {
            await NumberAsync(cancellationToken);
        }

        await SaveAsync(relatedLater, cancellationToken);
        foreach (var entry in _entries.Where(e => e.Article.ReportId == 0))
        {
            entry.Article.ReportId = entry.Article.Id;
            entry.Article.StoryId = entry.Article.Id;
        }

        await RecordAsync(cancellationToken);

        // Stored before reprints are looked for, which read and join the groups in the store itself.
        await SaveAsync(relatedLater, cancellationToken);

        var public_ = _entries.Where(e => e.Kind is not null).ToList();
        await UpdateSearchAsync(public_, cancellationToken);
        var regrouped = await UpdateReportsAsync(public_, cancellationToken);
        var changedLists = await UpdateRelatedAsync(public_, relatedLater, cancellationToken);
        IReadOnlyCollection<long> moved = relatedLater
            ? []
            : await new StoryClusters(_db).UpdateAsync([.. public_.Select(e => e.Article.Id), .. regrouped], changedLists, cancellationToken);
        var pages = await RunInvalidation.ApplyAsync(_db, [.. public_.Select(e => e.Article), .. left], [.. regrouped, .. changedLists, .. moved], cancellationToken);
        await ChangeLedger.AppendAsync(
            _db,
            [
                .. public_.Select(e => new Change
                {
                    Kind = e.Kind!.Value,
                    ArticleId = e.Article.Id,
                    AtUtc = NowUtc,
                    Actor = _actor,
                    Detail = e.Detail,
                    ContentHash = e.Article.ContentHash,
                }),
                .. _told.Select(detail => new Change { Kind = ChangeKind.Site, AtUtc = NowUtc, Actor = _actor, Detail = detail }),
            ],
            pages,
            cancellationToken);
        if (_transaction is not null)
        {
            await _transaction.CommitAsync(cancellationToken);
        }

        _turn?.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
        }

        _turn?.Dispose();
    }

    private static TermFrequencies Terms(Article article, ArticleBody body) => TermFrequencies.Of(article.Headline, body.Text);

    private Task SaveAsync(bool isBulk, CancellationToken cancellationToken)
    {
        _db.ChangeTracker.DetectChanges();
        return isBulk ? NewRows.SaveAsync(_db, only: null, cancellationToken) : _db.SaveChangesAsync(cancellationToken);
    }

    // A new article's own number is that of its report, so in a bulk it is given before the row is written, and not once more after.
    private async Task NumberAsync(CancellationToken cancellationToken)
    {
        if (!_db.Database.IsSqlite())
        {
            return;
        }

        var last = Convert.ToInt64(await _db.Statements.Command("SELECT seq FROM sqlite_sequence WHERE name = 'Articles'").ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        foreach (var article in _entries.Select(e => e.Article).Where(a => a.Id == 0))
        {
            var number = _db.Entry(article).Property(a => a.Id);
            number.CurrentValue = article.ReportId = article.StoryId = ++last;
            number.IsTemporary = false;
        }
    }

    // New articles have their numbers now.
    private async Task RecordAsync(CancellationToken cancellationToken)
    {
        await Revisions.KeepAsync(_db, _before, _actor, NowUtc, cancellationToken);
        foreach (var (article, entry, changes) in _record)
        {
            entry.ArticleId = article.Id;
            AuditTrail.Add(_db, entry, changes);
        }

        // Whoever wrote on has published, or was overtaken: the next one who opens it is not warned of anybody.
        var published = _entries.Where(e => e.Kind == ChangeKind.Published && e.Article.Version > 1).Select(e => e.Article.Id).ToList();
        if (published.Count > 0)
        {
            await _db.ArticleLocks.Where(l => published.Contains(l.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    // Where an article stood in time before its date was changed: the pages on either side named it.
    private Article? PlaceLeft(Article article)
    {
        var time = _db.Entry(article).Property(a => a.PublishedUtc);
        return article.Id != 0 && time.IsModified && time.OriginalValue != time.CurrentValue
            ? new Article { Id = article.Id, PublishedUtc = time.OriginalValue, ReportId = article.ReportId, StoryId = article.StoryId }
            : null;
    }

    private void Track(Article article, ArticleBody body)
    {
        if (_db.Entry(article).State == EntityState.Detached)
        {
            article.Body = body;
            article.CreatedBy ??= _actor;
            _db.Articles.Add(article);
        }
    }

    private async Task UpdateSearchAsync(List<Entry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries.OrderBy(e => e.Article.PublishedUtc))
        {
            if (entry.IsPublic)
            {
                var isNew = entry.Kind is ChangeKind.Published or ChangeKind.Restored;
                await SearchIndex.PutAsync(_db, entry.Article, LiveText.Of(entry.Article, entry.Body), isNew, cancellationToken);
            }
            else
            {
                await SearchIndex.RemoveAsync(_db, entry.Article.Id, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyCollection<long>> UpdateReportsAsync(List<Entry> entries, CancellationToken cancellationToken)
    {
        var changed = new HashSet<long>();
        foreach (var entry in entries.Where(e => !e.IsPublic))
        {
            changed.UnionWith(await ReportGroups.LeaveAsync(_db, entry.Article.Id, cancellationToken));
        }

        changed.UnionWith(await ReportGroups.PlaceAsync(
            _db, entries.Where(e => e.IsPublic).ToDictionary(e => e.Article.Id, e => e.Body.Text), cancellationToken));
        return changed;
    }

    private async Task<IReadOnlyCollection<long>> UpdateRelatedAsync(List<Entry> entries, bool later, CancellationToken cancellationToken)
    {
        var now = entries.Where(e => e.IsPublic).ToDictionary(e => e.Article.Id, e => Terms(e.Article, e.Body));
        await TermStatistics.AddAsync(_db, [.. entries.Where(e => e.Before is not null).Select(e => e.Before!)], -1, cancellationToken);
        await TermStatistics.AddAsync(_db, now.Values, 1, cancellationToken);
        var related = new RelatedNews(_db);
        foreach (var entry in entries.Where(e => !e.IsPublic))
        {
            await related.RemoveAsync(entry.Article.Id, cancellationToken);
        }

        if (!later)
        {
            await RelatedNews.StoreTermsAsync(_db, now, memory: null, cancellationToken);
            foreach (var id in now.Keys)
            {
                await related.UpdateAsync(id, _ => true, cancellationToken);
            }
        }

        return related.Changed;
    }

    private sealed record Entry(Article Article, ArticleBody Body, ChangeKind? Kind, TermFrequencies? Before = null, string? Detail = null)
    {
        public bool IsPublic => Article.Status == ArticleStatus.Published;
    }
}
