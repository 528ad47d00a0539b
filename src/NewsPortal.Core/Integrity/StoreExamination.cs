using System.Data.Common;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Integrity;

/// <summary>
/// Reads everything that is stored and recomputes every hash that is stored beside it: the database's own check, the change
/// ledger's chain, each article's content, its page made ready, each picture's, each attachment's and each kept original's bytes. Nothing is
/// changed; the site may run.
/// </summary>
/// <param name="store">The store.</param>
public sealed class StoreExamination(NewsStore store)
{
    /// <summary>Examines the whole store, in flat memory.</summary>
    /// <param name="root">Hash of a ledger row that was noted earlier; null where none was.</param>
    /// <param name="tell">Told of each fault as it is found.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IntegrityReport> RunAsync(string? root, Action<IntegrityFault> tell, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tell);
        var report = new IntegrityReport();
        await using var db = store.CreateContext();
        var found = new FaultList(report, tell);
        await RunAsync("database", () => DatabaseCheck.RunAsync(db, found, cancellationToken), found);
        await RunAsync("ledger", () => LedgerCheck.RunAsync(db, root, report, found, cancellationToken), found);
        await RunAsync("articles", () => ArticleCheck.RunAsync(db, report, found, cancellationToken), found);
        await RunAsync("pages", () => PageCheck.RunAsync(db, found, cancellationToken), found);
        await RunAsync("pictures", () => MediaCheck.RunAsync(db, store.Location, report, found, cancellationToken), found);
        await RunAsync("attachments", () => AttachmentCheck.RunAsync(db, store.Location, report, found, cancellationToken), found);
        await RunAsync("originals", () => OriginalCheck.RunAsync(db, report, found, cancellationToken), found);
        return report;
    }

    // Where the database cannot read on, or reads what cannot be, the other parts are still looked at.
    private static async Task RunAsync(string part, Func<Task> check, FaultList found)
    {
        try
        {
            await check();
        }
        catch (Exception e) when (e is DbException or FormatException or InvalidCastException or InvalidOperationException or OverflowException)
        {
            found.Add(part, $"they cannot be read to their end: {e.Message.Split('\n')[0].TrimEnd('.')}. Restore a backup.");
        }
    }
}

/// <summary>Counts faults and passes them on.</summary>
/// <param name="report">Where they are counted.</param>
/// <param name="tell">Told of each.</param>
internal sealed class FaultList(IntegrityReport report, Action<IntegrityFault> tell)
{
    /// <summary>Adds one.</summary>
    /// <param name="where">What is damaged.</param>
    /// <param name="what">What is wrong with it.</param>
    public void Add(string where, string what)
    {
        report.Faults++;
        tell(new IntegrityFault(where, what));
    }
}
