using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Media;
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

    private IReadOnlyDictionary<int, FocalPoint> _focus = new Dictionary<int, FocalPoint>();

    // No import brings them any more, so it is enough to look once.
    private bool _isAllClean;

    /// <summary>Works the backlog off. Where another process is at it, it is left to that one.</summary>
    /// <param name="workers">How many pictures are drawn at the same time.</param>
    /// <param name="progress">Told how many pictures are done, of how many.</param>
    /// <param name="cancellationToken">Stops between two sizes of a picture.</param>
    /// <returns>What could not be drawn or shown: address and reason. It is not tried again until the rule changes.</returns>
    /// <exception cref="IOException">The disk is full, or no decoder can be started; what was drawn before stays.</exception>
    public async Task<IReadOnlyList<(string Path, string Reason)>> WorkOffAsync(
        int workers, Action<int, int>? progress = null, CancellationToken cancellationToken = default)
    {
        var failed = new ConcurrentBag<(string, string)>();
        if (_isAllClean && !await IsAnyDueAsync(cancellationToken))
        {
            return [];
        }

        using var alone = TakeLock();
        if (alone is null)
        {
            return [];
        }

        if (!_isAllClean)
        {
            foreach (var refused in await new UncleanPictures(store, clock).CleanAsync(cancellationToken))
            {
                failed.Add(refused);
            }

            _isAllClean = true;
        }

        List<Picture> due;
        await using (var db = store.CreateContext())
        {
            _focus = await PictureFocus.AllAsync(db, cancellationToken);
            due = await Due(db).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        }

        var done = 0;
        foreach (var batch in due.Chunk(workers * Share))
        {
            foreach (var lost in await DrawAsync(batch, workers, cancellationToken))
            {
                failed.Add(lost);
            }

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

    // Whatever ends a batch early, a full disk before all: what was drawn is told of, and is not drawn again.
    private async Task<IReadOnlyCollection<(string Path, string Reason)>> DrawAsync(Picture[] batch, int workers, CancellationToken cancellationToken)
    {
        var (made, lost) = (new ConcurrentBag<int>(), new ConcurrentDictionary<int, (string, string)>());
        try
        {
            await Parallel.ForEachAsync(
                batch,
                new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken },
                (picture, stopping) =>
                {
                    if (Make(picture, stopping) is { } reason)
                    {
                        lost[picture.Id] = (picture.Path, $"shown in one size only: {reason}");
                    }
                    else
                    {
                        made.Add(picture.Id);
                    }

                    return ValueTask.CompletedTask;
                });
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await CommitAsync([.. lost.Keys], [.. made], cancellationToken);
            throw;
        }

        await CommitAsync([.. lost.Keys], [.. made], cancellationToken);
        return [.. lost.Values];
    }

    private string? Make(Picture picture, CancellationToken cancellationToken)
    {
        try
        {
            RenditionMaker.Make(store.Location, picture, _focus.TryGetValue(picture.Id, out var point) ? point : null, cancellationToken);
            return null;
        }
        catch (Exception e) when (e is RefusedPictureException or FileNotFoundException or DirectoryNotFoundException)
        {
            return e.Message;
        }
    }

    private async Task CommitAsync(int[] lost, int[] made, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        await db.Pictures.Where(p => lost.Contains(p.Id)).ExecuteUpdateAsync(p => p.SetProperty(x => x.Renditions, -Rendition.Rule), cancellationToken);
        await db.Pictures.Where(p => made.Contains(p.Id)).ExecuteUpdateAsync(p => p.SetProperty(x => x.Renditions, Rendition.Rule), cancellationToken);
        await PicturePages.RenewAsync(db, made, clock.NowUtc(), cancellationToken);
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
