using System.CommandLine;
using NewsPortal.Core.Backups;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal backup FILE</c> and <c>restore FILE</c>: the whole store in one file, and back.</summary>
internal static class BackupCommands
{
    public static Command Backup(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("FILE") { Description = "Where the backup goes; a file of this name is replaced once the new one is whole." };
        var command = new Command("backup", "Takes store, pictures and originals into one file; the site may run.") { file };
        command.SetAction((parsed, cancellationToken) => RunAsync(error, async () =>
        {
            Core.Backups.Backup.RefusePostgres(SiteConfiguration.Store(StoreOptions.Configuration(parsed)));
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            var manifest = await Core.Backups.Backup.TakeAsync(store, parsed.GetValue(file)!, TimeProvider.System, cancellationToken);
            await output.WriteLineAsync(Summary("backed up", manifest));
        }));
        return command;
    }

    public static Command Restore(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("FILE") { Description = "A file that backup made." };
        var command = new Command("restore", "Puts a backup in place of the store; the site must be stopped, and a copy of the former store is kept.") { file };
        command.SetAction((parsed, cancellationToken) => RunAsync(error, async () =>
        {
            var location = SiteConfiguration.Store(StoreOptions.Configuration(parsed));
            var (manifest, former) = await Core.Backups.Restore.RunAsync(parsed.GetValue(file)!, location, TimeProvider.System, cancellationToken);
            if (former is not null)
            {
                await error.WriteLineAsync($"The former store was kept as {former}; delete it when it is no longer wanted.");
            }

            await output.WriteLineAsync(Summary("restored", manifest));
        }));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter error, Func<Task> act)
    {
        try
        {
            await act();
            return CommandLine.Ok;
        }
        catch (BackupException e)
        {
            await error.WriteLineAsync(e.Message);
            return CommandLine.SomeFailed;
        }
    }

    private static string Summary(string what, BackupManifest manifest) => FormattableString.Invariant(
        $"{what} {manifest.Articles} articles, {manifest.Files.Count - 1} files of pictures and attachments, {manifest.Changes} ledger rows, root {manifest.Root}");
}
