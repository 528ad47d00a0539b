using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing;

/// <summary>The rows of the pictures that an article shows: taken in before the transaction, written within it.</summary>
/// <param name="pictures">Takes in pictures.</param>
/// <param name="isDryRun">No row is made.</param>
internal sealed class PictureRows(PictureIntake pictures, bool isDryRun)
{
    /// <summary>The picture that an address of the file means.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="input">The input.</param>
    /// <param name="src">The address; null or blank where there is none.</param>
    /// <param name="extracted">What the file became; a warning is added where a picture is missing or refused.</param>
    /// <param name="nowUtc">The moment of the import.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Picture?> FindAsync(
        NewsDbContext db, InputItem input, string? src, ExtractedArticle extracted, DateTime nowUtc, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(src))
        {
            return null;
        }

        // Taken in before the transaction; only an article that changed in the store meanwhile has something left to take.
        var taken = extracted.Taken.TryGetValue(src, out var before) ? before : await pictures.TakeAsync(input, src);
        if (taken.Picture is not null && !isDryRun)
        {
            // Files are deleted under this lock only, so that what is there now is there when the row is.
            await ChangeLedger.LockAsync(db, cancellationToken);
            taken = pictures.IsThere(taken) ? taken : await pictures.TakeAsync(input, src);
        }

        if (taken.Refusal is { } refusal)
        {
            extracted.Warnings.Add(new ImportWarning(0, refusal));
            return null;
        }

        if (taken.Picture is not { } picture || isDryRun)
        {
            return null;
        }

        var known = db.Pictures.Local.FirstOrDefault(p => p.Hash == picture.Hash)
            ?? await db.Pictures.FirstOrDefaultAsync(p => p.Hash == picture.Hash, cancellationToken);
        if (known is null)
        {
            db.Pictures.Add(known = RowOf(picture, nowUtc));
        }

        await RememberInputAsync(db, taken.InputHash!, known, cancellationToken);
        return known;
    }

    /// <summary>As above, for an article that has pictures already: what was taken in anew, else what it has.</summary>
    public async Task<Picture?> FindAsync(
        NewsDbContext db, InputItem input, string? src, int position, StoredPictures stored, ExtractedArticle extracted, DateTime nowUtc, CancellationToken cancellationToken) =>
        src is not null && extracted.Taken.ContainsKey(src)
            ? await FindAsync(db, input, src, extracted, nowUtc, cancellationToken) ?? stored.Of(src)
            : stored.Find(src, position, extracted);

    private static async Task RememberInputAsync(NewsDbContext db, string hash, Picture picture, CancellationToken cancellationToken)
    {
        if (!db.PictureInputs.Local.Any(i => i.Hash == hash) && !await db.PictureInputs.AnyAsync(i => i.Hash == hash, cancellationToken))
        {
            db.PictureInputs.Add(new PictureInput { Hash = hash, Picture = picture });
        }
    }

    // A row of this transaction's own: a transaction that fails is tried again, and must not find its row stored already.
    private static Picture RowOf(Picture taken, DateTime nowUtc) => new()
    {
        Hash = taken.Hash,
        Extension = taken.Extension,
        Width = taken.Width,
        Height = taken.Height,
        Length = taken.Length,
        Tone = taken.Tone,
        CreatedUtc = nowUtc,
    };
}
