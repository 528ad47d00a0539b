using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>The run that every article page ends with (latest list, footer), made once for each ledger row that is asked for.</summary>
/// <param name="site">The site.</param>
/// <param name="store">The store.</param>
/// <param name="renderer">Renders it.</param>
public sealed class SharedRunSource(CurrentSite site, NewsStore store, ViewRenderer renderer) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Kept? _kept;

    /// <summary>The run for one state of the site, if it has been made.</summary>
    /// <param name="snapshot">The state.</param>
    public Run? Find(SiteSnapshot snapshot) => _kept is { } kept && ReferenceEquals(kept.Snapshot, snapshot) ? kept.Run : null;

    /// <summary>The run for the site as it stands; concurrent askers wait for one rendering.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Run> GetAsync(CancellationToken cancellationToken = default)
    {
        var snapshot = site.Snapshot;
        if (Find(snapshot) is { } kept)
        {
            return kept;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (Find(snapshot) is { } made)
            {
                return made;
            }

            await using var db = store.CreateContext();
            var model = await SharedRunModel.LoadAsync(db, snapshot, cancellationToken);
            var run = Run.Of(await renderer.RenderAsync("/Pages/Shared/SharedRun.cshtml", model));
            _kept = new Kept(snapshot, run);
            return run;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private sealed record Kept(SiteSnapshot Snapshot, Run Run);
}
