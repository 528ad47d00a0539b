using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Publishing;

/// <summary>
/// What editors do to sections, tags, sources and writers: another name or address, a merge, an end. Old addresses answer
/// 301 for ever, and files that use an old name mean the same thing as before.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who does it.</param>
public sealed class NameDesk(NewsStore store, TimeProvider clock, string actor)
{
    private const int LongestName = 80;
    private const int LongestSlug = 60;

    // The lock of writers is held for so many articles at a time while a name is merged; an editor's save comes between.
    private const int AtOnce = 50;

    /// <summary>Gives one another name, and another address where one is given.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its number.</param>
    /// <param name="name">The name, 1 to 80 characters.</param>
    /// <param name="slug">Its part of the address; null leaves it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NameException">It is gone, or name or address are not possible or another's.</exception>
    public Task RenameAsync(NameKind kind, int id, string name, string? slug = null, CancellationToken cancellationToken = default) => kind switch
    {
        NameKind.Section => RenameSectionAsync(id, name, slug, cancellationToken),
        NameKind.Tag => RenameAsync<Tag>(id, name, slug, cancellationToken),
        NameKind.Source => RenameAsync<Source>(id, name, slug, cancellationToken),
        _ => RenameAsync<Author>(id, name, slug, cancellationToken),
    };

    /// <summary>Puts all articles of one under another; the first is no more, and its addresses lead to the second.</summary>
    /// <remarks>Articles follow in groups, each a transaction of its own: a merge that is cut off is finished by asking for it again.</remarks>
    /// <param name="kind">What they are.</param>
    /// <param name="from">The one that goes.</param>
    /// <param name="into">The one that stays.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many articles bear another name now.</returns>
    /// <exception cref="NameException">One is gone, or both are the same.</exception>
    public async Task<int> MergeAsync(NameKind kind, int from, int into, CancellationToken cancellationToken = default)
    {
        if (from == into)
        {
            throw new NameException(NameProblem.Same, "It cannot be merged into itself.");
        }

        for (var moved = 0; ;)
        {
            var some = await ActAsync(act => MergeSomeAsync(act, kind, from, into), cancellationToken);
            moved += some;
            if (some < AtOnce)
            {
                return moved;
            }
        }
    }

    /// <summary>Takes one away that no article bears.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NameException">It is gone, or an article bears it.</exception>
    public Task RemoveAsync(NameKind kind, int id, CancellationToken cancellationToken = default) => ActAsync(
        async act =>
        {
            var named = await act.FindAsync(kind, id);
            if (await act.Db.Articles.Bearing(kind, id).AnyAsync(cancellationToken))
            {
                throw new NameException(NameProblem.InUse, $"Articles bear '{named.Name}'; merge it into another.");
            }

            act.Db.Remove(named.Row);
            await act.Db.FormerSlugs.Where(f => f.Kind == kind && f.TargetId == id).ExecuteDeleteAsync(cancellationToken);
            await act.Db.NameAliases.Where(a => a.Kind == kind && a.TargetId == id).ExecuteDeleteAsync(cancellationToken);
            await act.Db.Introductions.Where(i => i.Kind == kind && i.TargetId == id).ExecuteDeleteAsync(cancellationToken);
            act.Record("name.remove", named.Name, [new FieldChange(kind.Folder(), named.Name, null)]);
            act.Site($"{kind.Folder()} {named.Slug} removed");
            return 0;
        },
        cancellationToken);

    /// <summary>Makes a section that has no articles yet.</summary>
    /// <param name="name">Its name, 1 to 80 characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NameException">The name is not possible, or a section has it.</exception>
    public Task AddSectionAsync(string name, CancellationToken cancellationToken = default) => ActAsync(
        async act =>
        {
            var shown = Clean(name);
            var section = await new NameBook().SectionAsync(act.Db, shown, cancellationToken);
            if (section.Id != 0)
            {
                throw new NameException(NameProblem.NameTaken, $"There is a section '{section.Name}'.");
            }

            act.Record("name.add", shown, [new FieldChange("sections", null, shown)]);
            act.Site($"sections {section.Slug} added");
            return 0;
        },
        cancellationToken);

