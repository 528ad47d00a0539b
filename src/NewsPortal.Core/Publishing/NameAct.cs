using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>One act on a section, tag, source or writer, in its transaction: the articles that bear it follow, and the ledger.</summary>
/// <param name="db">The context of the transaction, which holds the lock of writers.</param>
/// <param name="nowUtc">The moment of the act.</param>
/// <param name="actor">Who does it.</param>
/// <param name="cancellationToken">Gives up.</param>
internal sealed class NameAct(NewsDbContext db, DateTime nowUtc, string actor, CancellationToken cancellationToken)
{
    private const int ReadAtOnce = 100;

    // From here on all kept runs go: to ask for each which pages name it would take longer than to make them again.
    private const int MostNeighbourhoods = 500;

    private readonly List<Change> _changes = [];
    private readonly List<Article> _shown = [];

    public NewsDbContext Db => db;

    /// <summary>Finds one; throws where it is gone.</summary>
    public async Task<Found> FindAsync(NameKind kind, int id)
    {
        if (kind == NameKind.Section)
        {
            return await db.Sections.FindAsync([id], cancellationToken) is { } section ? new Found(section, id, section.Name, section.Slug) : throw Gone();
        }

        INamed? named = kind switch
        {
            NameKind.Tag => await db.Tags.FindAsync([id], cancellationToken),
            NameKind.Source => await db.Sources.FindAsync([id], cancellationToken),
            _ => await db.Authors.FindAsync([id], cancellationToken),
        };
        return named is null ? throw Gone() : new Found(named, id, named.Name, named.Slug);

        NameException Gone() => new(NameProblem.Gone, $"There is none with number {id} any more.");
    }

    /// <summary>Puts the act on record.</summary>
    public void Record(string act, string subject, IReadOnlyCollection<FieldChange> changes) =>
        AuditTrail.Add(db, new AuditEntry { AtUtc = nowUtc, Actor = actor, Act = act, Subject = subject }, changes);

    /// <summary>Tells the ledger that the site changed.</summary>
    public void Site(string detail) => _changes.Add(new Change { Kind = ChangeKind.Site, AtUtc = nowUtc, Actor = actor, Detail = detail });

    /// <summary>Computes the content hashes of all articles that bear a name anew: the name is a part of them.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> RelabelAsync(NameKind kind, int id)
    {
        await db.SaveChangesAsync(cancellationToken);
        var count = 0;
        for (var after = 0L; ;)
        {
            var some = await db.Articles.AsNoTracking().Bearing(kind, id).Where(a => a.Id > after).OrderBy(a => a.Id)
                .WithEverything().Take(ReadAtOnce).ToListAsync(cancellationToken);
            foreach (var article in some)
            {
                await RehashAsync(article);
            }

            count += some.Count;
            if (some.Count < ReadAtOnce)
            {
                return count;
            }

            after = some[^1].Id;
        }
    }

