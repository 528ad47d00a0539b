using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Commands;

/// <summary>How an operator names an article: by its external id, else by its number.</summary>
internal static class ArticleName
{
    /// <summary>Finds a public article.</summary>
    /// <param name="db">The store.</param>
    /// <param name="name">External id or number; an external id comes first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its number; null where there is none.</returns>
    public static Task<long?> FindAsync(NewsDbContext db, string name, CancellationToken cancellationToken = default)
    {
        var number = long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        return db.Articles.Visible().Where(a => a.ExternalId == name || a.Id == number)
            .OrderByDescending(a => a.ExternalId == name).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
