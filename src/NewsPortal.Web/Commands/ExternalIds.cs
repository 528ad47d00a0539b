using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Commands;

/// <summary>How runs and JSON name an article: by its external id where it has one, else by its number.</summary>
internal static class ExternalIds
{
    public static async Task<Dictionary<long, string>> OfAsync(
        NewsDbContext db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<long, string>(ids.Count);
        foreach (var some in ids.Chunk(500))
        {
            foreach (var row in await db.Articles.Where(a => some.Contains(a.Id)).Select(a => new { a.Id, a.ExternalId }).ToListAsync(cancellationToken))
            {
                names[row.Id] = row.ExternalId ?? row.Id.ToString(CultureInfo.InvariantCulture);
            }
        }

        return names;
    }
}
