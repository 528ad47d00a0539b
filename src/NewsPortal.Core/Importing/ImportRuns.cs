using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing;

/// <summary>The records of runs: begun before the first input, ended with the counts.</summary>
internal static class ImportRuns
{
    /// <summary>Begins one.</summary>
    /// <param name="store">The store.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ImportRun> BeginAsync(NewsStore store, TimeProvider clock, string actor, CancellationToken cancellationToken)
    {
        var run = new ImportRun { StartedUtc = clock.NowUtc(), Actor = actor };
        await using var db = store.CreateContext();
        db.ImportRuns.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        return run;
    }

    /// <summary>Ends one.</summary>
    /// <param name="store">The store.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="run">The run.</param>
    /// <param name="report">Its counts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task EndAsync(NewsStore store, TimeProvider clock, ImportRun run, ImportReport report, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        db.ImportRuns.Attach(run);
        (run.Added, run.Revised, run.Unchanged, run.Rejected) = (report.Added, report.Revised, report.Unchanged, report.Rejected);
        run.FinishedUtc = clock.NowUtc();
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Writes errors and warnings into the record of a run.</summary>
    /// <param name="db">The context; the caller saves.</param>
    /// <param name="run">The run.</param>
    /// <param name="results">What became of inputs.</param>
    public static void Record(NewsDbContext db, ImportRun run, IEnumerable<ImportResult> results)
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
}
