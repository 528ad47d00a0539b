using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>The order of sections in the navigation.</summary>
public static class SectionOrder
{
    /// <summary>Puts the largest section first, once, after the first import: until an editor says otherwise, where most is written most is read.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task BySizeAsync(NewsStore store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var db = store.CreateContext();
        var visible = db.Articles.Visible();
        var sizes = await visible.GroupBy(a => a.SectionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var sections = await db.Sections.ToListAsync(cancellationToken);
        var position = 0;
        foreach (var section in sections.OrderByDescending(s => sizes.GetValueOrDefault(s.Id)).ThenBy(s => s.Id))
        {
            section.Position = position++;
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
