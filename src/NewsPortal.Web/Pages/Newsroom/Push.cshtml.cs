using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What was told to search engines and hooks, per address.</summary>
/// <param name="db">The store.</param>
/// <param name="options">Who is told.</param>
[Requires(StaffAct.Look)]
public sealed class PushModel(NewsDbContext db, PushOptions options) : NewsroomPage
{
    private const int MostShown = 200;

    /// <summary>Somebody is to be told.</summary>
    public bool IsConfigured => options.Any;

    /// <summary>Each receiver with its counts.</summary>
    public IReadOnlyList<(string Name, IReadOnlyDictionary<PushState, int> Counts)> Receivers { get; private set; } = [];

    /// <summary>The deliveries, the newest first.</summary>
    public IReadOnlyList<PushDelivery> Deliveries { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var counts = await db.PushDeliveries.GroupBy(d => new { d.Receiver, d.State }).Select(g => new { g.Key.Receiver, g.Key.State, Count = g.Count() }).ToListAsync(HttpContext.RequestAborted);
        Receivers = [.. counts.GroupBy(c => c.Receiver).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, (IReadOnlyDictionary<PushState, int>)g.ToDictionary(c => c.State, c => c.Count)))];
        Deliveries = await db.PushDeliveries.AsNoTracking().OrderByDescending(d => d.Id).Take(MostShown).ToListAsync(HttpContext.RequestAborted);
    }
}
