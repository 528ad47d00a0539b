using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Media;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>Takes the sample articles out of the store, as if they had never been there.</summary>
public static class Samples
{
    private const int Batch = 20;

    /// <summary>Removes them, with the names, sections and pictures that nothing else uses.</summary>
    /// <param name="store">The store.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    /// <returns>How many articles there were.</returns>
    public static async Task<int> RemoveAsync(NewsStore store, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var removed = 0;
        var names = await NamesAsync(store, cancellationToken);
        while (true)
        {
            await using var db = store.CreateContext();
            var some = await db.Articles.Where(a => a.IsSample).OrderBy(a => a.Id).Take(Batch).Include(a => a.Body).ToListAsync(cancellationToken);
            if (some.Count == 0)
            {
                break;
            }

            await RemoveAsync(db, some, clock, cancellationToken);
            removed += some.Count;
        }

        await SweepAsync(store, names, cancellationToken);
        return removed;
    }

    // Only what the samples brought is looked at: a section or tag that an editor made and has not used yet stays.
    private static async Task<Names> NamesAsync(NewsStore store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        var samples = db.Articles.Where(a => a.IsSample);
        return new Names(
            await samples.Select(a => a.SectionId).Distinct().ToListAsync(cancellationToken),
            await samples.Where(a => a.SourceId != null).Select(a => a.SourceId!.Value).Distinct().ToListAsync(cancellationToken),
            await samples.SelectMany(a => a.Tags).Select(t => t.TagId).Distinct().ToListAsync(cancellationToken),
            await samples.SelectMany(a => a.Authors).Select(t => t.AuthorId).Distinct().ToListAsync(cancellationToken),
            await samples.SelectMany(a => a.Pictures).Where(p => p.PictureId != null).Select(p => p.PictureId!.Value)
                .Union(samples.Where(a => a.LeadPictureId != null).Select(a => a.LeadPictureId!.Value)).ToListAsync(cancellationToken));
    }

    private static async Task RemoveAsync(NewsDbContext db, List<Article> articles, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var public_ = articles.Where(a => a.Status == ArticleStatus.Published).ToList();
        await TermStatistics.AddAsync(db, [.. public_.Select(a => TermFrequencies.Of(a.Headline, a.Body!.Text))], -1, cancellationToken);
        var ids = articles.Select(a => a.Id).ToList();
        var now = clock.NowUtc();
        foreach (var article in public_)
        {
            await SearchIndex.RemoveAsync(db, article.Id, cancellationToken);
        }

        List<long> pages = [.. await RunInvalidation.ApplyAsync(db, public_, [], cancellationToken)];

        // All leave before any list is filled up again, so that none is filled with another that is leaving.
        await db.Articles.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, ArticleStatus.Draft), cancellationToken);
        var related = new RelatedNews(db);
        foreach (var article in public_)
        {
            await related.RemoveAsync(article.Id, cancellationToken);
        }

        var stories = public_.Select(a => a.StoryId).Distinct().ToList();
        foreach (var article in public_)
        {
            await ReportGroups.LeaveAsync(db, article.Id, cancellationToken);
        }

        pages.AddRange(await RunInvalidation.ApplyAsync(db, [], related.Changed, cancellationToken));
        await db.Articles.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(cancellationToken);
        pages.AddRange(await RunInvalidation.ApplyAsync(db, [], await new StoryClusters(db).LeaveAsync(stories, cancellationToken), cancellationToken));
        await ChangeLedger.AppendAsync(
            db,
            [.. public_.Select(a => new Change { Kind = ChangeKind.Removed, ArticleId = a.Id, AtUtc = now, Actor = "operator", Detail = "sample" })],
            pages,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task SweepAsync(NewsStore store, Names names, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        await db.Originals.Where(o => !db.OriginalUses.Any(u => u.OriginalHash == o.Hash)).ExecuteDeleteAsync(cancellationToken);
        await db.Tags.Where(t => names.Tags.Contains(t.Id) && !db.ArticleTags.Any(u => u.TagId == t.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Authors.Where(t => names.Authors.Contains(t.Id) && !db.ArticleAuthors.Any(u => u.AuthorId == t.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Sources.Where(s => names.Sources.Contains(s.Id) && !db.Articles.Any(a => a.SourceId == s.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Sections.Where(s => names.Sections.Contains(s.Id) && !db.Articles.Any(a => a.SectionId == s.Id)).ExecuteDeleteAsync(cancellationToken);
        var unused = await db.Pictures
            .Where(p => names.Pictures.Contains(p.Id) && !db.ArticlePictures.Any(u => u.PictureId == p.Id) && !db.Articles.Any(a => a.LeadPictureId == p.Id)).ToListAsync(cancellationToken);
        db.Pictures.RemoveRange(unused);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        await DeleteFilesAsync(store, db, unused, cancellationToken);
    }

    // After the commit: a file without a row is swept up later, a row without its file would be a picture lost. Under the
    // lock, because an import may have brought one of them back meanwhile.
    private static async Task DeleteFilesAsync(NewsStore store, NewsDbContext db, List<Picture> gone, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        foreach (var picture in gone)
        {
            if (!await db.Pictures.AnyAsync(p => p.Hash == picture.Hash, cancellationToken))
            {
                MediaFolder.Delete(store.Location, picture);
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record Names(List<int> Sections, List<int> Sources, List<int> Tags, List<int> Authors, List<int> Pictures);
}
