using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Ledgers;
using Spectre.Console;

namespace NewsPortal.Web.Commands;

/// <summary>How an import goes, on standard error: a bar on a terminal, plain lines otherwise.</summary>
internal static class ImportProgress
{
    /// <summary>Runs an import and shows how it goes.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="import">Runs it: told of each input, and of how far the related lists are.</param>
    public static async Task<ImportReport> ShowAsync(TextWriter error, Func<Action<ImportResult>, Action<int, int>, Task<ImportReport>> import)
    {
        if (error != Console.Error || Console.IsErrorRedirected)
        {
            return await import(result => Tell(error, result), (_, _) => { });
        }

        // On a terminal: one bar, and above it a line for each file.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                var files = progress.AddTask("importing").IsIndeterminate();
                ProgressTask? lists = null;
                return await import(
                    result =>
                    {
                        console.WriteLine(Line(result));
                        files.Increment(1);
                        files.Description = $"importing ({files.Value:0})";
                    },
                    (done, total) =>
                    {
                        files.StopTask();
                        lists ??= progress.AddTask("related news", maxValue: total);
                        lists.Value = done;
                    });
            });
    }

    /// <summary>What became of an input that was committed or refused, with its warnings.</summary>
    public static void Tell(TextWriter error, ImportResult result)
    {
        error.WriteLine(Line(result));
        Warn(error, result);
    }

    /// <summary>What would become of an input, and of its characters; nothing is stored.</summary>
    public static void Foretell(TextWriter output, TextWriter error, ImportResult result)
    {
        if (result.Outcome == ImportOutcome.Rejected)
        {
            error.WriteLine(Rejection(result));
            return;
        }

        var fate = result.Outcome switch { ImportOutcome.Added => "would be added", ImportOutcome.Revised => "would be revised", _ => "would stay unchanged" };
        output.WriteLine($"{result.Path}: {fate}: {result.Headline}");
        if (result.Extraction?.Article is { } article)
        {
            output.WriteLine($"  {LedgerSummary.Of(article.Ledger)}");
        }

        Warn(error, result);
    }

    /// <summary>A rejection as a line: path, line, reason.</summary>
    public static string Rejection(ImportResult result) =>
        result.ErrorLine > 0 ? $"rejected {result.Path}:{result.ErrorLine}: {result.Error}" : $"rejected {result.Path}: {result.Error}";

    private static void Warn(TextWriter error, ImportResult result)
    {
        foreach (var warning in result.Warnings ?? [])
        {
            error.WriteLine(warning.Line > 0 ? $"warning {result.Path}:{warning.Line}: {warning.Message}" : $"warning {result.Path}: {warning.Message}");
        }
    }

    private static string Line(ImportResult result) => result.Outcome == ImportOutcome.Rejected ? Rejection(result) : $"stored {result.Path}";
}
