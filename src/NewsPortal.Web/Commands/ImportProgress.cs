using System.Globalization;
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
        if (!IsTerminal(error))
        {
            return await import(result => Tell(error, result), (_, _) => { });
        }

        // On a terminal: one bar, and above it a line for each file.
        var console = Terminal();
        return await Bars(console).StartAsync(async progress =>
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

    /// <summary>Runs a work of several steps that each know how long they are.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="work">Runs it: with a writer for results, one for messages, and told the name of a step, how many are done, of how many.</param>
    public static async Task<ImportReport> StepsAsync(
        TextWriter output, TextWriter error, Func<Action<string>, Action<string>, Action<string, int, int>, Task<ImportReport>> work)
    {
        if (!IsTerminal(error))
        {
            return await work(output.WriteLine, error.WriteLine, (step, done, total) => TellStep(error, step, done, total));
        }

        // Results that go to the same terminal must stand above the bars, not in them.
        var console = Terminal();
        return await Bars(console).StartAsync(progress =>
        {
            var bars = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
            return work(
                output == Console.Out && !Console.IsOutputRedirected ? console.WriteLine : output.WriteLine,
                console.WriteLine,
                (step, done, total) =>
                {
                    if (!bars.TryGetValue(step, out var bar))
                    {
                        bars[step] = bar = progress.AddTask(step, maxValue: total);
                    }

                    bar.Value = done;
                });
        });
    }

    /// <summary>What became of an input that was committed or refused, with its warnings.</summary>
    public static void Tell(TextWriter error, ImportResult result)
    {
        foreach (var line in Lines(result))
        {
            error.WriteLine(line);
        }
    }

    /// <summary>A line that says what became of an input, and one for each warning.</summary>
    public static IEnumerable<string> Lines(ImportResult result) => [Line(result), .. Warnings(result)];

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

        foreach (var warning in Warnings(result))
        {
            error.WriteLine(warning);
        }
    }

    /// <summary>A rejection as a line: path, line, reason.</summary>
    public static string Rejection(ImportResult result) =>
        result.ErrorLine > 0 ? $"rejected {result.Path}:{result.ErrorLine}: {result.Error}" : $"rejected {result.Path}: {result.Error}";

    private static bool IsTerminal(TextWriter error) => error == Console.Error && !Console.IsErrorRedirected;

    private static IAnsiConsole Terminal() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    private static Progress Bars(IAnsiConsole console) => console.Progress().AutoClear(true)
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn());

    private static void TellStep(TextWriter error, string step, int done, int total)
    {
        const int every = 500;
        if (done % every == 0 || done == total)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step}: {done:N0} of {total:N0}"));
        }
    }

    private static IEnumerable<string> Warnings(ImportResult result) => (result.Warnings ?? [])
        .Select(w => w.Line > 0 ? $"warning {result.Path}:{w.Line}: {w.Message}" : $"warning {result.Path}: {w.Message}");

    private static string Line(ImportResult result) => result.Outcome == ImportOutcome.Rejected ? Rejection(result) : $"stored {result.Path}";
}
