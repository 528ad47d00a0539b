using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Pages;

/// <summary>Finds sections, tags, sources and writers by what stands in an address.</summary>
public static class NamedLookup
{
    /// <summary>Finds one by its slug or, failing that, by any spelling of its name: a reader may type the Chinese name.</summary>
    /// <param name="names">Those of a kind that a visible article bears: a name that only a draft has is not given away.</param>
    /// <param name="slugOrName">What stands in the address, percent-decoded.</param>
    public static async Task<T?> FindNamedAsync<T>(this IQueryable<T> names, string slugOrName)
        where T : class, INamed
    {
        var key = NameBook.KeyOf(slugOrName);
        return await names.AsNoTracking().FirstOrDefaultAsync(n => n.Slug == slugOrName)
            ?? await names.AsNoTracking().FirstOrDefaultAsync(n => n.NameKey == key);
    }

    /// <summary>Finds a section by its slug, its name or an alias.</summary>
    /// <param name="db">The store.</param>
    /// <param name="slugOrName">What stands in the address, percent-decoded.</param>
    public static async Task<Section?> FindSectionAsync(this NewsDbContext db, string slugOrName)
    {
        ArgumentNullException.ThrowIfNull(db);
        var key = NameBook.KeyOf(slugOrName);
        var sections = db.Sections.AsNoTracking();
        return await sections.FirstOrDefaultAsync(s => s.Slug == slugOrName)
            ?? await sections.FirstOrDefaultAsync(s => s.Name == slugOrName)
            ?? await sections.FirstOrDefaultAsync(s => s.Aliases.Any(a => a.NameKey == key));
    }

    /// <summary>Where a section, tag, source or writer is that once had an address or a name.</summary>
    /// <param name="db">The store.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="slugOrName">What stands in the address, percent-decoded.</param>
    /// <returns>Its address now, root-relative; null where there is none, or nothing to be seen there.</returns>
    public static async Task<string?> FormerPathAsync(this NewsDbContext db, NameKind kind, string slugOrName)
    {
        ArgumentNullException.ThrowIfNull(db);
        var key = NameBook.KeyOf(slugOrName);
        var id = await db.FormerSlugs.Where(f => f.Kind == kind && f.Slug == slugOrName).Select(f => (int?)f.TargetId).FirstOrDefaultAsync()
            ?? await db.NameAliases.Where(a => a.Kind == kind && a.NameKey == key).Select(a => (int?)a.TargetId).FirstOrDefaultAsync();
        if (id is not { } target || (kind != NameKind.Section && !await db.Articles.Visible().Bearing(kind, target).AnyAsync()))
        {
            return null;
        }

        var slug = kind switch
        {
            NameKind.Section => await db.Sections.Where(n => n.Id == target).Select(n => n.Slug).FirstOrDefaultAsync(),
            NameKind.Tag => await db.Tags.Where(n => n.Id == target).Select(n => n.Slug).FirstOrDefaultAsync(),
            NameKind.Source => await db.Sources.Where(n => n.Id == target).Select(n => n.Slug).FirstOrDefaultAsync(),
            _ => await db.Authors.Where(n => n.Id == target).Select(n => n.Slug).FirstOrDefaultAsync(),
        };
        return slug is null ? null : $"/{kind.Folder()}/{slug}";
    }
}
