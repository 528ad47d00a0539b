using System.CommandLine;
using System.Globalization;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Reimporting;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal reimport</c>: today's importer over the originals that the store keeps.</summary>
internal static class ReimportCommand
{
    private const int TellEvery = 500;

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
            await using var details = ImportReportFile.Begin(parsed.GetValue(reportFile), parsed.GetValue(dryRun));
            var isDry = parsed.GetValue(dryRun);
            var listener = new ReimportListener(
                result => ShowChanges(output, result),
                result =>
                {
                    ShowEnd(error, result, isDry);
                    details?.Add(result);
                },
                (done, total) => Tell(error, "compared", done, total),
                (done, total) => Tell(error, "related lists", done, total));
            var report = await new ArticleReimporter(store, TimeProvider.System, zone).RunAsync(parsed.GetValue(since), isDry, listener, cancellationToken);
            await output.WriteLineAsync(report.ToString());
            return report.Rejected > 0 ? CommandLine.SomeFailed : CommandLine.Ok;
        });
        return command;
    }

    private static void ShowChanges(TextWriter output, ImportResult result)
    {
        if (result.Outcome != ImportOutcome.Revised)
        {
            return;
        }

        output.WriteLine($"{result.Address} ({result.Path})");
        foreach (var change in result.Changes!)
        {
            output.WriteLine($"  {change}");
        }
    }

    private static void ShowEnd(TextWriter error, ImportResult result, bool isDry)
    {
        if (result.Outcome == ImportOutcome.Rejected)
        {
            error.WriteLine(ImportProgress.Rejection(result));
        }
        else if (result.Outcome == ImportOutcome.Revised && !isDry)
        {
            ImportProgress.Tell(error, result);
        }
    }

    private static void Tell(TextWriter error, string what, int done, int total)
    {
        if (done % TellEvery == 0 || done == total)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {done:N0} of {total:N0}"));
        }
    }
}
