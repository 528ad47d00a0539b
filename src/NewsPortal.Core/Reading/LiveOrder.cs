using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Reading;

/// <summary>The order in which a live report is read.</summary>
public static class LiveOrder
{
    /// <summary>The newest first; of one moment, the last that was written.</summary>
    /// <param name="updates">Entries.</param>
    public static IQueryable<LiveUpdate> NewestFirst(this IQueryable<LiveUpdate> updates) => updates.OrderByDescending(u => u.AtUtc).ThenByDescending(u => u.Id);
}
