using System.CommandLine;
using NewsPortal.Core.Finding.Hot.Logs;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal reads import ACCESS.log…</c>: what was read where the site itself could not count.</summary>
internal static class ReadsCommand
{
    private const int MostFaultsTold = 20;

    public static Command Build(TextWriter output, TextWriter error)
    {
        var logs = new Argument<string[]>("ACCESS.log") { Description = "Access logs in the combined format of Apache or nginx, plain or gzip.", Arity = ArgumentArity.OneOrMore };
        var import = new Command("import",
            """
            Counts the reads of the last 7 days from access logs of a proxy, CDN or file server.
            Only GETs answered 200 count; robots do not, nor the same reader on the same article within 30 minutes. No address is stored.
            For each hour and article the largest number found so far is kept, and of what the site itself counted and what logs say the larger one:
            importing the same log again, a longer one or an overlapping one counts nothing twice. Therefore give the logs of several servers,
            and the two parts of a log that was cut within an hour, together in one command.
            Lines that cannot be read are told with their number, and the exit status is 1.
            """)
        {
            logs,
        };
        import.SetAction(async (parsed, cancellationToken) =>
        {
            var files = parsed.GetValue(logs)!;
            if (Array.Find(files, f => !File.Exists(f)) is { } missing)
            {
                await error.WriteLineAsync($"There is no file {missing}.");
                return CommandLine.WrongUsage;
            }

            var (store, _) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            var told = 0;
            var report = await new AccessLogImport(store, TimeProvider.System).RunAsync(
                files,
                (file, line, reason) =>
                {
                    if (++told <= MostFaultsTold)
                    {
                        error.WriteLine($"malformed {file}:{line}: {reason}");
                    }
                },
                cancellationToken);
            if (told > MostFaultsTold)
            {
                await error.WriteLineAsync($"and {told - MostFaultsTold} more malformed lines");
            }

            await output.WriteLineAsync(report.ToString());
            return report.Malformed > 0 ? CommandLine.SomeFailed : CommandLine.Ok;
        });
        return new Command("reads", "Counts of reads, for 热读.") { import };
    }
}
