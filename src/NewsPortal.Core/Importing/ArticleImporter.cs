using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
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
        await foreach (var item in ExtractionAhead.RunAsync(inputs, options, cancellationToken))
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
            results = await StoreTogetherAsync(batch, run, options, cancellationToken);
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
            return await StoreTogetherAsync([item], run, options, cancellationToken);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            _names.Forget();
            var refused = new ImportResult(item.Extraction.File, ImportOutcome.Rejected, Error: $"the store refused it: {(e.InnerException ?? e).Message.Split('\n')[0]}");
            await using var db = store.CreateContext();
            Record(db, run, [refused]);
            await db.SaveChangesAsync(cancellationToken);
            return [refused];
        }
    }

    // What one article may bring upon its transaction: a constraint, a lock that never came free, a text the database cannot hold.
    private static bool IsRefusal(Exception e) => e is DbUpdateException or System.Data.Common.DbException or ArgumentException or InvalidOperationException;

    private async Task<List<ImportResult>> StoreTogetherAsync(
        List<(InputItem Input, Extraction Extraction)> batch, ImportRun run, ImportOptions options, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var edition = await Edition.BeginAsync(db, clock, options.Actor, cancellationToken);
        var assembler = new ArticleAssembler(store, _names, options);
        var pending = new List<(ImportResult Result, Article? Article)>();
        var seen = new Dictionary<string, Article>(StringComparer.Ordinal);
        foreach (var (input, extraction) in batch)
        {
            pending.Add(extraction.Article is null
                ? (Rejection(extraction), null)
                : await TakeAsync(db, edition, assembler, input, extraction, seen, run, options, cancellationToken));
        }

        if (options.DryRun)
        {
            _names.Forget();
            return [.. pending.Select(p => p.Result)];
        }

        Record(db, run, pending.Select(p => p.Result));
        await edition.CommitAsync(relatedLater: true, cancellationToken);
        return [.. pending.Select(p => p.Article is { } a ? p.Result with { ArticleId = a.Id, Address = a.Path } : p.Result)];
    }

    private static async Task<(ImportResult, Article?)> TakeAsync(
        NewsDbContext db,
        Edition edition,
        ArticleAssembler assembler,
        InputItem input,
        Extraction extraction,
        Dictionary<string, Article> seen,
        ImportRun run,
        ImportOptions options,
        CancellationToken cancellationToken)
    {
        var file = input.File!;
        var extracted = extraction.Article!;
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));
        var identity = extracted.ExternalId ?? hash;
        if (seen.TryGetValue(identity, out var twin))
        {
            // Twice in one transaction: the first is on its way already.
            extracted.Warnings.Add(new ImportWarning(0, "The same article comes twice in this import; the first was taken."));
            return (Result(ImportOutcome.Unchanged, extraction), twin);
        }

        var known = await ArticleIdentity.FindAsync(db, extracted, hash, file.RelativePath, cancellationToken);
        if (known.SameBytes)
        {
            return (Result(ImportOutcome.Unchanged, extraction, known.ArticleId), null);
        }

        if (known.PathSeenBefore)
        {
            extracted.Warnings.Add(new ImportWarning(0, "Another article came from this path before; this one is new."));
        }

        var article = known.ArticleId is { } id ? await db.Articles.WithEverything().SingleAsync(a => a.Id == id, cancellationToken) : new Article { CreatedUtc = edition.NowUtc };
        var body = article.Body ?? new ArticleBody();
        var before = article.Id == 0 ? null : TermFrequencies.Of(article.Headline, body.Text);
        await assembler.FillAsync(db, article, body, input, extracted, hash, edition.NowUtc, cancellationToken);
        ImportOutcome outcome;
        if (article.Id == 0)
        {
            outcome = ImportOutcome.Added;
            await assembler.GiveAddressAsync(db, article, extracted.Slug, cancellationToken);
            if (options.Draft || extracted.Draft)
            {
                edition.Keep(article, body);
            }
            else
            {
                edition.Publish(article, body);
            }
        }
        else
        {
            outcome = Change(edition, article, body, before!, options.Draft || extracted.Draft);
        }

        seen[identity] = article;
        await ArticleAssembler.AddAliasesAsync(db, article, extracted, cancellationToken);
        await Originals.KeepAsync(db, article, file, extraction, hash, run, edition.NowUtc, cancellationToken);
        return (Result(outcome, extraction), article);
    }

    private static ImportOutcome Change(Edition edition, Article article, ArticleBody body, TermFrequencies before, bool draft)
    {
        if (article.Status == ArticleStatus.Scheduled && draft)
        {
            article.HoldBack(edition.NowUtc);
            edition.Keep(article, body);
            return ImportOutcome.Revised;
        }

        var published = article.Status is ArticleStatus.Draft or ArticleStatus.Scheduled && !draft;
        if (!published && ContentHash.Of(article, body) == article.ContentHash)
        {
            return ImportOutcome.Unchanged;
        }

        if (article.Status == ArticleStatus.Published)
        {
            edition.Revise(article, body, before);
        }
        else if (published)
        {
            edition.Publish(article, body);
        }
        else
        {
            edition.Keep(article, body);
        }

        return ImportOutcome.Revised;
    }

    private static ImportResult Rejection(Extraction extraction) =>
        new(extraction.File, ImportOutcome.Rejected, Error: extraction.Error, ErrorLine: extraction.ErrorLine, Extraction: extraction);

    private static ImportResult Result(ImportOutcome outcome, Extraction extraction, long? id = null) =>
        new(extraction.File, outcome, id, extraction.Article!.Headline, Warnings: extraction.Article.Warnings, Extraction: extraction);

    private static void Record(NewsDbContext db, ImportRun run, IEnumerable<ImportResult> results)
    {
        foreach (var result in results)
        {
            if (result.Error is not null)
            {
                Add(result, result.ErrorLine, result.Error);
            }

            foreach (var warning in result.Warnings ?? [])
            {
                Add(result, warning.Line, warning.Message);
            }
        }

        void Add(ImportResult result, int line, string message) => db.ImportRunEntries.Add(new ImportRunEntry
        {
            ImportRunId = run.Id,
            Path = result.Path,
            Outcome = result.Outcome.ToString().ToLowerInvariant(),
            ArticleId = result.ArticleId,
            Line = line,
            Message = message,
        });
    }

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
