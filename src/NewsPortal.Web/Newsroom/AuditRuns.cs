using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Auditing;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Newsroom;

/// <summary>The self-audit as the newsroom asks for it: one at a time, beside everything else, its last result at hand.</summary>
/// <param name="store">The store.</param>
/// <param name="configuration">How this site is configured, so that the audited one is the same.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="lifetime">Ends an audit that is under way with the program.</param>
/// <param name="logger">Where trouble is told.</param>
public sealed class AuditRuns(
    NewsStore store, IConfigurationRoot configuration, CurrentSite site, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<AuditRuns> logger)
{
    private const int MostKept = 500;

    private int _isRunning;

    /// <summary>One is under way.</summary>
    public bool IsRunning => Volatile.Read(ref _isRunning) == 1;

    /// <summary>What the last one found; null before the first.</summary>
    public AuditResult? Last { get; private set; }

    /// <summary>Begins one, unless one is under way.</summary>
    public void Begin()
    {
        if (Interlocked.Exchange(ref _isRunning, 1) == 0)
        {
            _ = Task.Run(() => RunAsync(lifetime.ApplicationStopping));
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var faults = new List<SiteFault>();
            string[] options = [.. configuration.GetSection("NewsPortal").AsEnumerable().Where(o => o.Value is not null).Select(o => $"--{o.Key}={o.Value}")];
            await using var audited = await PrivateSite.StartAsync(options, store, site.Snapshot.BaseUrl, cancellationToken);
            var report = await new SiteAudit(audited, store).RunAsync(fault => faults.AddRange(faults.Count < MostKept ? [fault] : []), cancellationToken);
            Last = new AuditResult(clock.NowUtc(), report, faults, null);
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
        catch (Exception e)
        {
            logger.LogWarning("The self-audit broke off: {Reason}", e.Message);
            Last = new AuditResult(clock.NowUtc(), null, [], e.Message);
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }
}

/// <summary>What a self-audit found.</summary>
/// <param name="AtUtc">When it ended.</param>
/// <param name="Report">Its counts; null where it broke off.</param>
/// <param name="Faults">The first faults.</param>
/// <param name="Error">Why it broke off; null where it did not.</param>
public sealed record AuditResult(DateTime AtUtc, AuditReport? Report, IReadOnlyList<SiteFault> Faults, string? Error);
