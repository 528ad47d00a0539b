using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing.Reimporting;

/// <summary>Reads kept originals, one at a time: of each article the one that it was last made of.</summary>
/// <param name="store">The store.</param>
internal sealed class KeptOriginals(NewsStore store)
{
    private const int Page = 100;

    /// <summary>How many there are.</summary>
    /// <param name="since">Only those last read by this version of the importer or a later one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<int> CountAsync(int since, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        return await Last(db, since).CountAsync(cancellationToken);
    }

    /// <summary>All of them, in the order of their articles' numbers.</summary>
    /// <param name="since">Only those last read by this version of the importer or a later one.</param>
    public IEnumerable<KeptOriginal> All(int since)
    {
        for (long after = 0; ;)
        {
            using var db = store.CreateContext();
            var uses = Last(db, since).Where(u => u.ArticleId > after).OrderBy(u => u.ArticleId).Take(Page).AsNoTracking().ToList();
            foreach (var use in uses) yield return Read(db, use);
            if (uses.Count < Page) yield break;
            after = uses[^1].ArticleId;
        }
    }

    /// <summary>Those of some articles.</summary>
    /// <param name="articles">The articles' numbers.</param>
    public IEnumerable<KeptOriginal> Of(IEnumerable<long> articles)
    {
        foreach (var some in articles.Chunk(Page))
        {
            using var db = store.CreateContext();
            foreach (var use in Last(db, 0).Where(u => some.Contains(u.ArticleId)).OrderBy(u => u.ArticleId).AsNoTracking().ToList()) yield return Read(db, use);
        }
    }

    private static IQueryable<OriginalUse> Last(NewsDbContext db, int since) =>
        db.OriginalUses.Where(u => u.ImporterVersion >= since && u.OriginalHash == u.Article.OriginalHash
            && !db.OriginalUses.Any(later => later.ArticleId == u.ArticleId && later.OriginalHash == u.OriginalHash && later.Id > u.Id));

    private static KeptOriginal Read(NewsDbContext db, OriginalUse use)
    {
        // Only web pages are divided.
        var further = use.Extension is ".html" or ".htm" or ".xhtml" or ".txt"
            ? db.OriginalUses.Where(u => u.ArticleId == use.ArticleId && u.ImportRunId == use.ImportRunId && u.Path != use.Path).OrderBy(u => u.Id).AsNoTracking().ToList()
            : [];
        return One(db, use) with { Further = [.. further.Select(u => One(db, u))] };
    }

    private static KeptOriginal One(NewsDbContext db, OriginalUse use)
    {
        var bytes = Originals.Unpack(db.Originals.AsNoTracking().Single(o => o.Hash == use.OriginalHash));
        return bytes is null
            ? new KeptOriginal(use, null, "the kept original is damaged: restore the store from a backup")
            : new KeptOriginal(use, new SourceFile(use.Path, use.Path, bytes, use.Extension), null) { EncodingName = use.ChosenEncoding };
    }
}
