using System.Security.Cryptography;
using System.Text;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Serving;

/// <summary>The site as it stands at the newest row of the ledger that this process has seen.</summary>
/// <param name="store">The store.</param>
/// <param name="settings">Where settings come from.</param>
/// <param name="clock">The clock; only an empty ledger's pages read it.</param>
/// <param name="stylesheet">Its address stands in every page.</param>
public sealed class CurrentSite(NewsStore store, SiteSettingsStore settings, TimeProvider clock, SiteStylesheet stylesheet) : IDisposable
{
    // A module's id is new with every build whose code differs, so a new view never meets an old run; pictures, times and
    // bodies are written by the other one.
    private static readonly string ViewVersion =
        $"{typeof(CurrentSite).Module.ModuleVersionId:N}{typeof(SiteSnapshot).Module.ModuleVersionId:N}";

    // A store that is away is most often back within minutes; what stood ten minutes ago is no news any more.
    private const long LongestOutage = 10 * 60 * 1000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private string _boundAddress = "http://localhost:5080";
    private volatile State? _state;
    private long _seenAt = long.MaxValue;

    /// <summary>The snapshot in force.</summary>
    public SiteSnapshot Snapshot => Current.Snapshot;

    /// <summary>Its host as a browser names it; null where it has no address of its own and answers to every name.</summary>
    public string? Authority => Current.Authority;

    /// <summary>The store answered not long ago: what was made of it may be sent while it cannot be asked.</summary>
    public bool IsInTouch => Environment.TickCount64 - Volatile.Read(ref _seenAt) < LongestOutage;

    /// <summary>What marks a run as made by this program with these settings.</summary>
    public string Fingerprint => Current.Fingerprint;

    private State Current => _state ?? throw new InvalidOperationException("The site has not been loaded yet.");

    /// <summary>Says at which address the site is bound: its own address where no base URL is set.</summary>
    /// <param name="address">The first address bound.</param>
    public void BoundTo(string address) => _boundAddress = address.TrimEnd('/');

    /// <summary>Says that the store has just told that the site is still as it stands here.</summary>
    public void Seen() => Volatile.Write(ref _seenAt, Environment.TickCount64);

    /// <summary>Reads the site anew where the ledger has grown.</summary>
    /// <param name="force">Reads it even where the ledger has not: the address or an override changed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RefreshAsync(bool force = false, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var db = store.CreateContext();
            var inForce = await settings.LoadAsync(db, cancellationToken);
            var baseUrl = inForce.BaseUrl.Length > 0 ? inForce.BaseUrl : _boundAddress;
            var snapshot = await SiteSnapshot.LoadAsync(db, inForce, baseUrl, clock.NowUtc(), cancellationToken);
            if (force || _state is null || _state.Snapshot.Sequence != snapshot.Sequence)
            {
                _state = new State(snapshot, FingerprintOf(snapshot), inForce.BaseUrl.Length > 0 ? new Uri(inForce.BaseUrl).Authority : null);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private string FingerprintOf(SiteSnapshot snapshot)
    {
        // Whether reads are counted is a setting that no page shows.
        var shown = new StringBuilder(ViewVersion).Append('\n').Append(snapshot.BaseUrl).Append('\n').Append(stylesheet.PathOf(snapshot.Settings)).Append('\n').Append(snapshot.Settings with { CountReads = true });
        foreach (var section in snapshot.Sections)
        {
            shown.Append('\n').Append(section.Name).Append('\t').Append(section.Slug);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())))[..16];
    }

    private sealed record State(SiteSnapshot Snapshot, string Fingerprint, string? Authority);
}
