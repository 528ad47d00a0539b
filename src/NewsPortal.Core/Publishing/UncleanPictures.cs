using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Media;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>
/// Pictures of a store that is older than the clean copy: their files are the bytes as they came, with all that a camera
/// wrote into them. They are known by there being no input that led to them; each is drawn anew, or leaves its pages.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
internal sealed class UncleanPictures(NewsStore store, TimeProvider clock)
{
    // A bitmap of one grey pixel.
    private static readonly byte[] Sound =
    [
        (byte)'B', (byte)'M', 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0,
        0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128, 128, 128, 0,
    ];

    /// <summary>Cleans them all, one after another, in a process of their own.</summary>
    /// <param name="cancellationToken">Stops between two pictures; what is left is found again.</param>
    /// <returns>What left or is missing: address and reason.</returns>
    /// <exception cref="IOException">No decoder can be started on this machine; nothing is lost by it.</exception>
    public async Task<IReadOnlyList<(string Path, string Reason)>> CleanAsync(CancellationToken cancellationToken)
    {
        var gone = new List<(string, string)>();
        List<Picture> unclean;
        await using (var db = store.CreateContext())
        {
            unclean = await db.Pictures.AsNoTracking().Where(p => !db.PictureInputs.Any(i => i.PictureId == p.Id)).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        }

        if (unclean.Count == 0)
        {
            return gone;
        }

        using var workshop = new PictureWorkshop();
        CheckDecoder(workshop);
        foreach (var picture in unclean)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await CleanAsync(workshop, picture, cancellationToken) is { } reason)
            {
                gone.Add((picture.Path, reason));
            }
        }

        return gone;
    }

    // A decoder that takes no picture at all would have every one of them thrown away.
    private static void CheckDecoder(PictureWorkshop workshop)
    {
        try
        {
            workshop.Clean(Sound);
        }
        catch (RefusedPictureException refused)
        {
            throw new IOException($"Older pictures cannot be cleaned: {refused.Message}.", refused);
        }
    }

    private async Task<string?> CleanAsync(PictureWorkshop workshop, Picture old, CancellationToken cancellationToken)
    {
        var file = MediaFolder.FileOf(store.Location, old);
        if (!File.Exists(file))
        {
            return "its file is missing";
        }

        var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        try
        {
            await ReplaceAsync(old, bytes, MediaFolder.Put(store.Location, workshop.Clean(bytes), clock.NowUtc()), cancellationToken);
            return null;
        }
        catch (RefusedPictureException refused)
        {
            await ReplaceAsync(old, bytes, null, cancellationToken);
            return $"taken off its pages, its file stays in the media folder: {refused.Message}";
        }
    }

    private async Task ReplaceAsync(Picture old, byte[] bytes, Picture? clean, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        await PicturePages.RenewAsync(db, [old.Id], clock.NowUtc(), cancellationToken);
        var input = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var twin = clean is null ? null
            : await db.Pictures.FirstOrDefaultAsync(p => p.Id != old.Id && (p.Hash == clean.Hash || db.PictureInputs.Any(i => i.Hash == input && i.PictureId == p.Id)), cancellationToken);
        if (clean is null || twin is not null)
        {
            await MoveAsync(db, old, twin?.Id, cancellationToken);
        }
        else
        {
            await db.Pictures.Where(p => p.Id == old.Id).ExecuteUpdateAsync(
                p => p.SetProperty(x => x.Hash, clean.Hash).SetProperty(x => x.Extension, clean.Extension)
                    .SetProperty(x => x.Width, clean.Width).SetProperty(x => x.Height, clean.Height)
                    .SetProperty(x => x.Length, clean.Length).SetProperty(x => x.Tone, clean.Tone).SetProperty(x => x.Renditions, 0),
                cancellationToken);
        }

        if (clean is not null && !await db.PictureInputs.AnyAsync(i => i.Hash == input, cancellationToken))
        {
            db.PictureInputs.Add(new PictureInput { Hash = input, PictureId = twin?.Id ?? old.Id });
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);

        // After the commit: a raw file without a row has no address, a row without its file would be a picture lost. What
        // could not be drawn anew stays on the disk for its owner.
        if (clean is not null && clean.Hash != old.Hash)
        {
            MediaFolder.Delete(store.Location, old);
        }
    }

    private static async Task MoveAsync(NewsDbContext db, Picture old, int? to, CancellationToken cancellationToken)
    {
        await db.ArticlePictures.Where(u => u.PictureId == old.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.PictureId, to), cancellationToken);
        await db.Articles.Where(a => a.LeadPictureId == old.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.LeadPictureId, to), cancellationToken);
        await db.Pictures.Where(p => p.Id == old.Id).ExecuteDeleteAsync(cancellationToken);
    }
}
