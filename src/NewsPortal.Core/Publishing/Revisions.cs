using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>Keeps and reads what articles said before they were changed.</summary>
public static class Revisions
{
    /// <summary>An article's revisions, the newest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="article">The article's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<List<RevisionLine>> ListAsync(NewsDbContext db, long article, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Revisions.AsNoTracking().Where(r => r.ArticleId == article).OrderByDescending(r => r.Number)
            .Select(r => new RevisionLine(r.Number, r.Version, r.AtUtc, r.Actor, r.Act, r.Reason)).ToListAsync(cancellationToken);
    }

    /// <summary>What a revision says.</summary>
    /// <param name="db">The store.</param>
    /// <param name="article">The article's number.</param>
    /// <param name="number">The revision's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where there is none.</returns>
    public static async Task<ArticleState?> ReadAsync(NewsDbContext db, long article, int number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return Unpacked(await db.Revisions.AsNoTracking().Where(r => r.ArticleId == article && r.Number == number)
            .Select(r => r.Packed).SingleOrDefaultAsync(cancellationToken));
    }

    /// <summary>What an article said at a version, where it says something else now.</summary>
    /// <param name="db">The store.</param>
    /// <param name="article">The article's number.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where nothing has changed since but its state.</returns>
    public static async Task<ArticleState?> AtVersionAsync(NewsDbContext db, long article, int version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return Unpacked(await db.Revisions.AsNoTracking().Where(r => r.ArticleId == article && r.Version >= version)
            .OrderBy(r => r.Number).Select(r => r.Packed).FirstOrDefaultAsync(cancellationToken));
    }

    /// <summary>Keeps states that a change has ended, in the transaction of the change.</summary>
    internal static async Task KeepAsync(
        NewsDbContext db, IReadOnlyCollection<StateBefore> states, string actor, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var ended = states.Where(s => !s.State.SaysTheSameAs(ArticleState.Of(s.Article, s.Article.Body!))).ToList();
        if (ended.Count == 0)
        {
            return;
        }

        var ids = ended.Select(s => s.Article.Id).ToList();
        var last = await db.Revisions.Where(r => ids.Contains(r.ArticleId)).GroupBy(r => r.ArticleId)
            .Select(g => new { g.Key, Number = g.Max(r => r.Number) }).ToDictionaryAsync(g => g.Key, g => g.Number, cancellationToken);
        foreach (var before in ended)
        {
            db.Revisions.Add(new Revision
            {
                ArticleId = before.Article.Id,
                Number = last.GetValueOrDefault(before.Article.Id) + 1,
                Version = before.Version,
                AtUtc = nowUtc,
                Actor = actor,
                Act = before.Act,
                Reason = before.Reason,
                Packed = before.State.Pack(),
            });
        }
    }

    private static ArticleState? Unpacked(byte[]? packed) => packed is null ? null : ArticleState.Unpack(packed);
}

/// <summary>A revision without its text.</summary>
/// <param name="Number">Its number within the article.</param>
/// <param name="Version">The version of the article that said this last.</param>
/// <param name="AtUtc">When a change ended it.</param>
/// <param name="Actor">Who made that change.</param>
/// <param name="Act">Which change it was.</param>
/// <param name="Reason">Why, where a reason or a notice was given.</param>
public sealed record RevisionLine(int Number, int Version, DateTime AtUtc, string Actor, ArticleAct Act, string? Reason);

/// <summary>What an article said before a change that is under way.</summary>
internal sealed record StateBefore(Article Article, ArticleState State, int Version, ArticleAct Act, string? Reason);
