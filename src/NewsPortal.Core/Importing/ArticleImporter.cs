using NewsPortal.Core.Importing.DryRuns;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Importing.Variants;
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
    // What waits for its transaction is in memory, too.
    private const long MostBytesWaiting = 16 * 1024 * 1024;

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
        var run = options.DryRun ? new ImportRun { Actor = options.Actor } : await ImportRuns.BeginAsync(store, clock, options.Actor, cancellationToken);
        report.RunId = run.Id;
        using var foretold = options.DryRun ? new ForetoldArticles() : null;
        using var connection = store.OpenBulk();
        await using var transactions = new BulkTransactions(connection, clock);
        var writes = new BoundedWrites<Incoming>(
            clock, _names, new ImportBatch(store, connection, transactions, clock, _names, run, options, foretold).StoreAsync, (item, reason, token) => RefuseAsync(item, reason, run, options, token), transactions);
        var batch = new List<Incoming>();
        var held = new HeldInputs();
        var known = new StoredArticles(store, options, foretold);
        var (waiting, unsettled) = (0L, 0L);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        using var pictures = new PictureIntake(store, clock, options.DryRun);
        await foreach (var (input, extraction) in ExtractionAhead.RunAsync(inputs, options, pictures, cancellationToken))
        {
            var item = new Incoming(input, extraction);
            if (held.Hold(item))
            {
                if (held.IsFull) await ReleaseAsync();
                continue;
            }

            item = await known.OfPageAsync(item, cancellationToken);

            // A second version of one article comes after the first is stored, so that the last one always wins.
            var key = KeyOf(item);
            if (batch.Count >= writes.Size || ids.Contains(key)) await StoreAsync();
            ids.Add(key);

            batch.Add(item);
            waiting += item.Length;
            if (waiting > MostBytesWaiting)
            {
                await StoreAsync();
            }
        }

        await ReleaseAsync();
        connection.Dispose();
        if (!options.DryRun)
        {
            await new RelatedBacklog(store, clock).WorkOffAsync(relating, cancellationToken);
            await ImportRuns.EndAsync(store, clock, run, report, cancellationToken);
        }

        return report;

        // Each may belong to what was stored right before it.
        async Task ReleaseAsync()
        {
            await StoreAsync();
            Tell(await writes.SettleAsync(cancellationToken));
            foreach (var pages in held.Release())
            {
                batch.Add(pages[0].Extraction.Article!.Variant == PageVariant.None
                    ? await known.OfPagesAsync(pages, cancellationToken)
                    : await known.OfVariantAsync(pages[0], cancellationToken));
                await StoreAsync();
                Tell(await writes.SettleAsync(cancellationToken));
            }
        }

        void Tell(List<ImportResult> results)
        {
            foreach (var result in results)
            {
                report.Count(result.Outcome);
                stored?.Invoke(result);
            }
        }

        async Task StoreAsync()
        {
            var results = batch.Count == 0 ? [] : await writes.WriteAsync([.. batch], cancellationToken);
            unsettled = results.Count > 0 ? 0 : unsettled + waiting;
            Tell(results);
            batch.Clear();
            ids.Clear();
            waiting = 0;

            // What is not committed is held, to be tried one by one if need be.
            if (unsettled > MostBytesWaiting)
            {
                unsettled = 0;
                Tell(await writes.SettleAsync(cancellationToken));
            }
        }
    }

    // What makes it the same article as another, besides its bytes; of what was refused it hardly matters.
    private static string KeyOf(Incoming item) =>
        item.Extraction.Article?.ExternalId is { } id ? "id " + id : "path " + (item.Input.File?.RelativePath ?? item.Input.Path);

    private async Task<List<ImportResult>> RefuseAsync(Incoming item, string reason, ImportRun run, ImportOptions options, CancellationToken cancellationToken)
    {
        var refused = item.Told.Select(page => new ImportResult(page.Extraction.File, ImportOutcome.Rejected, Error: reason)).ToList();
        if (!options.DryRun)
        {
            await using var db = store.CreateContext();
            ImportRuns.Record(db, run, refused);
            await db.SaveChangesAsync(cancellationToken);
        }

        return refused;
    }
}
