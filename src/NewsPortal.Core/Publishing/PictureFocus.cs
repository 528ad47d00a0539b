using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Media;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>A place in a picture, in per cent of its width from the left and of its height from the top.</summary>
/// <param name="X">From the left, 0 to 100.</param>
/// <param name="Y">From the top, 0 to 100.</param>
public readonly record struct FocalPoint(int X, int Y)
{
    /// <summary>A point that lies in the picture; null where one of the two is missing.</summary>
    /// <param name="x">From the left.</param>
    /// <param name="y">From the top.</param>
    public static FocalPoint? At(int? x, int? y) => x is { } across && y is { } down ? new FocalPoint(Math.Clamp(across, 0, 100), Math.Clamp(down, 0, 100)) : null;
}

/// <summary>What matters most in a picture, which stays in view where readers get a part of it only.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who says so.</param>
public sealed class PictureFocus(NewsStore store, TimeProvider clock, string actor)
{
    /// <summary>All points that are set, by the picture's number: few, because an editor sets each by hand.</summary>
    /// <param name="db">The store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyDictionary<int, FocalPoint>> AllAsync(NewsDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.PictureNotes.AsNoTracking().Where(n => n.FocalX != null && n.FocalY != null)
            .ToDictionaryAsync(n => n.PictureId, n => new FocalPoint(n.FocalX!.Value, n.FocalY!.Value), cancellationToken);
    }

    /// <summary>Sets points. What is said already is not written again.</summary>
    /// <param name="points">By the picture's address; null for the middle. Pictures that the site does not have are passed over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether anything is another now; readers' pages are then made anew.</returns>
    public async Task<bool> SetAsync(IReadOnlyCollection<KeyValuePair<string, FocalPoint?>> points, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        await using var db = store.CreateContext();
        if (points.Count == 0 || await DifferAsync(db, points, write: false, cancellationToken) is not { Count: > 0 } differing)
        {
            return false;
        }

        // Before the point is stored, so that no crash leaves a point with cuts round another; a cut has the address it had.
        foreach (var (picture, point) in differing.Where(d => Rendition.AreMade(d.Picture)))
        {
            Cut(picture, point, cancellationToken);
        }

        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        if ((await DifferAsync(db, points, write: true, cancellationToken)).Count == 0)
        {
            return false;
        }

        await db.SaveChangesAsync(cancellationToken);

        // Every node learns from the ledger that its pages are to be made anew.
        await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Site, AtUtc = clock.NowUtc(), Actor = actor, Detail = "focal points set" }], [], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private void Cut(Picture picture, FocalPoint? point, CancellationToken cancellationToken)
    {
        try
        {
            RenditionMaker.MakeCuts(store.Location, picture, point, cancellationToken);
        }
        catch (Exception e) when (e is RefusedPictureException or FileNotFoundException or DirectoryNotFoundException)
        {
            // A picture whose file is damaged or gone: the examination of the store names it.
        }
    }

    private async Task<List<(Picture Picture, FocalPoint? Point)>> DifferAsync(NewsDbContext db, IEnumerable<KeyValuePair<string, FocalPoint?>> points, bool write, CancellationToken cancellationToken)
    {
        var differing = new List<(Picture, FocalPoint?)>();
        foreach (var (address, point) in points)
        {
            if (await PictureNames.FindAsync(db, address, cancellationToken) is not { } picture)
            {
                continue;
            }

            var note = await db.PictureNotes.FindAsync([picture.Id], cancellationToken);
            if ((note?.FocalX, note?.FocalY) == (point?.X, point?.Y))
            {
                continue;
            }

            differing.Add((picture, point));
            if (write)
            {
                if (note is null)
                {
                    db.PictureNotes.Add(note = new PictureNote { PictureId = picture.Id });
                }

                (note.FocalX, note.FocalY, note.UpdatedUtc) = (point?.X, point?.Y, clock.NowUtc());
            }
        }

        return differing;
    }
}
