using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>What editors write at the head of sections, tags, sources, writers and stories.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who does it.</param>
public sealed class IntroductionDesk(NewsStore store, TimeProvider clock, string actor)
{
    /// <summary>Introduces one, or takes its introduction away.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its number.</param>
    /// <param name="text">At most 500 characters; blanks and line ends become single blanks. Empty takes it away.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NameException">It is gone, or the text is too long.</exception>
    public async Task IntroduceAsync(NameKind kind, long id, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cleaned = string.Join(' ', SafeText.WithoutForbidden(text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        if (cleaned.Length > Introduction.Longest)
        {
            throw new NameException(NameProblem.IntroductionLength, $"An introduction has at most {Introduction.Longest} characters; this has {cleaned.Length}.");
        }

        await using var db = store.CreateContext();
        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var name = await NameOfAsync(db, kind, id, cancellationToken)
            ?? throw new NameException(NameProblem.Gone, $"There is none with number {id} any more.");
        var row = await db.Introductions.FindAsync([kind, id], cancellationToken);
        var before = row?.Text ?? string.Empty;
        if (before == cleaned)
        {
            return;
        }

        if (row is null) db.Introductions.Add(new Introduction { Kind = kind, TargetId = id, Text = cleaned });
        else if (cleaned.Length == 0) db.Introductions.Remove(row);
        else row.Text = cleaned;
        var now = clock.NowUtc();
        AuditTrail.Add(db, new AuditEntry { AtUtc = now, Actor = actor, Act = "name.introduce", Subject = name }, [new FieldChange("introduction", before, cleaned)]);
        await db.SaveChangesAsync(cancellationToken);
        await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Site, AtUtc = now, Actor = actor, Detail = $"{kind.Folder()} {id} introduced" }], [], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Gives what is merged away's introduction to what stays, where that has none.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="gone">The one that goes.</param>
    /// <param name="kept">The one that stays.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task HandOverAsync(NewsDbContext db, NameKind kind, long gone, long kept, CancellationToken cancellationToken)
    {
        await db.Introductions.Where(i => i.Kind == kind && i.TargetId == gone && !db.Introductions.Any(k => k.Kind == kind && k.TargetId == kept))
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.TargetId, kept), cancellationToken);
        await db.Introductions.Where(i => i.Kind == kind && i.TargetId == gone).ExecuteDeleteAsync(cancellationToken);
    }

    private static Task<string?> NameOfAsync(NewsDbContext db, NameKind kind, long id, CancellationToken cancellationToken) => kind switch
    {
        NameKind.Section => db.Sections.Where(s => s.Id == id).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken),
        NameKind.Tag => db.Tags.Where(t => t.Id == id).Select(t => t.Name).FirstOrDefaultAsync(cancellationToken),
        NameKind.Source => db.Sources.Where(s => s.Id == id).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken),
        NameKind.Author => db.Authors.Where(w => w.Id == id).Select(w => w.Name).FirstOrDefaultAsync(cancellationToken),
        NameKind.Story => db.Stories.Where(s => s.Id == id && s.MergedIntoId == null).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken),
        _ => Task.FromResult<string?>(null),
    };
}
