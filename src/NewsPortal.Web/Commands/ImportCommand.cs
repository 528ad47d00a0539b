using System.CommandLine;
using System.Diagnostics;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal import PATH…</c>: files become articles.</summary>
internal static class ImportCommand
{
    private const int RestOfLook = 5;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public static Command Build(TextWriter output, TextWriter error)
    {
        var paths = StoreOptions.Paths("Files (.md, .txt, .html, .docx), folders (recursive), .zip, .jsonl, exports of WordPress (.xml) and Ghost (.json).");
        var section = new Option<string?>("--section") { Description = "Section for everything; otherwise file, then folder name it." };
        var draft = new Option<bool>("--draft") { Description = "Nothing becomes public." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Stores nothing; says what would become of each file and of its characters." };
        var encoding = new Option<string?>("--encoding") { Description = "Encoding of all files (utf-8, gb18030, big5, utf-16le, utf-16be)." };
        var watch = new Option<bool>("--watch") { Description = "Goes on: files that are added or changed below the paths are imported within seconds, until the command is stopped." };
        var reportFile = new Option<string?>("--report") { Description = "Writes every file's fate, with each character's account, as JSON.", HelpName = "FILE.json" };
        var command = new Command("import", "Imports article files. The last line of output is: added N, revised N, unchanged N, rejected N")
        {
            paths, section, draft, dryRun, encoding, watch, reportFile,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(watch) && result.GetValue(dryRun))
            {
                result.AddError("--watch stores what it finds; --dry-run stores nothing. Take one of them.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, settings) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            var zone = (await settings.LoadAsync(db, cancellationToken)).Zone;
            var options = new ImportOptions(
                "import", zone, parsed.GetValue(section), parsed.GetValue(draft), parsed.GetValue(dryRun), parsed.GetValue(encoding));
            await using var details = ImportReportFile.Begin(parsed.GetValue(reportFile), options.DryRun);
            var named = parsed.GetValue(paths)!;
            var watched = parsed.GetValue(watch) ? new FolderWatch(named) : null;
            var counts = new ImportReport();
            await RunAsync(null);
            if (watched is not null)
            {
                await FollowAsync(watched, changed => RunAsync(changed.Contains), error, cancellationToken);
            }

            await output.WriteLineAsync(counts.ToString());
            return counts.Rejected > 0 ? CommandLine.SomeFailed : CommandLine.Ok;

            async Task RunAsync(Predicate<string>? only)
            {
                Task<ImportReport> ImportAsync(Action<ImportResult> told, Action<int, int>? relating) => new ArticleImporter(store, TimeProvider.System).ImportAsync(
                    InputReader.Read(named, only: only),
                    options,
                    result =>
                    {
                        told(result);
                        counts.Count(result.Outcome);
                        details?.Add(result);
                    },
                    relating,
                    cancellationToken);
                if (options.DryRun)
                {
                    await ImportAsync(result => ImportProgress.Foretell(output, error, result), null);
                    return;
                }

                await ImportProgress.ShowAsync(error, ImportAsync);
                await DrawAsync(store, error, cancellationToken);
            }
        });
        return command;
    }

    // Until the command is stopped, which is how it ends well. A walk over very many files is not begun again at once.
    private static async Task FollowAsync(FolderWatch watched, Func<IReadOnlySet<string>, Task> importAsync, TextWriter error, CancellationToken cancellationToken)
    {
        await error.WriteLineAsync("watching …");
        try
        {
            while (true)
            {
                var began = Stopwatch.GetTimestamp();
                if (watched.Changed() is { Count: > 0 } changed)
                {
                    await importAsync(changed);
                }

                await Task.Delay(Max(Look, Stopwatch.GetElapsedTime(began) * RestOfLook), cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was stored has been told.
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    // A site that runs on the same store may be at it already; it finishes then.
    private static async Task DrawAsync(NewsStore store, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            var failed = await new RenditionBacklog(store, TimeProvider.System).WorkOffAsync(
                Environment.ProcessorCount,
                (done, total) => error.WriteLine($"pictures {done} of {total}"),
                cancellationToken);
            foreach (var (path, reason) in failed)
            {
                await error.WriteLineAsync($"warning {path}: {reason}");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The articles are stored, and their counts are owed; the site draws what is left when it runs.
            await error.WriteLineAsync($"warning: not all pictures have their sizes yet: {e.Message}");
        }
    }
}
