using System.CommandLine;
using NewsPortal.Core.Exporting;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal export-content DIR</c>: every article as Markdown, with its pictures.</summary>
internal static class ExportContentCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var directory = new Argument<string>("DIR") { Description = "A new or an empty folder, or one that this command wrote before." };
        var command = new Command("export-content",
            """
            Writes every article as Markdown with front matter, and its pictures. Importing the folder into an empty store makes the same articles
            under the same addresses. Settings, corrections, names of stories and counts of reads are not in it: a backup has them.
            """)
        {
            directory,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            var settings = new Hosting.SiteSettingsStore(StoreOptions.Configuration(parsed));
            await using var db = store.CreateContext();
            var zone = (await settings.LoadAsync(db, cancellationToken)).Zone;
            var report = await new ContentExport(store, zone).RunAsync(
                parsed.GetValue(directory)!, (path, field) => error.WriteLine($"inexact {path}: {field}"), cancellationToken);
            await output.WriteLineAsync(report.ToString());
            return report.Inexact > 0 ? CommandLine.SomeFailed : CommandLine.Ok;
        });
        return command;
    }
}
