using System.CommandLine;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal import PATH…</c>: files become articles.</summary>
internal static class ImportCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var paths = StoreOptions.Paths("Files (.md, .txt, .html, .docx), folders (recursive), .zip, .jsonl, exports of WordPress (.xml) and Ghost (.json).");
        var section = new Option<string?>("--section") { Description = "Section for everything; otherwise file, then folder name it." };
        var draft = new Option<bool>("--draft") { Description = "Nothing becomes public." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Stores nothing; says what would become of each file and of its characters." };
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
            await using var details = ImportReportFile.Begin(parsed.GetValue(reportFile), options.DryRun);
            var importer = new ArticleImporter(store, TimeProvider.System);
            Task<ImportReport> ImportAsync(Action<ImportResult> told, Action<int, int>? relating) => importer.ImportAsync(
                InputReader.Read(parsed.GetValue(paths)!),
                options,
                result =>
                {
                    told(result);
                    details?.Add(result);
                },
                relating,
                cancellationToken);
            var report = options.DryRun
                ? await ImportAsync(result => ImportProgress.Foretell(output, error, result), null)
                : await ImportProgress.ShowAsync(error, ImportAsync);
            if (!options.DryRun)
            {
                await DrawAsync(store, error, cancellationToken);
            }

            await output.WriteLineAsync(report.ToString());
            return report.Rejected > 0 ? CommandLine.SomeFailed : CommandLine.Ok;
        });
        return command;
    }

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
