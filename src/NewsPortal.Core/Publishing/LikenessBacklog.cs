using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Media;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>
/// Says of every picture what it looks like: those that are older than this knowledge are read once more, and each new one is
/// held against those before it. A crash in between leaves a row undone, and it is done again.
/// </summary>
/// <param name="store">The store.</param>
public sealed class LikenessBacklog(NewsStore store)
{
    private const int AtOnce = 50;

    // Pictures up to this number have their row; what is taken in now brings it along.
    private int _seen;

    /// <summary>Works it off.</summary>
    /// <param name="cancellationToken">Stops between two groups.</param>
    /// <returns>How many pictures were looked at.</returns>
    public async Task<int> WorkOffAsync(CancellationToken cancellationToken = default)
    {
        var done = 0;
        for (var more = true; more;)
        {
            var some = await ReadSomeAsync(cancellationToken);
            var compared = await CompareSomeAsync(cancellationToken);
            done += some + compared;
            more = some == AtOnce || compared == AtOnce;
        }

        return done;
    }

    private async Task<int> ReadSomeAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        var some = await db.Pictures.AsNoTracking().Where(p => p.Id > _seen).OrderBy(p => p.Id).Take(AtOnce).ToListAsync(cancellationToken);
        if (some.Count == 0)
        {
            return 0;
        }

        var ids = some.ConvertAll(p => p.Id);
        var known = await db.PictureLikenesses.AsNoTracking().Where(l => ids.Contains(l.PictureId)).Select(l => l.PictureId).ToListAsync(cancellationToken);
        foreach (var picture in some.Where(p => !known.Contains(p.Id)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var likeness = PictureLikeness.Of(Read(picture));
            likeness.PictureId = picture.Id;
            db.PictureLikenesses.Add(likeness);
        }

        if (known.Count < some.Count)
        {
            using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Another process was quicker with one of them, or it was removed meanwhile: the next round sees what is left.
                return some.Count;
            }
        }

        _seen = ids[^1];
        return some.Count;
    }

    private async Task<int> CompareSomeAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        var some = await db.PictureLikenesses.AsNoTracking().Where(l => l.State == LikenessState.New).OrderBy(l => l.PictureId).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var group in await StatesAsync(db, some, cancellationToken))
        {
            var ids = group.ToList();
            using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
            await db.PictureLikenesses.Where(l => ids.Contains(l.PictureId)).ExecuteUpdateAsync(set => set.SetProperty(l => l.State, group.Key), cancellationToken);
        }

        return some.Count;
    }

    private static async Task<ILookup<LikenessState, int>> StatesAsync(NewsDbContext db, List<PictureLikeness> some, CancellationToken cancellationToken)
    {
        var states = new List<(int Id, LikenessState State)>();
        foreach (var its in some)
        {
            var near = await LookAlikes.NearAsync(db, its.Hash!.Value, cancellationToken);
            states.Add((its.PictureId, near.Any(n => n.Id < its.PictureId) ? LikenessState.Alike : LikenessState.Alone));
        }

        return states.ToLookup(s => s.State, s => s.Id);
    }

    private long? Read(Picture picture)
    {
        try
        {
            using var image = PictureDecoder.Decode(File.ReadAllBytes(MediaFolder.FileOf(store.Location, picture)), picture.Extension);
            return DifferenceHash.Of(image);
        }
        catch (Exception e) when (e is RefusedPictureException or IOException)
        {
            return null;
        }
    }
}
