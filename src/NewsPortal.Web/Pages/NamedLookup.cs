using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;

namespace NewsPortal.Web.Pages;

/// <summary>Finds tags, sources and writers by what stands in an address.</summary>
public static class NamedLookup
{
    /// <summary>Finds one by its slug or, failing that, by its name: a reader may type the Chinese name.</summary>
    /// <param name="names">All of a kind.</param>
    /// <param name="slugOrName">What stands in the address, percent-decoded.</param>
    public static async Task<T?> FindNamedAsync<T>(this IQueryable<T> names, string slugOrName)
        where T : class, INamed =>
        await names.AsNoTracking().FirstOrDefaultAsync(n => n.Slug == slugOrName)
            ?? await names.AsNoTracking().FirstOrDefaultAsync(n => n.Name == slugOrName);
}
