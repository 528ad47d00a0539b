using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing.Reimporting;

/// <summary>New readings of originals on their way into their articles.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="names">Sections, tags, sources and writers seen so far.</param>
/// <param name="pictures">Takes in pictures that only a newer reading finds in an original.</param>
/// <param name="options">The site's zone and who asks.</param>
internal sealed class ReimportBatch(NewsStore store, TimeProvider clock, NameBook names, PictureIntake pictures, ImportOptions options)
{
    private readonly ArticleAssembler _assembler = new(pictures, names, options);

    /// <summary>Says what a reading would change, and writes nothing.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The result, and whether its account is another one too; null for an article that is gone.</returns>
    public async Task<(ImportResult Result, bool OtherAccount)?> CompareAsync(Reading reading, CancellationToken cancellationToken)
    {
        if (reading.Extraction.Article is null)
        {
            return (reading.Refused(reading.Extraction.Error), false);
        }

        await using var db = store.CreateContext();
        try
        {
            return await FillAsync(db, reading, clock.NowUtc(), cancellationToken) is { } filled ? (filled.Result, filled.OtherAccount) : null;
        }
        finally
        {
            // Names that are new were only thought of.
            names.Forget();
        }
    }

    /// <summary>Writes readings into their articles, in one transaction.</summary>
    /// <param name="readings">The readings, all of them accepted.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored then.</param>
    public async Task<List<ImportResult>> StoreAsync(IReadOnlyCollection<Reading> readings, ImportRun run, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var edition = await Edition.BeginAsync(db, clock, options.Actor, cancellationToken);
        var results = new List<ImportResult>();
        foreach (var reading in readings)
        {
            if (await FillAsync(db, reading, edition.NowUtc, cancellationToken) is not { } filled)
            {
                continue;
            }

            await AddressBook.NoteOldAsync(db, filled.Article, reading.Extraction.Article!, cancellationToken);
            if (filled.Result.Outcome == ImportOutcome.Revised)
            {
                edition.Remember(filled.Article, filled.Said, ArticleAct.Import);
                Revise(edition, filled);
            }

            var use = await db.OriginalUses.SingleAsync(u => u.Id == reading.Original.Use.Id, cancellationToken);
            use.ImporterVersion = ArticleExtractor.Version;
            use.Encoding = reading.Extraction.Encoding?.Name ?? string.Empty;
            results.Add(filled.Result);
        }

        ImportRuns.Record(db, run, results.Where(r => r.Outcome == ImportOutcome.Revised));
        await edition.CommitAsync(relatedLater: true, cancellationToken);
        return results;
    }

    private async Task<Filled?> FillAsync(NewsDbContext db, Reading reading, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var use = reading.Original.Use;
        var article = await db.Articles.WithEverything().SingleOrDefaultAsync(a => a.Id == use.ArticleId, cancellationToken);
        if (article?.Body is not { } body || article.OriginalHash != use.OriginalHash)
        {
            // Taken away, or made of a newer file since.
            return null;
        }

        var extracted = reading.Extraction.Article!;
        var terms = TermFrequencies.Of(article.Headline, body.Text);
        var said = ArticleState.Of(article, body);
        var before = new ArticleValues(article, body, options.Zone);
        await _assembler.FillAsync(db, article, body, reading.Original, extracted, use.OriginalHash, nowUtc, cancellationToken);
        var after = new ArticleValues(article, body, options.Zone);
        var changes = before.ChangesTo(after);
        var result = new ImportResult(
            use.Path, changes.Count > 0 ? ImportOutcome.Revised : ImportOutcome.Unchanged, article.Id, article.Headline, article.Path,
            Warnings: extracted.Warnings, Extraction: reading.Extraction, Changes: changes);
        return new Filled(article, body, said, terms, result, before.HasOtherAccount(after));
    }

    private static void Revise(Edition edition, Filled filled)
    {
        var (article, body) = (filled.Article, filled.Body);
        if (article.Status != ArticleStatus.Published)
        {
            edition.Keep(article, body);
            return;
        }

        var stated = article.RevisedUtc;
        edition.Revise(article, body, filled.Terms);
        if (filled.Result.Changes!.Any(change => change.Field != "revised"))
        {
            body.Note("revised", OriginNotes.ChangedByImport);
        }
        else
        {
            // Nothing but this moment was read anew.
            article.RevisedUtc = stated;
        }
    }

    private sealed record Filled(Article Article, ArticleBody Body, ArticleState Said, TermFrequencies Terms, ImportResult Result, bool OtherAccount);
}
