using System.CommandLine;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Commands;

/// <summary>The command line: a verb and its arguments; without a verb the site is served.</summary>
public static class CommandLine
{
    /// <summary>Everything went well.</summary>
    public const int Ok = 0;

    /// <summary>Some inputs were rejected or a check found faults; the rest was done.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command was not understood.</summary>
    public const int WrongUsage = 2;

    /// <summary>The store cannot be used.</summary>
    public const int StoreUnusable = 3;

    /// <summary>Runs a command.</summary>
    /// <param name="args">What was typed.</param>
    /// <param name="output">Results.</param>
    /// <param name="error">Progress and messages.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    /// <returns>Exit status.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        try
        {
            // Options of the web server (--urls, --Kestrel:…) are its own: only a verb makes this a command.
            if (args.Length == 0 || args[0] == "serve" || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version")))
            {
                string[] options = args.Length > 0 && args[0] == "serve" ? args[1..] : args;
                if (!options.Contains("--help") && !options.Contains("-h"))
                {
                    return await ServeCommand.RunAsync(options, output, error, cancellationToken);
                }
            }

            var parsed = Root(output, error).Parse(args);
            if (parsed.Errors.Count > 0)
            {
                foreach (var fault in parsed.Errors)
                {
                    await error.WriteLineAsync(fault.Message);
                }

                await error.WriteLineAsync($"See: newsportal {parsed.CommandResult.Command.Name} --help".Replace("newsportal newsportal", "newsportal", StringComparison.Ordinal));
                return WrongUsage;
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            await error.WriteLineAsync(e.Message);
            return StoreUnusable;
        }
        catch (SettingException e)
        {
            await error.WriteLineAsync(e.Message);
            return WrongUsage;
        }
        catch (Exception e) when (e is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            await error.WriteLineAsync($"The store failed: {(e.InnerException ?? e).Message.Split('\n')[0]}");
            return StoreUnusable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message.Split('\n')[0]);
            return WrongUsage;
        }
        catch (OperationCanceledException)
        {
            return SomeFailed;
        }
    }

    private static RootCommand Root(TextWriter output, TextWriter error)
    {
        var root = new RootCommand("NewsPortal: article files in, a news site out. Without a verb the site is served.")
        {
            StoreOptions.Data,
            StoreOptions.Database,
            new Command("serve", "Serves the site (the default). Takes the web server's options too, such as --urls."),
            ImportCommand.Build(output, error),
            ReimportCommand.Build(output, error),
            ExtractCommand.Build(output, error),
            SearchCommand.Build(output, error),
            RelatedCommand.Build(output, error),
            GroupsCommand.Build(output),
            StoriesCommand.Build(output, error),
            MoveCommand.Build(output, error),
            SettingsCommand.Build(output),
            SamplesCommand.Build(output),
            ReadsCommand.Build(output, error),
            CheckCommand.Build(output),
            TokenCommand.Build(output, error),
            UserCommand.Build(output, error),
            PushCommand.Build(output, error),
            ExportCommand.Build(output),
            ExportContentCommand.Build(output, error),
            BackupCommands.Backup(output, error),
            BackupCommands.Restore(output, error),
            VerifyCommand.Build(output),
            BenchCommand.Build(output, error),
        };
        root.Subcommands.First(c => c.Name == "serve").SetAction(_ => Ok);
        return root;
    }
}
