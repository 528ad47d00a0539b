using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Documents;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>What editors do to documents that readers may download: take them in, offer them with an article, take them away.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who does it.</param>
public sealed class AttachmentDesk(NewsStore store, TimeProvider clock, string actor)
{
    /// <summary>How many documents an article offers at most.</summary>
    public const int MostPerArticle = 50;

    private const int LongestTitle = 200;

    /// <summary>Takes a document in. The same bytes are one attachment, under the name by which they came first.</summary>
    /// <param name="name">What the browser calls it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <exception cref="RefusedDocumentException">It is no document that readers may be offered.</exception>
    public async Task<Attachment> TakeInAsync(string? name, Stream content, long most, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var fileName = DocumentName.Clean(name);
        using var incoming = await DocumentFolder.ReceiveAsync(store.Location, content, most, fileName, cancellationToken);
        DocumentCheck.Of(incoming.File, fileName);
        await using var db = store.CreateContext();
        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        incoming.Keep(store.Location);
        var attachment = await db.Attachments.FirstOrDefaultAsync(a => a.Hash == incoming.Hash, cancellationToken);
        if (attachment is null)
        {
            attachment = new Attachment { Hash = incoming.Hash, FileName = fileName, Bytes = incoming.Length, AddedUtc = clock.NowUtc(), AddedBy = actor };
            db.Attachments.Add(attachment);
            Record(db, "attachment.add", null, fileName, [new FieldChange("bytes", null, FormattableString.Invariant($"{incoming.Length}"))]);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return attachment;
    }

    /// <summary>Offers a document with an article, behind those that stand there.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="attachment">The attachment's number.</param>
    /// <param name="title">What readers see; the file's name where it is empty.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AttachmentException">One is gone, the title is too long, or the article has too many.</exception>
    public Task AttachAsync(long article, int attachment, string? title = null, CancellationToken cancellationToken = default) => ActAsync(article, "attachment.attach", async (db, places) =>
    {
        var clean = CleanTitle(title);
        if (places.Exists(p => p.AttachmentId == attachment))
        {
            return null;
        }

        if (places.Count >= MostPerArticle)
        {
            throw new AttachmentException(AttachmentProblem.Full, $"An article offers at most {MostPerArticle} documents.");
        }

        var document = await db.Attachments.FindAsync([attachment], cancellationToken) ?? throw Gone(attachment);
        db.ArticleAttachments.Add(new ArticleAttachment { ArticleId = article, AttachmentId = attachment, Title = clean, Place = places.Select(p => p.Place + 1).DefaultIfEmpty().Max() });
        return [new FieldChange("attachment", null, document.FileName)];
    }, cancellationToken);

    /// <summary>Offers a document with an article no longer; it stays on the shelf.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="attachment">The attachment's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task DetachAsync(long article, int attachment, CancellationToken cancellationToken = default) => ActAsync(article, "attachment.detach", (db, places) =>
    {
        var place = places.Find(p => p.AttachmentId == attachment);
        if (place is not null)
        {
            db.ArticleAttachments.Remove(place);
        }

        return Changed(place is null ? null : new FieldChange("attachment", place.Attachment.FileName, null));
    }, cancellationToken);

    /// <summary>Gives a document another title in one article.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="attachment">The attachment's number.</param>
    /// <param name="title">What readers see; the file's name where it is empty.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AttachmentException">The title is too long.</exception>
    public Task EntitleAsync(long article, int attachment, string? title, CancellationToken cancellationToken = default) => ActAsync(article, "attachment.title", (_, places) =>
    {
        var clean = CleanTitle(title);
        if (places.Find(p => p.AttachmentId == attachment) is not { } place || place.Title == clean)
        {
            return Changed(null);
        }

        var change = new FieldChange("title", place.Title, clean);
        place.Title = clean;
        return Changed(change);
    }, cancellationToken);

    /// <summary>Moves a document one place up or down among those of an article.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="attachment">The attachment's number.</param>
    /// <param name="up">Towards the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ShiftAsync(long article, int attachment, bool up, CancellationToken cancellationToken = default) => ActAsync(article, "attachment.order", (_, places) =>
    {
        var at = places.FindIndex(p => p.AttachmentId == attachment);
        var to = at + (up ? -1 : 1);
        if (at < 0 || to < 0 || to >= places.Count)
        {
            return Changed(null);
        }

        (places[at], places[to]) = (places[to], places[at]);
        for (var i = 0; i < places.Count; i++)
        {
            places[i].Place = i;
        }

        return Changed(new FieldChange("place", $"{at + 1}", $"{to + 1}"));
    }, cancellationToken);

    /// <summary>Takes a document away that no article offers, with its file.</summary>
    /// <param name="attachment">Its number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AttachmentException">It is gone, or an article offers it.</exception>
    public async Task RemoveAsync(int attachment, CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateContext();
        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var document = await db.Attachments.FindAsync([attachment], cancellationToken) ?? throw Gone(attachment);
        if (await db.ArticleAttachments.AnyAsync(p => p.AttachmentId == attachment, cancellationToken))
        {
            throw new AttachmentException(AttachmentProblem.InUse, "An article offers it.");
        }

        db.Attachments.Remove(document);
        Record(db, "attachment.remove", null, document.FileName, [new FieldChange("attachment", document.Hash, null)]);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        // After the commit: a file without a row costs room, a row without its file would be a document lost.
        File.Delete(DocumentFolder.FileOf(store.Location, document.Hash));
    }

    private static Task<FieldChange[]?> Changed(FieldChange? change) => Task.FromResult<FieldChange[]?>(change is null ? null : [change]);

    private static AttachmentException Gone(int attachment) => new(AttachmentProblem.Gone, $"There is no attachment {attachment}.");

    private static string CleanTitle(string? title) => title?.Trim() is not { Length: > 0 } trimmed ? string.Empty
        : trimmed.Length <= LongestTitle && !trimmed.Any(char.IsControl) ? trimmed
        : throw new AttachmentException(AttachmentProblem.Title, $"A title has at most {LongestTitle} characters on one line.");

    // What readers see of an article changes with what it offers, though its text does not: the ledger says so, its page is
    // made again, and whoever has it open in the newsroom can still save.
    private async Task ActAsync(long id, string act, Func<NewsDbContext, List<ArticleAttachment>, Task<FieldChange[]?>> change, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var article = await db.Articles.FindAsync([id], cancellationToken) ?? throw new AttachmentException(AttachmentProblem.Gone, $"There is no article {id}.");
        var places = await db.ArticleAttachments.Include(p => p.Attachment).Where(p => p.ArticleId == id).OrderBy(p => p.Place).ThenBy(p => p.AttachmentId).ToListAsync(cancellationToken);
        if (await change(db, places) is not { } changes)
        {
            return;
        }

        var now = clock.NowUtc();
        var isPublic = article.Status == ArticleStatus.Published;
        if (isPublic)
        {
            article.Revise(now);
        }

        Record(db, act, id, article.Headline, changes);
        await db.SaveChangesAsync(cancellationToken);
        if (isPublic)
        {
            var pages = await RunInvalidation.ApplyAsync(db, [], [id], cancellationToken);
            await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Revised, ArticleId = id, AtUtc = now, Actor = actor, ContentHash = article.ContentHash }], pages, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private void Record(NewsDbContext db, string act, long? article, string subject, FieldChange[] changes) =>
        AuditTrail.Add(db, new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = act, ArticleId = article, Subject = subject }, changes);
}