    /// <summary>Puts the sections into an order; those that are not named come after the others, in their old order.</summary>
    /// <param name="order">Numbers of sections.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task OrderAsync(IReadOnlyList<int> order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        return ActAsync(
            async act =>
            {
                var sections = await act.Db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(cancellationToken);
                var places = order.Distinct().Select((number, place) => (number, place)).ToDictionary(o => o.number, o => o.place);
                var wanted = sections.OrderBy(s => places.GetValueOrDefault(s.Id, int.MaxValue)).ToList();
                if (wanted.SequenceEqual(sections))
                {
                    return 0;
                }

                act.Record("section.order", string.Join(' ', wanted.Select(s => s.Name)), [new FieldChange("order", Names(sections), Names(wanted))]);
                for (var i = 0; i < wanted.Count; i++)
                {
                    wanted[i].Position = i;
                }

                act.Site("sections ordered");
                return 0;
            },
            cancellationToken);

        static string Names(IEnumerable<Section> sections) => string.Join(' ', sections.Select(s => s.Name));
    }

    private Task<int> RenameAsync<T>(int id, string name, string? slug, CancellationToken cancellationToken)
        where T : class, INamed => ActAsync(
        async act =>
        {
            var (kind, shown) = (NameKinds.Of<T>(), Clean(name));
            var key = NameBook.KeyOf(shown);
            var set = act.Db.Set<T>();
            var named = await set.FindAsync([id], cancellationToken) ?? throw Gone(id);
            var alias = await act.Db.NameAliases.FindAsync([kind, key], cancellationToken);
            if (alias is not null ? alias.TargetId != id : await set.AnyAsync(n => n.NameKey == key && n.Id != id, cancellationToken))
            {
                throw new NameException(NameProblem.NameTaken, $"'{shown}' is another one's name; merge the two.");
            }

            if (key != named.NameKey)
            {
                if (alias is not null) act.Db.NameAliases.Remove(alias);
                act.Db.NameAliases.Add(new NameAlias { Kind = kind, NameKey = named.NameKey, TargetId = id });
            }

            var before = (named.Name, named.Slug);
            (named.Name, named.NameKey) = (shown, key);
            named.Slug = await SlugAsync(act, kind, id, named.Slug, slug, s => set.AnyAsync(n => n.Slug == s && n.Id != id, cancellationToken));
            return await RenamedAsync(act, kind, id, before, (named.Name, named.Slug));
        },
        cancellationToken);

    private Task<int> RenameSectionAsync(int id, string name, string? slug, CancellationToken cancellationToken) => ActAsync(
        async act =>
        {
            var shown = Clean(name);
            var key = NameBook.KeyOf(shown);
            var section = await act.Db.Sections.FindAsync([id], cancellationToken) ?? throw Gone(id);
            var alias = await act.Db.SectionAliases.FindAsync([key], cancellationToken);
            if ((alias is not null && alias.SectionId != id) || await act.Db.Sections.AnyAsync(s => s.Name == shown && s.Id != id, cancellationToken))
            {
                throw new NameException(NameProblem.NameTaken, $"'{shown}' is another section's name; merge the two.");
            }

            // Files name a section by its name or its slug; those that use the old ones still mean this section.
            if (alias is null) act.Db.SectionAliases.Add(new SectionAlias { NameKey = key, SectionId = id });
            await act.RememberSectionAsync(section.Name, section.Slug, id);
            var before = (section.Name, section.Slug);
            section.Name = shown;
            section.Slug = await SlugAsync(act, NameKind.Section, id, section.Slug, slug, s => act.Db.Sections.AnyAsync(n => n.Slug == s && n.Id != id, cancellationToken));
            return await RenamedAsync(act, NameKind.Section, id, before, (section.Name, section.Slug));
        },
        cancellationToken);

    private static async Task<int> RenamedAsync(NameAct act, NameKind kind, int id, (string Name, string Slug) before, (string Name, string Slug) now)
    {
        if (before == now)
        {
            return 0;
        }

        act.Record("name.rename", now.Name, [new FieldChange("name", before.Name, now.Name), new FieldChange("slug", before.Slug, now.Slug)]);
        act.Site($"{kind.Folder()} {before.Slug} is {now.Slug}");
        return await act.RelabelAsync(kind, id);
    }

    private static async Task<string> SlugAsync(NameAct act, NameKind kind, int id, string old, string? wanted, Func<string, Task<bool>> isTaken)
    {
        if (string.IsNullOrWhiteSpace(wanted) || wanted.Trim() == old)
        {
            return old;
        }

        var slug = Pinyin.Slug(wanted);
        if (slug.Length is 0 or > LongestSlug || FreeSlug.IsReserved(slug))
        {
            throw new NameException(NameProblem.Slug, "An address ends in 1 to 60 letters, digits and hyphens.");
        }

        var former = await act.Db.FormerSlugs.FindAsync(kind, slug);
        if (former is not null ? former.TargetId != id : await isTaken(slug))
        {
            throw new NameException(NameProblem.SlugTaken, $"{slug} is or was another one's address.");
        }

        // Moved back to where it once was, it answers there itself.
        if (former is not null) act.Db.FormerSlugs.Remove(former);
        if (slug != old) act.Db.FormerSlugs.Add(new FormerSlug { Kind = kind, Slug = old, TargetId = id });
        return slug;
    }

    private static async Task<int> MergeSomeAsync(NameAct act, NameKind kind, int from, int into)
    {
        var (gone, kept) = (await act.FindAsync(kind, from), await act.FindAsync(kind, into));
        var moved = await act.HandOverAsync(kind, from, into, AtOnce);
        if (moved == AtOnce)
        {
            return moved;
        }

        act.Record("name.merge", kept.Name, [new FieldChange(kind.Folder(), gone.Name, kept.Name)]);
        act.Site($"{kind.Folder()} {gone.Slug} merged into {kept.Slug}");
        await act.EndAsync(kind, gone, kept);
        return moved;
    }

    private static string Clean(string name) => name?.Trim() is { Length: > 0 and <= LongestName } trimmed && !trimmed.Any(char.IsControl)
        ? trimmed
        : throw new NameException(NameProblem.Length, $"A name has 1 to {LongestName} characters.");

    private static NameException Gone(int id) => new(NameProblem.Gone, $"There is none with number {id} any more.");

    private async Task<int> ActAsync(Func<NameAct, Task<int>> change, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        var act = new NameAct(db, clock.NowUtc(), actor, cancellationToken);
        var count = await change(act);
        await act.FinishAsync();
        await transaction.CommitAsync(cancellationToken);
        return count;
    }
}