    /// <summary>Puts some of one's articles under another.</summary>
    /// <returns>How many; fewer than asked where none is left.</returns>
    public async Task<int> HandOverAsync(NameKind kind, int from, int into, int most)
    {
        var ids = await db.Articles.Bearing(kind, from).OrderBy(a => a.Id).Select(a => a.Id).Take(most).ToListAsync(cancellationToken);
        switch (kind)
        {
            case NameKind.Section:
                await db.Articles.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.SectionId, into), cancellationToken);
                break;
            case NameKind.Source:
                await db.Articles.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.SourceId, into), cancellationToken);
                break;
            case NameKind.Tag:
                await db.ArticleTags.Where(t => t.TagId == from && ids.Contains(t.ArticleId) && db.ArticleTags.Any(o => o.ArticleId == t.ArticleId && o.TagId == into)).ExecuteDeleteAsync(cancellationToken);
                await db.ArticleTags.Where(t => t.TagId == from && ids.Contains(t.ArticleId)).ExecuteUpdateAsync(t => t.SetProperty(x => x.TagId, into), cancellationToken);
                break;
            default:
                await db.ArticleAuthors.Where(w => w.AuthorId == from && ids.Contains(w.ArticleId) && db.ArticleAuthors.Any(o => o.ArticleId == w.ArticleId && o.AuthorId == into)).ExecuteDeleteAsync(cancellationToken);
                await db.ArticleAuthors.Where(w => w.AuthorId == from && ids.Contains(w.ArticleId)).ExecuteUpdateAsync(w => w.SetProperty(x => x.AuthorId, into), cancellationToken);
                break;
        }

        foreach (var article in await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).WithEverything().ToListAsync(cancellationToken))
        {
            await RehashAsync(article);
        }

        return ids.Count;
    }

    /// <summary>Takes one away whose articles are all another's now: addresses, spellings and rights go to the other.</summary>
    public async Task EndAsync(NameKind kind, Found gone, Found kept)
    {
        await db.FormerSlugs.Where(f => f.Kind == kind && f.TargetId == gone.Id).ExecuteUpdateAsync(f => f.SetProperty(x => x.TargetId, kept.Id), cancellationToken);
        await db.NameAliases.Where(a => a.Kind == kind && a.TargetId == gone.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.TargetId, kept.Id), cancellationToken);
        db.FormerSlugs.Add(new FormerSlug { Kind = kind, Slug = gone.Slug, TargetId = kept.Id });
        if (gone.Row is INamed named)
        {
            db.NameAliases.Add(new NameAlias { Kind = kind, NameKey = named.NameKey, TargetId = kept.Id });
        }
        else
        {
            // In this order: a spelling that is known here as the other's would leave with it.
            await db.SectionAliases.Where(a => a.SectionId == gone.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.SectionId, kept.Id), cancellationToken);
            await RememberSectionAsync(gone.Name, gone.Slug, kept.Id);
            await db.ApiTokens.Where(t => t.SectionId == gone.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.SectionId, kept.Id), cancellationToken);
            await HandOverRightsAsync(gone.Id, kept.Id);
        }

        await IntroductionDesk.HandOverAsync(db, kind, gone.Id, kept.Id, cancellationToken);
        db.Remove(gone.Row);
    }

    /// <summary>Keeps a section's name and slug as spellings of it, where they are nobody's yet.</summary>
    public async Task RememberSectionAsync(string name, string slug, int id)
    {
        foreach (var key in new[] { NameBook.KeyOf(name), NameBook.KeyOf(slug) }.Distinct())
        {
            if (await db.SectionAliases.FindAsync([key], cancellationToken) is null)
            {
                db.SectionAliases.Add(new SectionAlias { NameKey = key, SectionId = id });
            }
        }
    }

    /// <summary>Saves what is left, throws the pages away that show it, and appends to the ledger.</summary>
    public async Task FinishAsync()
    {
        await db.SaveChangesAsync(cancellationToken);
        var pages = _shown.Count <= MostNeighbourhoods ? await RunInvalidation.ApplyAsync(db, _shown, [], cancellationToken) : await AllAsync();
        await ChangeLedger.AppendAsync(db, _changes, pages, cancellationToken);
    }

    private async Task<IReadOnlyCollection<long>> AllAsync()
    {
        await db.Runs.ExecuteDeleteAsync(cancellationToken);
        return [.. _shown.Select(a => a.Id)];
    }

    private async Task HandOverRightsAsync(int gone, int kept)
    {
        foreach (var member in await db.Staff.Where(m => m.Sections != string.Empty).ToListAsync(cancellationToken))
        {
            if (member.Covers(gone))
            {
                var theirs = member.Sections.Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture)).Select(s => s == gone ? kept : s);
                member.Sections = string.Join(',', theirs.Distinct().Order());
            }
        }
    }

    // Not a save of the article: what it says is the same, and whoever edits it now goes on.
    private async Task RehashAsync(Article article)
    {
        var hash = ContentHash.Of(article, article.Body!);
        if (hash == article.ContentHash)
        {
            return;
        }

        await db.Articles.Where(a => a.Id == article.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.ContentHash, hash), cancellationToken);
        if (article.Status == ArticleStatus.Published)
        {
            article.Body = null;
            _shown.Add(article);
            _changes.Add(new Change { Kind = ChangeKind.Renamed, ArticleId = article.Id, AtUtc = nowUtc, Actor = actor, ContentHash = hash });
        }
    }

    /// <summary>A section, tag, source or writer.</summary>
    /// <param name="Row">Its row.</param>
    /// <param name="Id">Its number.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Slug">Its part of the address.</param>
    public sealed record Found(object Row, int Id, string Name, string Slug);
}
