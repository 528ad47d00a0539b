using System.CommandLine;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.StaticSite;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal export DIR</c>: the public site as files.</summary>
internal static class ExportCommand
{
    public static Command Build(TextWriter output)
    {
        var directory = new Argument<string>("DIR") { Description = "A new or an empty folder, or one that this command wrote before." };
        var shared = new Option<string>("--shared") { Description = "Parts that the whole site shares: inline (in every page, the default) or include (files of their own, included by nginx).", DefaultValueFactory = _ => "inline" };
        shared.AcceptOnlyFromAmong("inline", "include");
        var command = new Command("export",
            """
            Writes the public site as static files, byte for byte what the server sends; a second run rewrites only what changed.
            Addresses with a query (search results, further pages of lists) are not in it: pagers lead to the archive.
            redirects.map, gone.map and headers.conf are for nginx; headers.conf says how they are included.
            """)
        {
            directory,
            shared,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            await using var site = await PrivateSite.StartAsync([.. StoreOptions.Arguments(parsed), "--NewsPortal:Static=true"], store, cancellationToken: cancellationToken);
            var report = await new StaticExport(site, store, parsed.GetValue(shared) == "include").RunAsync(parsed.GetValue(directory)!, cancellationToken);
            await output.WriteLineAsync(report.ToString());
            return report.IsWhole ? CommandLine.Ok : CommandLine.SomeFailed;
        });
        return command;
    }
}
