using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>Which article a name means and where it is in its life: what decides a status, and nothing that a reader sees.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Status">Where it is.</param>
public sealed record ArticleState(long Id, ArticleStatus Status)
{
    /// <summary>Finds an article by its external id or, where none has it, by its number.</summary>
    /// <param name="db">The store.</param>
    /// <param name="name">What stands in the address, percent-decoded but for slashes.</param>
    /// <param name="byNumber">It is a number and nothing else.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ArticleState?> FindAsync(NewsDbContext db, string name, bool byNumber, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(name);
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            // No database has it, and one of them refuses to look.
            return null;
        }

        var plain = name.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var named = byNumber ? null : await db.Articles.AsNoTracking().Where(a => a.ExternalId == name || a.ExternalId == plain)
            .OrderByDescending(a => a.ExternalId == name).Select(a => new ArticleState(a.Id, a.Status)).FirstOrDefaultAsync(cancellationToken);
        var number = long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        return named ?? await db.Articles.AsNoTracking().Where(a => a.Id == number)
            .Select(a => new ArticleState(a.Id, a.Status)).FirstOrDefaultAsync(cancellationToken);
    }
}
