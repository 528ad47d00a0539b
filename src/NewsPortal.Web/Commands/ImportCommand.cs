using System.CommandLine;
using System.Text.Json;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using Spectre.Console;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal import PATH…</c>: files become articles.</summary>
internal static class ImportCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var paths = StoreOptions.Paths("Files, folders (recursive), .zip, .jsonl.");
        var section = new Option<string?>("--section") { Description = "Section for everything; otherwise file, then folder name it." };
        var draft = new Option<bool>("--draft") { Description = "Nothing becomes public." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Stores nothing; says what would become of each file." };
        var encoding = new Option<string?>("--encoding") { Description = "Encoding of all files (utf-8, gb18030, big5, utf-16le, utf-16be)." };
        var reportFile = new Option<string?>("--report") { Description = "Writes every file's fate, with each character's account, as JSON.", HelpName = "FILE.json" };
        var command = new Command("import", "Imports article files. The last line of output is: added N, revised N, unchanged N, rejected N")
        {
            paths, section, draft, dryRun, encoding, reportFile,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, settings) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            var zone = (await settings.LoadAsync(db, cancellationToken)).Zone;
            var options = new ImportOptions(
                "import", zone, parsed.GetValue(section), parsed.GetValue(draft), parsed.GetValue(dryRun), parsed.GetValue(encoding));
            await using var details = parsed.GetValue(reportFile) is { } file ? new ReportFile(file) : null;
            var importer = new ArticleImporter(store, TimeProvider.System);
            var report = await ProgressAsync(error, (told, relating) => importer.ImportAsync(
                InputReader.Read(parsed.GetValue(paths)!),
                options,
                result =>
                {
                    told(result);
                    details?.Add(result);
                },
                relating,
                cancellationToken));
            if (!options.DryRun)
            {
                await DrawAsync(store, error, cancellationToken);
            }

            await output.WriteLineAsync(report.ToString());
            return report.Rejected > 0 ? CommandLine.SomeFailed : CommandLine.Ok;
        });
        return command;
    }

    /// <summary>A rejection as a line: path, line, reason.</summary>
    public static string Rejection(ImportResult result) =>
        result.ErrorLine > 0 ? $"rejected {result.Path}:{result.ErrorLine}: {result.Error}" : $"rejected {result.Path}: {result.Error}";

    // A site that runs on the same store may be at it already; it finishes then.
    private static async Task DrawAsync(NewsStore store, TextWriter error, CancellationToken cancellationToken)
    {
        var failed = await new RenditionBacklog(store, TimeProvider.System).WorkOffAsync(
            Environment.ProcessorCount,
            (done, total) => error.WriteLine($"pictures {done} of {total}"),
            cancellationToken);
        foreach (var (path, reason) in failed)
        {
            await error.WriteLineAsync($"warning {path}: shown in one size only: {reason}");
        }
    }

    private static async Task<ImportReport> ProgressAsync(
        TextWriter error, Func<Action<ImportResult>, Action<int, int>, Task<ImportReport>> import)
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

    private static void Tell(TextWriter error, ImportResult result)
    {
        error.WriteLine(Line(result));
        foreach (var warning in result.Warnings ?? [])
        {
            error.WriteLine(warning.Line > 0 ? $"warning {result.Path}:{warning.Line}: {warning.Message}" : $"warning {result.Path}: {warning.Message}");
        }
    }

    private static string Line(ImportResult result) => result.Outcome == ImportOutcome.Rejected ? Rejection(result) : $"stored {result.Path}";

    /// <summary>The report, written as it grows: an import of a hundred thousand files holds none of it in memory.</summary>
    private sealed class ReportFile : IAsyncDisposable
    {
        private readonly FileStream _stream;
        private readonly Utf8JsonWriter _json;

        public ReportFile(string path)
        {
            _stream = File.Create(path);
            _json = new Utf8JsonWriter(_stream, ExtractionJson.Options);
            _json.WriteStartArray();
        }

        public void Add(ImportResult result)
        {
            _json.WriteStartObject();
            _json.WriteString("path", result.Path);
            _json.WriteString("outcome", result.Outcome.ToString().ToLowerInvariant());
            if (result.ArticleId is { } id)
            {
                _json.WriteNumber("articleId", id);
            }

            _json.WriteString("address", result.Address);
            _json.WriteString("error", result.Error);
            _json.WriteNumber("errorLine", result.ErrorLine);
            _json.WritePropertyName("extraction");
            if (result.Extraction is { } extraction)
            {
                ExtractionJson.Write(extraction, _json, withText: false);
            }
            else
            {
                _json.WriteNullValue();
            }

            _json.WriteEndObject();
            _json.Flush();
        }

        public async ValueTask DisposeAsync()
        {
            _json.WriteEndArray();
            await _json.DisposeAsync();
            await _stream.DisposeAsync();
        }
    }
}
