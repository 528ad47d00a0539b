using System.CommandLine;
using NewsPortal.Core.Publishing;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal move ID SLUG</c>: gives an article another address.</summary>
internal static class MoveCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var id = new Argument<string>("ID") { Description = "External id or number." };
        var slug = new Argument<string>("SLUG") { Description = "The last part of its new address." };
        var command = new Command("move", "Gives an article another address and prints it; every address it had leads there (301).") { id, slug };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            if (await ArticleName.FindAsync(db, parsed.GetValue(id)!, cancellationToken) is not { } article)
            {
                await error.WriteLineAsync($"There is no public article '{parsed.GetValue(id)}'.");
                return CommandLine.SomeFailed;
            }

            try
            {
                await output.WriteLineAsync(await new AddressDesk(store, TimeProvider.System, "operator").MoveAsync(article, parsed.GetValue(slug)!, cancellationToken));
                return CommandLine.Ok;
            }
            catch (RefusedMoveException e)
            {
                await error.WriteLineAsync(e.Message);
                return CommandLine.SomeFailed;
            }
        });
        return command;
    }
}
