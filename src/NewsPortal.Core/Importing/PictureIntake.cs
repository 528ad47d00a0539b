using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Media;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing;

/// <summary>A picture on its way from a file into the store.</summary>
/// <param name="InputHash">SHA-256 of the bytes as they came; null where there were none.</param>
/// <param name="Picture">The row of its clean copy, stored or not; null where it was not taken.</param>
/// <param name="Refusal">Why it was not taken; null where it was.</param>
internal sealed record TakenPicture(string? InputHash, Picture? Picture, string? Refusal);

/// <summary>
/// Takes in the pictures of one run's articles before their transaction begins, beside the extraction: what is slow and
/// dangerous about a picture is over, and its clean copy on the disk, when the write lock is asked for.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="isDryRun">Pictures are decoded to see whether they can be, and nothing is put on the disk.</param>
internal sealed class PictureIntake(NewsStore store, TimeProvider clock, bool isDryRun) : IDisposable
{
    private readonly PictureWorkshop _workshop = new();

    // One picture in many articles is decoded once; rows only, the bytes are on the disk.
    private readonly ConcurrentDictionary<string, Lazy<Task<TakenPicture>>> _seen = new(StringComparer.Ordinal);

    /// <summary>Takes in every picture that an article shows and notes it there, unless the store has this very file already.</summary>
    /// <param name="input">The article's file.</param>
    /// <param name="article">What it became.</param>
    public async Task TakeAllAsync(InputItem input, ExtractedArticle article)
    {
        var wanted = article.Pictures.Select(p => p.Src).Append(article.Cover)
            .Where(src => !string.IsNullOrWhiteSpace(src)).Distinct(StringComparer.Ordinal).ToList();
        if (input is KeptOriginal kept)
        {
            await LeaveStoredAsync(wanted!, kept);
        }
        else if (wanted.Count > 0 && await IsKnownAsync(input.File!, article))
        {
            return;
        }

        foreach (var src in wanted)
        {
            article.Taken[src!] = await TakeAsync(input, src!);
        }
    }

    /// <summary>Takes in one picture.</summary>
    /// <param name="input">The article's file.</param>
    /// <param name="src">The picture's address as written there.</param>
    public async Task<TakenPicture> TakeAsync(InputItem input, string src)
    {
        if (input.Pictures.Find(input.File!, src) is not { } bytes)
        {
            return new TakenPicture(null, null, MissingPicture.Warning(src).Message);
        }

        var taken = await TakeAsync(bytes);

        // Each article hears of the picture by the address that it uses itself.
        return taken.Refusal is { } reason ? taken with { Refusal = $"The picture {src} was left out: {reason}." } : taken;
    }

    /// <summary>Takes in a picture's bytes.</summary>
    /// <param name="bytes">As they came.</param>
    public Task<TakenPicture> TakeAsync(byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return _seen.GetOrAdd(hash, h => new Lazy<Task<TakenPicture>>(() => CleanAsync(h, bytes))).Value;
    }

    /// <summary>Whether what was taken in is still on the disk: samples that leave take their pictures with them.</summary>
    /// <param name="taken">What was taken in.</param>
    public bool IsThere(TakenPicture taken) => taken.Picture is null || isDryRun || File.Exists(MediaFolder.FileOf(store.Location, taken.Picture));

    /// <inheritdoc/>
    public void Dispose() => _workshop.Dispose();

    private async Task<bool> IsKnownAsync(SourceFile file, ExtractedArticle article)
    {
        await using var db = store.CreateContext();
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));
        return (await ArticleIdentity.FindAsync(db, article, hash, file.RelativePath, CancellationToken.None)).SameBytes;
    }

    // The folder that an original lay in is gone: a picture that the article has stays, and what the file holds itself is
    // all that can be found beyond.
    private async Task LeaveStoredAsync(List<string> wanted, KeptOriginal kept)
    {
        wanted.RemoveAll(src => kept.Pictures.Find(kept.File!, src) is null);
        if (wanted.Count == 0) return;
        await using var db = store.CreateContext();
        var stored = await db.Set<ArticlePicture>().Where(p => p.ArticleId == kept.Use.ArticleId && p.PictureId != null).Select(p => p.OriginalSrc).ToListAsync();
        wanted.RemoveAll(stored.Contains);
    }

    private async Task<TakenPicture> CleanAsync(string inputHash, byte[] bytes)
    {
        await using var db = store.CreateContext();
        var known = await db.PictureInputs.AsNoTracking().Where(i => i.Hash == inputHash).Select(i => i.Picture).FirstOrDefaultAsync();
        if (known is not null && File.Exists(MediaFolder.FileOf(store.Location, known)))
        {
            return new TakenPicture(inputHash, known, null);
        }

        CleanPicture clean;
        try
        {
            clean = _workshop.Clean(bytes);
        }
        catch (Exception e) when (e is RefusedPictureException or IOException)
        {
            // A decoder that does not start costs the picture, as a library that is missing does, and not the article.
            return new TakenPicture(inputHash, null, e.Message.TrimEnd('.'));
        }

        return new TakenPicture(inputHash, isDryRun ? MediaFolder.RowOf(clean, clock.NowUtc()) : MediaFolder.Put(store.Location, clean, clock.NowUtc()), null);
    }
}
