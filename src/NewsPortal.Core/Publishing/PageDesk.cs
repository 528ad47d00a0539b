using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Publishing;

/// <summary>Writes the pages beside the articles: about us, contact, copyright, privacy.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who does it.</param>
public sealed class PageDesk(NewsStore store, TimeProvider clock, string actor)
{
    /// <summary>How long a page's text may be, in characters.</summary>
    public const int LongestText = 200_000;

    private const int LongestTitle = 120;
    private const int LongestSlug = 60;

    /// <summary>Writes a page, a new one where it has no number yet.</summary>
    /// <param name="page">The page as it shall be, with the version that was seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="PageException">A field cannot be stored, or somebody saved the page since.</exception>
    public async Task<int> SaveAsync(FixedPage page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (title, text) = (page.Title.Trim(), page.Text.ReplaceLineEndings("\n").Trim());
        Require(title.Length is > 0 and <= LongestTitle && !title.Any(char.IsControl), PageProblem.Title, $"A title has 1 to {LongestTitle} characters.");
        Require(text.Length is > 0 and <= LongestText, PageProblem.Text, $"A text has 1 to {LongestText:N0} characters.");
        try
        {
            _ = BodyRenderer.FromMarkdown(text);
        }
        catch (RejectedInputException refused)
        {
            throw new PageException(PageProblem.Text, refused.Message);
        }

        await using var db = store.CreateContext();
        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var stored = page.Id == 0 ? new FixedPage() : await db.FixedPages.FindAsync([page.Id], cancellationToken)
            ?? throw new PageException(PageProblem.Gone, "Somebody has removed the page.");
        Require(stored.Version == page.Version, PageProblem.Saved, "Somebody has saved the page since it was opened.");
        var before = page.Id == 0 ? null : new { stored.Title, stored.Slug, stored.Text, stored.IsPublic, stored.IsInFooter };
        (stored.Title, stored.Text, stored.IsPublic, stored.IsInFooter, stored.Position) = (title, text, page.IsPublic, page.IsInFooter, page.Position);
        stored.Slug = await SlugAsync(db, page, title, cancellationToken);
        await LeaveAsync(db, stored, before?.Slug, cancellationToken);
        stored.UpdatedUtc = clock.NowUtc();
        stored.Version++;
        if (page.Id == 0)
        {
            db.FixedPages.Add(stored);
        }

        Record(db, "page.save", stored.Title, [
            new FieldChange("title", before?.Title, stored.Title), new FieldChange("slug", before?.Slug, stored.Slug), new FieldChange("text", before?.Text, stored.Text),
            new FieldChange("public", before?.IsPublic.ToString(), stored.IsPublic.ToString()), new FieldChange("footer", before?.IsInFooter.ToString(), stored.IsInFooter.ToString()),
        ]);
        await EndAsync(db, stored.Slug, before?.IsPublic == true || stored.IsPublic, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return stored.Id;
    }

    /// <summary>Takes a page away; its address answers 404.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PageException">There is none of this number.</exception>
    public async Task RemoveAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateContext();
        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var page = await db.FixedPages.FindAsync([id], cancellationToken) ?? throw new PageException(PageProblem.Gone, "Somebody has removed the page.");
        db.FixedPages.Remove(page);
        await db.FormerSlugs.Where(f => f.Kind == NameKind.Page && f.TargetId == id).ExecuteDeleteAsync(cancellationToken);
        Record(db, "page.remove", page.Title, [new FieldChange("text", page.Text, null)]);
        await EndAsync(db, page.Slug, page.IsPublic, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static void Require(bool holds, PageProblem problem, string message)
    {
        if (!holds)
        {
            throw new PageException(problem, message);
        }
    }

    private static async Task<string> SlugAsync(NewsDbContext db, FixedPage page, string title, CancellationToken cancellationToken)
    {
        var slug = Pinyin.Slug(string.IsNullOrWhiteSpace(page.Slug) ? title : page.Slug);
        slug = slug[..Math.Min(slug.Length, LongestSlug)].Trim('-');
        Require(slug.Length > 0, PageProblem.Slug, "An address ends in 1 to 60 letters, digits and hyphens.");
        var isTaken = await db.FixedPages.AnyAsync(p => p.Slug == slug && p.Id != page.Id, cancellationToken)
            || await db.FormerSlugs.AnyAsync(f => f.Kind == NameKind.Page && f.Slug == slug && f.TargetId != page.Id, cancellationToken);
        Require(!isTaken, PageProblem.Slug, $"/pages/{slug} is or was another page.");
        return slug;
    }

    // The old address leads to the new one; moved back to where it once was, the page answers there itself.
    private static async Task LeaveAsync(NewsDbContext db, FixedPage page, string? old, CancellationToken cancellationToken)
    {
        if (old is null || old == page.Slug)
        {
            return;
        }

        await db.FormerSlugs.Where(f => f.Kind == NameKind.Page && f.Slug == page.Slug).ExecuteDeleteAsync(cancellationToken);
        db.FormerSlugs.Add(new FormerSlug { Kind = NameKind.Page, Slug = old, TargetId = page.Id });
    }

    private void Record(NewsDbContext db, string act, string title, FieldChange[] changes) => AuditTrail.Add(
        db, new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = act, Subject = title }, [.. changes.Where(c => c.Old != c.New)]);

    private async Task EndAsync(NewsDbContext db, string slug, bool isSeen, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        if (isSeen)
        {
            await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Site, AtUtc = clock.NowUtc(), Actor = actor, Detail = $"pages {slug}" }], [], cancellationToken);
        }
    }
}

/// <summary>A page cannot be stored so; the message says what is wrong.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="message">What, for the operator.</param>
public sealed class PageException(PageProblem problem, string message) : Exception(message)
{
    /// <summary>What is wrong.</summary>
    public PageProblem Problem { get; } = problem;
}

/// <summary>Why a page cannot be stored.</summary>
public enum PageProblem
{
    /// <summary>It is there no more.</summary>
    Gone,

    /// <summary>Its title is missing or too long.</summary>
    Title,

    /// <summary>Its text is missing, too long or cannot be read.</summary>
    Text,

    /// <summary>Its address is no address, or another page's.</summary>
    Slug,

    /// <summary>Somebody saved it since it was opened.</summary>
    Saved,
}
