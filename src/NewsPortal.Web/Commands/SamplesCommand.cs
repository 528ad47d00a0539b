using System.CommandLine;
using NewsPortal.Core.Publishing;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal samples remove</c>: the sample articles go, and leave no trace in any list, feed or sitemap.</summary>
internal static class SamplesCommand
{
    public static Command Build(TextWriter output)
    {
        var remove = new Command("remove", "Takes the sample articles away.");
        remove.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, _) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await output.WriteLineAsync($"removed {await Samples.RemoveAsync(store, TimeProvider.System, cancellationToken)}");
            return CommandLine.Ok;
        });
        return new Command("samples", "The sample content that a first start imports.") { remove };
    }
}
