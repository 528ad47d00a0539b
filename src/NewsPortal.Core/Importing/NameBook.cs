using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing;

/// <summary>Finds sections, tags, sources and writers by name, and makes those that are new; slugs are given once and kept.</summary>
public sealed class NameBook
{
    private const string NoSection = "新闻";

    private readonly Dictionary<(Type, string), object> _known = [];

    private long _former = -1;

    /// <summary>Forgets everything: what a failed transaction made is not there.</summary>
    public void Forget() => _known.Clear();

    /// <summary>Forgets everything where names were merged or changed since the last call: what is remembered may be gone.</summary>
    /// <param name="db">The context of the transaction, which holds the lock of writers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RefreshAsync(NewsDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);

        // Every merge, and every change that takes a name or an address away, leaves one more row here.
        var former = Convert.ToInt64(
            await db.AskAsync("SELECT (SELECT COUNT(*) FROM \"FormerSlugs\") + (SELECT COUNT(*) FROM \"NameAliases\")", [], cancellationToken), CultureInfo.InvariantCulture);
        if (former != _former)
        {
            Forget();
        }

        _former = former;
    }

    /// <summary>A section by its name, slug or alias.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="name">The name; null or empty for the section of articles that have none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Section> SectionAsync(NewsDbContext db, string? name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var shown = string.IsNullOrWhiteSpace(name) ? NoSection : Cut(name);
        var key = KeyOf(shown);
        if (!_known.TryGetValue((typeof(Section), key), out var known))
        {
            var aliased = await db.SectionAliases.Where(a => a.NameKey == key).Select(a => (int?)a.SectionId).FirstOrDefaultAsync(cancellationToken);
            var slug = shown.ToLowerInvariant();
            var section = await db.Sections.FirstOrDefaultAsync(s => s.Id == aliased || s.Name == shown || s.Slug == slug, cancellationToken);
            if (section is null)
            {
                var last = await db.Sections.MaxAsync(s => (int?)s.Position, cancellationToken);
                var unsaved = db.ChangeTracker.Entries<Section>().Count(e => e.State == EntityState.Added);
                section = new Section
                {
                    Name = shown,
                    Slug = await FreeSlugAsync(shown, slug => IsTakenAsync(db, NameKind.Section, db.Sections.AnyAsync(s => s.Slug == slug, cancellationToken), slug, cancellationToken), db.Sections.Local.Select(s => s.Slug)),
                    Position = (last ?? -1) + 1 + unsaved,
                };
                section.Aliases.Add(new SectionAlias { NameKey = key });
                db.Sections.Add(section);
            }

            _known[(typeof(Section), key)] = known = section;
        }

        return Attached(db, (Section)known, ((Section)known).Id);
    }

    /// <summary>A tag, source or writer by its name.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T> NamedAsync<T>(NewsDbContext db, string name, CancellationToken cancellationToken)
        where T : class, INamed, new()
    {
        ArgumentNullException.ThrowIfNull(db);
        var shown = Cut(name);
        var key = KeyOf(shown);
        if (!_known.TryGetValue((typeof(T), key), out var known))
        {
            var set = db.Set<T>();
            var kind = NameKinds.Of<T>();
            var named = await set.FirstOrDefaultAsync(n => n.NameKey == key, cancellationToken)
                ?? await set.FirstOrDefaultAsync(n => db.NameAliases.Any(a => a.Kind == kind && a.NameKey == key && a.TargetId == n.Id), cancellationToken);
            if (named is null)
            {
                named = new T
                {
                    Name = shown,
                    NameKey = key,
                    Slug = await FreeSlugAsync(shown, slug => IsTakenAsync(db, kind, set.AnyAsync(n => n.Slug == slug, cancellationToken), slug, cancellationToken), set.Local.Select(n => n.Slug)),
                };
                set.Add(named);
            }

            _known[(typeof(T), key)] = known = named;
        }

        return Attached(db, (T)known, ((T)known).Id);
    }

    /// <summary>A name folded for comparison; a name without letters and digits is compared as it stands.</summary>
    /// <param name="name">The name.</param>
    public static string KeyOf(string name)
    {
        var key = Folding.ForComparison(name);
        return key.Length > 0 ? key : name.Trim();
    }

    // An address that redirects is nobody else's for ever.
    private static async Task<bool> IsTakenAsync(NewsDbContext db, NameKind kind, Task<bool> isInUse, string slug, CancellationToken cancellationToken) =>
        await isInUse || await db.FormerSlugs.AnyAsync(f => f.Kind == kind && f.Slug == slug, cancellationToken);

    private static Task<string> FreeSlugAsync(string name, Func<string, Task<bool>> taken, IEnumerable<string> unsaved)
    {
        var local = unsaved.ToHashSet(StringComparer.Ordinal);
        return FreeSlug.OfAsync(name, async slug => local.Contains(slug) || await taken(slug));
    }

    private static T Attached<T>(NewsDbContext db, T known, int id)
        where T : class
    {
        if (db.Entry(known).State != EntityState.Detached)
        {
            return known;
        }

        // Known from an earlier transaction's context. This one may have read its own copy of the row with some article;
        // two copies of one row cannot live in one context.
        if (db.Set<T>().Local.FindEntry(id)?.Entity is { } own)
        {
            return own;
        }

        db.Attach(known);
        return known;
    }

    private static string Cut(string name)
    {
        return Characters.Cut(name.Trim(), 80);
    }
}
