using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing;

/// <summary>
/// The one path by which files become articles, whether they come from a terminal, an upload or the API: read, extract on
/// all cores, identify, publish in small transactions, report every input.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
public sealed class ArticleImporter(NewsStore store, TimeProvider clock)
{
    // A bulk holds the write lock at most this long, so that an editor's save never waits behind an import.
    private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(50);
    private const int LargestBatch = 100;

    private readonly NameBook _names = new();

    /// <summary>Imports inputs.</summary>
    /// <param name="inputs">The inputs, read lazily.</param>
    /// <param name="options">How.</param>
    /// <param name="stored">Told of each input once it is committed (or refused).</param>
    /// <param name="relating">Told how far the related lists are, which are computed at the end.</param>
    /// <param name="cancellationToken">Stops between two transactions; what was reported as stored stays.</param>
    public async Task<ImportReport> ImportAsync(
        IEnumerable<InputItem> inputs,
        ImportOptions options,
        Action<ImportResult>? stored = null,
        Action<int, int>? relating = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        var report = new ImportReport();
        var run = await BeginRunAsync(options, cancellationToken);
        var batch = new List<(InputItem Input, Extraction Extraction)>();
        var size = 8;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        using var pictures = new PictureIntake(store, clock, options.DryRun);
        await foreach (var item in ExtractionAhead.RunAsync(inputs, options, pictures, cancellationToken))
        {
            // A second version of one article comes after the first is stored, so that the last one always wins.
            var isSecond = item.Extraction.Article?.ExternalId is { } id && !ids.Add(id);
            if (batch.Count > 0 && (batch.Count >= size || isSecond))
            {
                size = await StoreAsync(batch, run, options, report, stored, size, cancellationToken);
                batch.Clear();
                ids.Clear();
                ids.Add(item.Extraction.Article?.ExternalId ?? string.Empty);
            }

            batch.Add(item);
        }

        await StoreAsync(batch, run, options, report, stored, size, cancellationToken);
        if (!options.DryRun)
        {
            await new RelatedBacklog(store, clock).WorkOffAsync(relating, cancellationToken);
            await EndRunAsync(run, report, cancellationToken);
        }

        return report;
    }

    private async Task<int> StoreAsync(
        List<(InputItem Input, Extraction Extraction)> batch,
        ImportRun run,
        ImportOptions options,
        ImportReport report,
        Action<ImportResult>? stored,
        int size,
        CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return size;
        }

        var began = clock.GetTimestamp();
        List<ImportResult> results;
        try
        {
            results = await Batch(run, options).StoreAsync(batch, cancellationToken);
        }
        catch (Exception e) when (IsRefusal(e) && batch.Count > 1)
        {
            // Another writer took a name or an address in between, or one row is refused: one by one each finds its own fate.
            _names.Forget();
            results = [];
            foreach (var item in batch)
            {
                results.AddRange(await StoreAloneAsync(item, run, options, cancellationToken));
            }
        }
        catch (Exception e) when (IsRefusal(e))
        {
            _names.Forget();
            results = await StoreAloneAsync(batch[0], run, options, cancellationToken);
        }

        foreach (var result in results)
        {
            report.Count(result.Outcome);
            stored?.Invoke(result);
        }

        var held = clock.GetElapsedTime(began);

        // Whoever waits for the write lock gets it now: SQLite keeps no queue.
        await Task.Delay(1, cancellationToken);
        return Math.Clamp((int)(size * (LongestHold / held) * 0.8), 1, Math.Min(LargestBatch, size * 2));
    }

    private async Task<List<ImportResult>> StoreAloneAsync(
        (InputItem Input, Extraction Extraction) item, ImportRun run, ImportOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await Batch(run, options).StoreAsync([item], cancellationToken);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            _names.Forget();
            var refused = new ImportResult(item.Extraction.File, ImportOutcome.Rejected, Error: $"the store refused it: {(e.InnerException ?? e).Message.Split('\n')[0]}");
            await using var db = store.CreateContext();
            ImportBatch.Record(db, run, [refused]);
            await db.SaveChangesAsync(cancellationToken);
            return [refused];
        }
    }

    private ImportBatch Batch(ImportRun run, ImportOptions options) => new(store, clock, _names, run, options);

    // What one article may bring upon its transaction: a constraint, a lock that never came free, a text the database cannot hold.
    private static bool IsRefusal(Exception e) => e is DbUpdateException or System.Data.Common.DbException or ArgumentException or InvalidOperationException;

    private async Task<ImportRun> BeginRunAsync(ImportOptions options, CancellationToken cancellationToken)
    {
        var run = new ImportRun { StartedUtc = clock.NowUtc(), Actor = options.Actor };
        if (!options.DryRun)
        {
            await using var db = store.CreateContext();
            db.ImportRuns.Add(run);
            await db.SaveChangesAsync(cancellationToken);
        }

        return run;
    }

    private async Task EndRunAsync(ImportRun run, ImportReport report, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        db.ImportRuns.Attach(run);
        (run.Added, run.Revised, run.Unchanged, run.Rejected) = (report.Added, report.Revised, report.Unchanged, report.Rejected);
        run.FinishedUtc = clock.NowUtc();
        await db.SaveChangesAsync(cancellationToken);
    }
}
