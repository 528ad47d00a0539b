using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>Keeps the newsroom's remarks on articles; nothing that readers reach asks for them.</summary>
/// <param name="db">The store.</param>
/// <param name="clock">The clock.</param>
public sealed class EditorialNotes(NewsDbContext db, TimeProvider clock)
{
    /// <summary>A note has 1 to so many characters.</summary>
    public const int Longest = 2000;

    /// <summary>Adds one.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="text">What is said.</param>
    /// <param name="actor">Who says it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it is empty or too long.</returns>
    public async Task<bool> AddAsync(long article, string? text, string actor, CancellationToken cancellationToken = default)
    {
        var said = text?.ReplaceLineEndings("\n").Trim();
        if (said is not { Length: > 0 and <= Longest } || said.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
        {
            return false;
        }

        db.EditorialNotes.Add(new EditorialNote { ArticleId = article, AtUtc = clock.NowUtc(), Actor = actor, Text = said });
        await RecordAsync(article, AuditActs.NoteAdded, new FieldChange("note", null, said), actor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Removes one; the record keeps how it began.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="note">The note's number.</param>
    /// <param name="actor">Who removes it.</param>
    /// <param name="mayRemoveOthers">Whoever removes it may do so with a note of somebody else.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it is gone, or somebody else's.</returns>
    public async Task<bool> RemoveAsync(long article, long note, string actor, bool mayRemoveOthers, CancellationToken cancellationToken = default)
    {
        if (await db.EditorialNotes.FirstOrDefaultAsync(n => n.Id == note && n.ArticleId == article, cancellationToken) is not { } stored || (stored.Actor != actor && !mayRemoveOthers))
        {
            return false;
        }

        db.EditorialNotes.Remove(stored);
        await RecordAsync(article, AuditActs.NoteRemoved, new FieldChange("note", $"{stored.Actor}: {stored.Text}", null), actor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>An article's notes, the newest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="article">The article's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<List<EditorialNote>> OfAsync(NewsDbContext db, long article, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.EditorialNotes.AsNoTracking().Where(n => n.ArticleId == article).OrderByDescending(n => n.Id).Take(200).ToListAsync(cancellationToken);
    }

    private async Task RecordAsync(long article, string act, FieldChange change, string actor, CancellationToken cancellationToken)
    {
        var headline = await db.Articles.Where(a => a.Id == article).Select(a => a.Headline).FirstOrDefaultAsync(cancellationToken);
        AuditTrail.Add(db, new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = act, ArticleId = article, Subject = headline ?? string.Empty }, [change]);
    }
}
