using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>What editors do to stories: name, merge, split, pin. Whatever they decided, no re-run changes.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who does it.</param>
public sealed class StoryDesk(NewsStore store, TimeProvider clock, string actor)
{
    /// <summary>Gives a story a name of the publisher's own; its address stays.</summary>
    /// <param name="story">The story's number.</param>
    /// <param name="name">The name, at most 80 characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoryException">There is no such story, or no name.</exception>
    public Task NameAsync(long story, string name, CancellationToken cancellationToken = default) => ChangeAsync(
        async db =>
        {
            var row = await FindAsync(db, story, cancellationToken);
            row.Name = Named(name);
            row.IsNamed = true;
            return await MembersAsync(db, [story], cancellationToken);
        },
        "story.name",
        $"story {story} named",
        cancellationToken);

    /// <summary>Puts all articles of one story into another; the old address redirects there.</summary>
    /// <param name="from">The story that goes.</param>
    /// <param name="into">The story that stays.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoryException">There is no such story, or both are the same.</exception>
    public Task MergeAsync(long from, long into, CancellationToken cancellationToken = default) => ChangeAsync(
        async db =>
        {
            var (gone, kept) = (await FindAsync(db, from, cancellationToken), await FindAsync(db, into, cancellationToken));
            if (gone == kept)
            {
                throw new StoryException($"Story {from} cannot be merged into itself.");
            }

            var members = await MembersAsync(db, [from, into], cancellationToken);
            await FixAsync(db, members, into, cancellationToken);
            gone.MergedIntoId = into;
            await IntroductionDesk.HandOverAsync(db, NameKind.Story, from, into, cancellationToken);
            await db.Stories.Where(s => s.MergedIntoId == from).ExecuteUpdateAsync(s => s.SetProperty(x => x.MergedIntoId, into), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await StoryRows.RefreshAsync(db, from, cancellationToken);
            await StoryRows.RefreshAsync(db, into, cancellationToken);
            return members;
        },
        "story.merge",
        $"story {from} merged into {into}",
        cancellationToken);

    /// <summary>Takes articles, with the reprints of their reports, out of a story into a new one; the others stay where they are.</summary>
    /// <param name="story">The story that is split.</param>
    /// <param name="articles">Articles of it that leave.</param>
    /// <param name="name">Name of the new story; null for an automatic one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The new story's number.</returns>
    /// <exception cref="StoryException">An article is not in the story, or none would be left.</exception>
    public async Task<long> SplitAsync(long story, IReadOnlyCollection<long> articles, string? name = null, CancellationToken cancellationToken = default)
    {
        long made = 0;
        await ChangeAsync(
            async db =>
            {
                await FindAsync(db, story, cancellationToken);
                var all = await db.Articles.Where(a => a.StoryId == story).Select(a => new { a.Id, a.ReportId }).ToListAsync(cancellationToken);
                if (articles.FirstOrDefault(a => !all.Exists(m => m.Id == a)) is var stranger and not 0)
                {
                    throw new StoryException($"Article {stranger} is not in story {story}.");
                }

                var reports = all.Where(m => articles.Contains(m.Id)).Select(m => m.ReportId).ToHashSet();
                var leaving = all.Where(m => reports.Contains(m.ReportId)).Select(m => m.Id).ToList();
                if (leaving.Count == 0 || leaving.Count == all.Count)
                {
                    throw new StoryException($"A part of story {story} must leave and a part must stay.");
                }

                made = await FreeNumberAsync(db, leaving, cancellationToken);
                await FixAsync(db, [.. all.Select(m => m.Id).Except(leaving)], story, cancellationToken);
                await FixAsync(db, leaving, made, cancellationToken);
                if (name is not null)
                {
                    db.Stories.Add(new Story { Id = made, Name = Named(name), IsNamed = true });
                    await db.SaveChangesAsync(cancellationToken);
                }

                await StoryRows.RefreshAsync(db, story, cancellationToken);
                await StoryRows.RefreshAsync(db, made, cancellationToken);
                return [.. all.Select(m => m.Id)];
            },
            "story.split",
        $"story {story} split",
            cancellationToken);
        return made;
    }

    /// <summary>Puts an article, with the reprints of its report, into a story for good.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="story">The story's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoryException">There is no such story or article.</exception>
    public Task PinAsync(long article, long story, CancellationToken cancellationToken = default) => ChangeAsync(
        async db =>
        {
            await FindAsync(db, story, cancellationToken);
            var found = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == article, cancellationToken)
                ?? throw new StoryException($"There is no article {article}.");
            var shown = await MembersAsync(db, [story, found.StoryId], cancellationToken);
            await FixAsync(db, await db.Articles.Where(a => a.ReportId == found.ReportId).Select(a => a.Id).ToListAsync(cancellationToken), story, cancellationToken);
            await StoryRows.RefreshAsync(db, found.StoryId, cancellationToken);
            await StoryRows.RefreshAsync(db, story, cancellationToken);
            return [.. shown, article];
        },
        "story.pin",
        $"article {article} pinned to story {story}",
        cancellationToken);

    private static async Task<Story> FindAsync(NewsDbContext db, long id, CancellationToken cancellationToken) =>
        await db.Stories.FirstOrDefaultAsync(s => s.Id == id && s.MergedIntoId == null, cancellationToken) ?? throw new StoryException($"There is no story {id}.");

    private static string Named(string name) =>
        name?.Trim() is { Length: > 0 and <= 80 } trimmed ? trimmed : throw new StoryException("A story's name has 1 to 80 characters.");

    private static Task<List<long>> MembersAsync(NewsDbContext db, IReadOnlyCollection<long> stories, CancellationToken cancellationToken) =>
        db.Articles.Where(a => stories.Contains(a.StoryId)).Select(a => a.Id).ToListAsync(cancellationToken);

    private static async Task FixAsync(NewsDbContext db, IReadOnlyCollection<long> articles, long story, CancellationToken cancellationToken)
    {
        foreach (var some in articles.Chunk(500))
        {
            await db.Articles.Where(a => some.Contains(a.Id))
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.StoryId, story).SetProperty(x => x.StoryFixed, true), cancellationToken);
        }
    }

    // A story bears the number of one of its articles. One that names another story already cannot name a second.
    private static async Task<long> FreeNumberAsync(NewsDbContext db, List<long> articles, CancellationToken cancellationToken)
    {
        var taken = await db.Stories.Where(s => articles.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellationToken);
        var used = await db.Articles.Where(a => articles.Contains(a.StoryId)).Select(a => a.StoryId).Distinct().ToListAsync(cancellationToken);
        return articles.Except(taken).Except(used).DefaultIfEmpty().Min() is var free and not 0
            ? free
            : throw new StoryException("Each of these articles has founded a story before; name one that has not.");
    }

    private async Task ChangeAsync(Func<NewsDbContext, Task<List<long>>> change, string act, string detail, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var shown = await change(db);
        AuditTrail.Add(db, new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = act, Subject = detail }, []);
        await db.SaveChangesAsync(cancellationToken);
        var pages = await RunInvalidation.ApplyAsync(db, [], shown, cancellationToken);
        await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Site, AtUtc = clock.NowUtc(), Actor = actor, Detail = detail }], pages, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>An editor asked something of a story that cannot be; the message says what.</summary>
/// <param name="message">What, for the editor.</param>
public sealed class StoryException(string message) : Exception(message);
