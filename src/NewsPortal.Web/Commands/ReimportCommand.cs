using System.CommandLine;
using System.Globalization;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Reimporting;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal reimport</c>: today's importer over the originals that the store keeps.</summary>
internal static class ReimportCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var since = new Option<int>("--since") { Description = "Only originals last read by this version of the importer or a later one.", HelpName = "VERSION" };
        since.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => !int.TryParse(t.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1))
            {
                result.AddError($"A version of the importer is a whole number from 1; this one is {ArticleExtractor.Version}.");
            }
        });
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would change and writes nothing." };
        var reportFile = new Option<string?>("--report") { Description = "Writes every original's fate, changes and account as JSON.", HelpName = "FILE.json" };
        var command = new Command("reimport", "Reads the kept originals again: what a machine read is updated, what a person edited stays, addresses never change. The last line of output is: added 0, revised N, unchanged N, rejected N")
        {
            since, dryRun, reportFile,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, settings) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            var zone = (await settings.LoadAsync(db, cancellationToken)).Zone;
            var isDry = parsed.GetValue(dryRun);
            await using var details = ImportReportFile.Begin(parsed.GetValue(reportFile), isDry);
            var report = await ImportProgress.StepsAsync(output, error, (show, tell, step) => new ArticleReimporter(store, TimeProvider.System, zone).RunAsync(
                parsed.GetValue(since),
                isDry,
                new ReimportListener(
                    result => ShowChanges(show, result),
                    result =>
                    {
                        TellEnd(tell, result, isDry);
                        details?.Add(result);
                    },
                    (done, total) => step("compared", done, total),
                    (done, total) => step("related lists", done, total)),
                cancellationToken));
            await output.WriteLineAsync(report.ToString());
            return report.Rejected > 0 ? CommandLine.SomeFailed : CommandLine.Ok;
        });
        return command;
    }

    private static void ShowChanges(Action<string> show, ImportResult result)
    {
        if (result.Outcome != ImportOutcome.Revised)
        {
            return;
        }

        show($"{result.Address} ({result.Path})");
        foreach (var change in result.Changes!)
        {
            show($"  {change}");
        }
    }

    private static void TellEnd(Action<string> tell, ImportResult result, bool isDry)
    {
        if (result.Outcome == ImportOutcome.Rejected)
        {
            tell(ImportProgress.Rejection(result));
        }
        else if (result.Outcome == ImportOutcome.Revised && !isDry)
        {
            foreach (var line in ImportProgress.Lines(result))
            {
                tell(line);
            }
        }
    }
}
