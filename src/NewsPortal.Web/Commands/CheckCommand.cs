using System.CommandLine;
using NewsPortal.Web.Auditing;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal check</c>: the site's audit of itself.</summary>
internal static class CheckCommand
{
    public static Command Build(TextWriter output)
    {
        var json = new Option<bool>("--json") { Description = "As JSON, one fault a line, then the counts." };
        var command = new Command("check",
            """
            Asks every page of the site as a crawler would and compares what they say: times, addresses, headlines, texts, structured data,
            links, redirects, pictures, feeds, sitemaps, search. Changes nothing. Exit status 1 where a fault is found.
            """)
        {
            json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            await using var site = await PrivateSite.StartAsync(StoreOptions.Arguments(parsed), store, cancellationToken: cancellationToken);
            var asJson = parsed.GetValue(json);
            var report = await new SiteAudit(site, store).RunAsync(
                fault => output.WriteLine(asJson ? JsonLine.Of(new { kind = fault.Kind, address = fault.Address, message = fault.Message }) : fault.ToString()), cancellationToken);
            await output.WriteLineAsync(asJson ? JsonLine.Of(new { articles = report.Articles, addresses = report.Addresses, faults = report.Faults }) : report.ToString());
            return report.Faults == 0 ? CommandLine.Ok : CommandLine.SomeFailed;
        });
        return command;
    }
}
