using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing.Reimporting;

/// <summary>
/// Runs today's importer over the kept originals: what a machine read is read again, what a person edited stays, addresses
/// never change. First everything is compared and told, then it is written.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="zone">The site's zone.</param>
public sealed class ArticleReimporter(NewsStore store, TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>Who asks, in the change ledger and the record of runs.</summary>
    public const string Actor = "reimport";

    private const long MostBytesWaiting = 16 * 1024 * 1024;

    private readonly ImportOptions _options = new(Actor, zone);
    private readonly KeptOriginals _originals = new(store);
    private readonly NameBook _names = new();

    /// <summary>Reads the originals again.</summary>
    /// <param name="since">Only those last read by this version of the importer or a later one; 0 for all.</param>
    /// <param name="dryRun">True to compare and tell, and write nothing.</param>
    /// <param name="listener">Told of everything as it happens.</param>
    /// <param name="cancellationToken">Stops between two transactions; a later run finds what was done unchanged and does the rest.</param>
    public async Task<ImportReport> RunAsync(int since, bool dryRun, ReimportListener listener, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(listener);
        var report = new ImportReport();
        var plan = await CompareAsync(since, report, dryRun, listener, cancellationToken);
        if (dryRun || plan.IsEmpty)
        {
            return report;
        }

        await MarkReadAsync(plan.AsBefore, cancellationToken);
        if (plan.Other.Count > 0)
        {
            var run = await ImportRuns.BeginAsync(store, clock, _options.Actor, cancellationToken);
            await StoreAsync(plan.Other, run, report, listener, cancellationToken);
            await new RelatedBacklog(store, clock).WorkOffAsync(listener.Relating, cancellationToken);
            await ImportRuns.EndAsync(store, clock, run, report, cancellationToken);
        }

        return report;
    }

    private async Task<Plan> CompareAsync(int since, ImportReport report, bool dryRun, ReimportListener listener, CancellationToken cancellationToken)
    {
        var plan = new Plan([], []);

        // What is compared may not be stored: its new pictures are looked at, and put nowhere.
        using var pictures = new PictureIntake(store, clock, isDryRun: true);
        var batch = new ReimportBatch(store, clock, _names, pictures, _options);
        var total = await _originals.CountAsync(since, cancellationToken);
        var done = 0;
        await foreach (var (input, extraction) in ExtractionAhead.RunAsync(_originals.All(since), _options, pictures, cancellationToken))
        {
            var original = (KeptOriginal)input;
            listener.Comparing?.Invoke(++done, total);
            if (await batch.CompareAsync(new Reading(original, extraction), cancellationToken) is not { } compared)
            {
                continue;
            }

            var (result, otherAccount) = compared;
            listener.Compared?.Invoke(result);
            if (result.Outcome == ImportOutcome.Revised || otherAccount)
            {
                plan.Other.Add(original.Use.ArticleId);
            }
            else if (result.Outcome == ImportOutcome.Unchanged && original.Use.ImporterVersion != ArticleExtractor.Version)
            {
                plan.AsBefore.Add(original.Use.Id);
            }

            // What is written is counted when it is.
            if (dryRun || result.Outcome == ImportOutcome.Rejected || !(result.Outcome == ImportOutcome.Revised || otherAccount))
            {
                report.Count(result.Outcome);
                listener.Done?.Invoke(result);
            }
        }

        return plan;
    }

    private async Task StoreAsync(List<long> articles, ImportRun run, ImportReport report, ReimportListener listener, CancellationToken cancellationToken)
    {
        using var pictures = new PictureIntake(store, clock, isDryRun: false);
        var batch = new ReimportBatch(store, clock, _names, pictures, _options);
        var writes = new BoundedWrites<Reading>(
            clock, _names, (readings, token) => batch.StoreAsync(readings, run, token), (reading, reason, _) => Task.FromResult<List<ImportResult>>([reading.Refused(reason)]));
        var waiting = new List<Reading>();
        var bytes = 0L;
        await foreach (var (input, extraction) in ExtractionAhead.RunAsync(_originals.Of(articles), _options, pictures, cancellationToken))
        {
            var reading = new Reading((KeptOriginal)input, extraction);
            if (extraction.Article is null)
            {
                Tell([reading.Refused(extraction.Error)]);
                continue;
            }

            waiting.Add(reading);
            bytes += input.File!.Bytes.Length;
            if (waiting.Count >= writes.Size || bytes > MostBytesWaiting)
            {
                await WriteAsync();
            }
        }

        await WriteAsync();

        async Task WriteAsync()
        {
            if (waiting.Count > 0)
            {
                Tell(await writes.WriteAsync(waiting, cancellationToken));
                waiting.Clear();
                bytes = 0;
            }
        }

        void Tell(List<ImportResult> results)
        {
            foreach (var result in results)
            {
                report.Count(result.Outcome);
                listener.Done?.Invoke(result);
            }
        }
    }

    // Read to the same end by a newer version: only that is noted.
    private async Task MarkReadAsync(List<long> uses, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        foreach (var some in uses.Chunk(500))
        {
            await db.OriginalUses.Where(u => some.Contains(u.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.ImporterVersion, ArticleExtractor.Version), cancellationToken);
        }
    }

    /// <summary>What is to be written: articles whose fields or account are other, uses that only were read by a newer version.</summary>
    private sealed record Plan(List<long> Other, List<long> AsBefore)
    {
        public bool IsEmpty => Other.Count == 0 && AsBefore.Count == 0;
    }
}
