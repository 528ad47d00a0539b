using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Importing.DryRuns;
using NewsPortal.Core.Importing.Variants;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing;

/// <summary>Extracted inputs on their way into the store: a part of one transaction, in which each finds its article and its outcome.</summary>
/// <param name="store">The store.</param>
/// <param name="connection">The connection that all batches of the import share.</param>
/// <param name="transactions">The transactions of the import.</param>
/// <param name="clock">The clock.</param>
/// <param name="names">Sections, tags, sources and writers seen so far.</param>
/// <param name="run">The run that brings them.</param>
/// <param name="options">How.</param>
/// <param name="foretold">What a dry run would have stored; null in an import.</param>
internal sealed class ImportBatch(NewsStore store, BulkConnection connection, BulkTransactions transactions, TimeProvider clock, NameBook names, ImportRun run, ImportOptions options, ForetoldArticles? foretold)
{
    /// <summary>Stores them.</summary>
    /// <param name="inputs">The inputs and what was read in each.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored then.</param>
    /// <returns>What became of each, in their order.</returns>
    public async Task<List<ImportResult>> StoreAsync(
        IReadOnlyCollection<Incoming> inputs, CancellationToken cancellationToken)
    {
        await using var db = connection.CreateContext();

        // All that is tracked would be looked through again at every question.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await transactions.JoinAsync(db, cancellationToken);
        await using var edition = Edition.Within(db, clock, options.Actor);
        await names.RefreshAsync(db, cancellationToken);
        using var pictures = new PictureIntake(store, clock, options.DryRun);
        var assembler = new ArticleAssembler(pictures, names, options);
        var pending = new List<(ImportResult Result, Article? Article)>();
        var seen = new Dictionary<string, Article>(StringComparer.Ordinal);
        foreach (var incoming in inputs)
        {
            if (incoming.Extraction.Article is null)
            {
                pending.Add((Rejection(incoming.Extraction), null));
                continue;
            }

            if (incoming.Extraction.Article.IsFixedPage)
            {
                var outcome = await ImportedPage.PutAsync(db, edition, incoming, options.Draft, options.Actor, cancellationToken);
                pending.AddRange(Told(incoming, Result(outcome, incoming.Extraction)).Select(told => (told, (Article?)null)));
                continue;
            }

            var (result, article) = await TakeAsync(db, edition, assembler, incoming, seen, cancellationToken);
            pending.AddRange(Told(incoming, result).Select(told => (told, article)));
        }

        if (options.DryRun)
        {
            names.Forget();
            await transactions.RollBackAsync();
            return [.. pending.Select(p => p.Result)];
        }

        ImportRuns.Record(db, run, pending.Select(p => p.Result));
        await edition.CommitAsync(relatedLater: true, cancellationToken);
        return [.. pending.Select(p => p.Article is { } a ? p.Result with { ArticleId = a.Id, Address = a.Path } : p.Result)];
    }

    private async Task<(ImportResult, Article?)> TakeAsync(
        NewsDbContext db,
        Edition edition,
        ArticleAssembler assembler,
        Incoming incoming,
        Dictionary<string, Article> seen,
        CancellationToken cancellationToken)
    {
        var (input, extraction) = (incoming.Input, incoming.Extraction);
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

        if (incoming is { IsKnown: true, Foretold: not null }) return (Result(ImportOutcome.Unchanged, extraction), null);
        var known = incoming.ArticleId is { } found
            ? new Identified(found, incoming.IsKnown, PathSeenBefore: false)
            : await ArticleIdentity.FindAsync(db, extracted, hash, file.RelativePath, cancellationToken);
        if (await RefusalAsync(db, known, cancellationToken) is { } refusal)
        {
            return (new ImportResult(extraction.File, ImportOutcome.Rejected, Error: refusal, Extraction: extraction), null);
        }

        if (await ForetellAsync(db, assembler, incoming, hash, known, edition.NowUtc, cancellationToken) is { } foreseen) return (foreseen, null);
        known = known with { SameBytes = known.SameBytes && (incoming.IsKnown || incoming.Further.Count == 0) };
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
        var words = options.Words?.Hits(extracted, body) is { Count: > 0 } hits ? hits : null;
        if (words is not null && !options.Words!.IsOverridden && IsForReaders(article, extracted))
        {
            return (new ImportResult(extraction.File, ImportOutcome.Rejected, Headline: extracted.Headline, Error: WordCheck.Refusal(words), Extraction: extraction, Words: words), null);
        }

        var before = article.Id == 0 ? null : TermFrequencies.Of(article.Headline, body.Text);
        var said = article.Id == 0 ? null : ArticleState.Of(article, body);
        var values = article.Id == 0 || !options.Records ? null : new ArticleValues(article, body, options.Zone);
        var status = article.Status;
        await assembler.FillAsync(db, article, body, input, extracted, hash, edition.NowUtc, cancellationToken);
        ImportOutcome outcome;
        if (article.Id == 0)
        {
            outcome = ImportOutcome.Added;
            await AddressBook.GiveAsync(db, article, extracted.Slug, options.Zone, cancellationToken);
            if (options.Draft || extracted.Draft)
            {
                edition.Keep(article, body);
            }
            else if (extracted.Withdrawn)
            {
                edition.PutWithdrawn(article, body, extracted.WithdrawnReason ?? string.Empty);
            }
            else
            {
                edition.Publish(article, body);
            }
        }
        else
        {
            edition.Remember(article, said!, ArticleAct.Import);
            outcome = Change(edition, article, body, before!, options.Draft || extracted.Draft);
        }

        if (options.Records && outcome != ImportOutcome.Unchanged)
        {
            RecordAct(edition, article, body, outcome, status, values);
        }

        seen[identity] = article;
        foretold?.Note(article, body, article.Status == ArticleStatus.Draft, earlier: null);
        await AddressBook.NoteOldAsync(db, article, extracted, cancellationToken);
        await Originals.KeepAsync(db, article, incoming, hash, run, options, edition.NowUtc, cancellationToken);
        return (Result(outcome, extraction) with { Words = words }, article);
    }

