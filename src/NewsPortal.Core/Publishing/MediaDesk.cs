using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Media;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>What editors do to pictures of the library: describe, replace everywhere, take away.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who does it.</param>
public sealed class MediaDesk(NewsStore store, TimeProvider clock, string actor)
{
    private const int LongestWords = 400;

    // Articles in one transaction while a picture is replaced; other writers come between.
    private const int AtOnce = 20;

    /// <summary>Writes down what is known of a picture.</summary>
    /// <param name="wanted">The picture's number and the words; blank ones are taken away. Its focal point stays.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="MediaException">The picture is gone, or a text is too long.</exception>
    public async Task DescribeAsync(PictureNote wanted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var (title, alt, credit, licence) = (Clean(wanted.Title), Clean(wanted.AltText), Clean(wanted.Credit), Clean(wanted.Licence));
        await using var db = store.CreateContext();
        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await RequireAsync(db, wanted.PictureId, cancellationToken);
        var note = await db.PictureNotes.FindAsync([wanted.PictureId], cancellationToken);
        FieldChange[] changes =
        [
            new("title", note?.Title, title), new("alt", note?.AltText, alt), new("credit", note?.Credit, credit), new("licence", note?.Licence, licence),
        ];
        if (note is null)
        {
            db.PictureNotes.Add(note = new PictureNote { PictureId = wanted.PictureId });
        }

        (note.Title, note.AltText, note.Credit, note.Licence, note.UpdatedUtc) = (title, alt, credit, licence, clock.NowUtc());
        Record(db, "media.describe", wanted.PictureId, title, [.. changes.Where(c => c.Old != c.New)]);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Puts another picture into every place of one. Captions, credits and alternative texts stay.</summary>
    /// <remarks>Articles follow in groups, each a transaction of its own: asked again, it goes on where it was cut off.</remarks>
    /// <param name="old">The picture that leaves its places; it stays in the library.</param>
    /// <param name="replacement">The picture that takes them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many articles show another picture now.</returns>
    /// <exception cref="MediaException">One is gone, or both are the same.</exception>
    public async Task<int> ReplaceAsync(int old, int replacement, CancellationToken cancellationToken = default)
    {
        if (old == replacement)
        {
            throw new MediaException(MediaProblem.Same, "It is the same picture.");
        }

        for (var changed = 0; ;)
        {
            var some = await ReplaceSomeAsync(old, replacement, cancellationToken);
            changed += some;
            if (some < AtOnce)
            {
                return changed;
            }
        }
    }

    /// <summary>Takes a picture away that no article uses, with its files.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="MediaException">It is gone, or an article uses it.</exception>
    public async Task RemoveAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateContext();
        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var picture = await RequireAsync(db, id, cancellationToken);
        if (await Using(db, id).AnyAsync(cancellationToken))
        {
            throw new MediaException(MediaProblem.InUse, "An article uses it.");
        }

        db.Pictures.Remove(picture);
        Record(db, "media.remove", id, null, [new FieldChange("picture", picture.Hash, null)]);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        // After the commit: a file without a row is swept up later, a row without its file would be a picture lost.
        MediaFolder.Delete(store.Location, picture);
    }

    /// <summary>The articles that use a picture, public or not.</summary>
    /// <param name="db">The store.</param>
    /// <param name="picture">Its number.</param>
    public static IQueryable<Article> Using(NewsDbContext db, int picture)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Articles.Where(a => a.LeadPictureId == picture || a.Pictures.Any(p => p.PictureId == picture));
    }

    private async Task<int> ReplaceSomeAsync(int old, int replacement, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var edition = await Edition.BeginAsync(db, clock, actor, cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var gone = await RequireAsync(db, old, cancellationToken);
        var picture = await RequireAsync(db, replacement, cancellationToken);
        var articles = await Using(db, old).OrderBy(a => a.Id).WithEverything().Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var article in articles)
        {
            var (body, state, terms) = (article.Body!, ArticleState.Of(article, article.Body!), TermFrequencies.Of(article.Headline, article.Body!.Text));
            foreach (var place in article.Pictures.Where(p => p.PictureId == old))
            {
                (place.Picture, place.PictureId) = (picture, picture.Id);
            }

            if (article.LeadPictureId == old)
            {
                (article.LeadPicture, article.LeadPictureId) = (picture, picture.Id);
            }

            edition.Remember(article, state, ArticleAct.Save, "a picture was replaced");
            edition.Record(article, AuditActs.PictureReplaced, [.. PictureChanges.Between(state.Pictures, ArticleState.Of(article, body).Pictures), .. Cover(state, article)]);
            if (article.Status == ArticleStatus.Published)
            {
                edition.Revise(article, body, terms);
            }
            else
            {
                edition.Keep(article, body);
            }
        }

        if (articles.Count < AtOnce)
        {
            Record(db, "media.replace", replacement, null, [new FieldChange("picture", gone.Path, picture.Path)]);
        }

        await edition.CommitAsync(cancellationToken: cancellationToken);
        return articles.Count;
    }

    private static IEnumerable<FieldChange> Cover(ArticleState before, Article article) =>
        before.Cover == article.LeadPicture?.Path ? [] : [new FieldChange("cover", before.Cover, article.LeadPicture?.Path)];

    private static async Task<Picture> RequireAsync(NewsDbContext db, int id, CancellationToken cancellationToken) =>
        await db.Pictures.FindAsync([id], cancellationToken) ?? throw new MediaException(MediaProblem.Gone, $"There is no picture {id}.");

    private static string? Clean(string? words) => words?.Trim() is not { Length: > 0 } trimmed ? null
        : trimmed.Length <= LongestWords && !trimmed.Any(char.IsControl) ? trimmed
        : throw new MediaException(MediaProblem.TooLong, $"A text has at most {LongestWords} characters on one line.");

    private void Record(NewsDbContext db, string act, int picture, string? title, FieldChange[] changes) => AuditTrail.Add(
        db, new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = act, Subject = title ?? $"picture {picture}" }, changes);
}

/// <summary>An editor asked something of a picture that cannot be; the message says what.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="message">What, for the operator.</param>
public sealed class MediaException(MediaProblem problem, string message) : Exception(message)
{
    /// <summary>What is wrong.</summary>
    public MediaProblem Problem { get; } = problem;
}

/// <summary>Why something cannot be done to a picture.</summary>
public enum MediaProblem
{
    /// <summary>It is there no more.</summary>
    Gone,

    /// <summary>It cannot replace itself.</summary>
    Same,

    /// <summary>An article uses it.</summary>
    InUse,

    /// <summary>A text is too long.</summary>
    TooLong,

    /// <summary>Articles use it that whoever asks may not edit.</summary>
    NotYours,
}
