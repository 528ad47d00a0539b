using System.CommandLine;
using NewsPortal.Core.Integrity;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal verify</c>: whether what is stored is what was stored.</summary>
internal static class VerifyCommand
{
    public static Command Build(TextWriter output)
    {
        var root = new Option<string?>("--root") { Description = "Hash of a ledger row noted earlier: shows whether rows were cut off or all of them rewritten since.", HelpName = "HASH" };
        var command = new Command("verify", "Recomputes every hash: database, change ledger, articles, pages, pictures, originals. Changes nothing.") { root };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            var report = await new StoreExamination(store).RunAsync(parsed.GetValue(root)?.Trim().ToLowerInvariant(), fault => output.WriteLine(fault), cancellationToken);
            await output.WriteLineAsync($"root {report.Root}");
            await output.WriteLineAsync(report.ToString());
            return report.Faults == 0 ? CommandLine.Ok : CommandLine.SomeFailed;
        });
        return command;
    }
}
