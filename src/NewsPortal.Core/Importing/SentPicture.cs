using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Media;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing;

/// <summary>Takes in a picture that somebody sends without an article: drawn anew and stored once, the way on which files' pictures come in.</summary>
public static class SentPicture
{
    /// <summary>Takes it in.</summary>
    /// <param name="store">The store.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="bytes">The bytes as they came.</param>
    /// <param name="actor">Who sends it, for the record.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its row, which may have been there before.</returns>
    /// <exception cref="RefusedPictureException">It is no picture that we decode, or too large.</exception>
    public static async Task<Picture> TakeAsync(NewsStore store, TimeProvider clock, byte[] bytes, string actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(bytes);
        using var intake = new PictureIntake(store, clock, isDryRun: false);
        var taken = Accepted(await intake.TakeAsync(bytes));
        await using var db = store.CreateContext();
        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Files are deleted under this lock only, so that what is there now is there when the row is.
        await ChangeLedger.LockAsync(db, cancellationToken);
        taken = intake.IsThere(taken) ? taken : Accepted(await intake.TakeAsync(bytes));
        var picture = await db.Pictures.FirstOrDefaultAsync(p => p.Hash == taken.Picture!.Hash, cancellationToken);
        if (picture is null)
        {
            db.Pictures.Add(picture = taken.Picture!);
            AuditTrail.Add(db, new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = AuditActs.PictureUploaded, Subject = picture.Path }, [new FieldChange("picture", null, $"{picture.Path} {picture.Width} × {picture.Height}")]);
        }

        if (!await db.PictureInputs.AnyAsync(i => i.Hash == taken.InputHash, cancellationToken))
        {
            db.PictureInputs.Add(new PictureInput { Hash = taken.InputHash!, Picture = picture });
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return picture;
    }

    private static TakenPicture Accepted(TakenPicture taken) => taken.Refusal is { } reason ? throw new RefusedPictureException(reason) : taken;
}