    // What becomes public by this import, at once or at its moment, and what is public already.
    private bool IsForReaders(Article article, ExtractedArticle extracted) =>
        article.Status == ArticleStatus.Published
        || (!(options.Draft || extracted.Draft || extracted.Withdrawn) && article.Status is ArticleStatus.Draft or ArticleStatus.Scheduled);

    private void RecordAct(Edition edition, Article article, ArticleBody body, ImportOutcome outcome, ArticleStatus before, ArticleValues? values)
    {
        var isNew = outcome == ImportOutcome.Added;
        List<FieldChange> changes = isNew ? [new("headline", null, article.Headline)] : values?.ChangesTo(new ArticleValues(article, body, options.Zone)) ?? [];
        if (isNew || article.Status != before)
        {
            changes.Insert(0, new FieldChange("status", isNew ? null : before.ToString(), article.Status.ToString()));
        }

        edition.Record(article, isNew ? ArticleAct.Create : ArticleAct.Import, null, changes);
    }

    private async Task<string?> RefusalAsync(NewsDbContext db, Identified known, CancellationToken cancellationToken)
    {
        if (options.Refuses is not { } refuses || known.ArticleId is not { } id)
        {
            return null;
        }

        return refuses(await db.Articles.AsNoTracking().SingleAsync(a => a.Id == id, cancellationToken));
    }

    // Only in a dry run: an earlier input would have made or changed the article that this one finds.
    private async Task<ImportResult?> ForetellAsync(
        NewsDbContext db, ArticleAssembler assembler, Incoming incoming, string hash, Identified known, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var (file, extracted) = (incoming.Input.File!, incoming.Extraction.Article!);
        var earlier = incoming.Foretold ?? (known.ArticleId is { } id ? foretold?.Of(id) : foretold?.Find(extracted, hash, file.RelativePath));
        if (earlier is null) return null;
        if (earlier.OriginalHash == hash && incoming.Further.Count == 0) return Result(ImportOutcome.Unchanged, incoming.Extraction);
        var article = earlier.ArticleId is { } stored ? await db.Articles.WithEverything().SingleAsync(a => a.Id == stored, cancellationToken) : earlier.ToArticle(nowUtc);
        var body = article.Body ?? new ArticleBody();
        await assembler.FillAsync(db, article, body, incoming.Input, extracted, hash, nowUtc, cancellationToken);
        var isDraft = earlier.IsDraft && (options.Draft || extracted.Draft);
        var outcome = ContentHash.Of(article, body) == earlier.ContentHash && isDraft == earlier.IsDraft ? ImportOutcome.Unchanged : ImportOutcome.Revised;
        foretold!.Note(article, body, isDraft, earlier);
        return Result(outcome, incoming.Extraction, earlier.ArticleId);
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
            body.Note("revised", OriginNotes.ChangedByImport);
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

    // The first of the pages that came tells what became of the article; the others are in it.
    private static IEnumerable<ImportResult> Told(Incoming incoming, ImportResult result) =>
        incoming.Told.Select((page, place) => result with
        {
            Path = page.Extraction.File,
            Outcome = place == 0 ? result.Outcome : ImportOutcome.Unchanged,
            Warnings = page.Extraction.Article!.Warnings,
            Extraction = page.Extraction,
        });

    private static ImportResult Rejection(Extraction extraction) =>
        new(extraction.File, ImportOutcome.Rejected, Error: extraction.Error, ErrorLine: extraction.ErrorLine, Extraction: extraction);

    private static ImportResult Result(ImportOutcome outcome, Extraction extraction, long? id = null) =>
        new(extraction.File, outcome, id, extraction.Article!.Headline, Warnings: extraction.Article.Warnings, Extraction: extraction);
}
