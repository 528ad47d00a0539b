using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Media;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>
/// Makes the renditions of pictures that have none yet. Until a picture's row says that they are there, pages show its clean
/// copy; a crash in between leaves the row as it was, and the work is done again.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
public sealed class RenditionBacklog(NewsStore store, TimeProvider clock)
{
    // Pictures between two commits, for each worker: every commit makes the pages anew that show them.
    private const int Share = 4;

    /// <summary>Works the backlog off. Where another process is at it, it is left to that one.</summary>
    /// <param name="workers">How many pictures are drawn at the same time.</param>
    /// <param name="progress">Told how many pictures are done, of how many.</param>
    /// <param name="cancellationToken">Stops between two sizes of a picture.</param>
    /// <returns>What could not be drawn: address and reason. It is not tried again until the rule changes.</returns>
    public async Task<IReadOnlyList<(string Path, string Reason)>> WorkOffAsync(
        int workers, Action<int, int>? progress = null, CancellationToken cancellationToken = default)
    {
        var failed = new ConcurrentBag<(string, string)>();
        if (!await IsAnyDueAsync(cancellationToken))
        {
            return [];
        }

        using var alone = TakeLock();
        if (alone is null)
        {
            return [];
        }

        List<Picture> due;
        await using (var db = store.CreateContext())
        {
            due = await Due(db).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        }

        var done = 0;
        foreach (var batch in due.Chunk(workers * Share))
        {
            var made = new ConcurrentBag<int>();
            await Parallel.ForEachAsync(
                batch,
                new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken },
                (picture, stopping) =>
                {
                    if (Make(picture, stopping) is { } reason)
                    {
                        failed.Add((picture.Path, reason));
                    }
                    else
                    {
                        made.Add(picture.Id);
                    }

                    return ValueTask.CompletedTask;
                });
            await CommitAsync([.. batch.Select(p => p.Id)], [.. made], cancellationToken);
            progress?.Invoke(done += batch.Length, due.Count);
        }

        return [.. failed];
    }

    private static IQueryable<Picture> Due(NewsDbContext db) =>
        db.Pictures.AsNoTracking().Where(p => p.Renditions > -Rendition.Rule && p.Renditions < Rendition.Rule);

    private async Task<bool> IsAnyDueAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        return await Due(db).AnyAsync(cancellationToken);
    }

    private string? Make(Picture picture, CancellationToken cancellationToken)
    {
        try
        {
            RenditionMaker.Make(store.Location, picture, cancellationToken);
            return null;
        }
        catch (Exception e) when (e is RefusedPictureException or FileNotFoundException or DirectoryNotFoundException)
        {
            return e.Message;
        }
    }

    private async Task CommitAsync(int[] tried, int[] made, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        await db.Pictures.Where(p => tried.Contains(p.Id)).ExecuteUpdateAsync(p => p.SetProperty(x => x.Renditions, -Rendition.Rule), cancellationToken);
        await db.Pictures.Where(p => made.Contains(p.Id)).ExecuteUpdateAsync(p => p.SetProperty(x => x.Renditions, Rendition.Rule), cancellationToken);
        var shown = await db.Articles.Visible()
            .Where(a => made.Contains(a.LeadPictureId ?? 0) || a.Pictures.Any(u => made.Contains(u.PictureId ?? 0)))
            .Select(a => a.Id).ToListAsync(cancellationToken);
        if (shown.Count > 0)
        {
            await RunInvalidation.ApplyAsync(db, [], shown, cancellationToken);

            // Lists and the front page show them too, and follow the ledger.
            await ChangeLedger.AppendAsync(
                db,
                [new Change { Kind = ChangeKind.Site, AtUtc = clock.NowUtc(), Actor = "pictures", Detail = "renditions" }],
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    // The operating system lets go of it when the process ends, however it ends.
    private FileStream? TakeLock()
    {
        try
        {
            return new FileStream(Path.Combine(store.Location.MediaDirectory, ".renditions.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
