using System.CommandLine;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal related pin|exclude|release ID OTHER</c>: what editors decide about a related list.</summary>
internal static class RelatedChoiceCommands
{
    public static IEnumerable<Command> Build(TextWriter output, TextWriter error) =>
    [
        Act("pin", "Puts OTHER at the head of ID's related list.", (desk, a, b) => desk.PinAsync(a, b), output, error),
        Act("exclude", "Keeps OTHER, and its reprints, out of ID's related list.", (desk, a, b) => desk.ExcludeAsync(a, b), output, error),
        Act("release", "Takes a pin or an exclusion back.", (desk, a, b) => desk.ReleaseAsync(a, b), output, error),
    ];

    private static Command Act(string verb, string description, Func<RelatedDesk, long, long, Task> act, TextWriter output, TextWriter error)
    {
        var id = new Argument<string>("ID") { Description = "Whose list: external id or number." };
        var other = new Argument<string>("OTHER") { Description = "The other article: external id or number." };
        var command = new Command(verb, description) { id, other };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, _) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            try
            {
                var (owner, related) = (await FindAsync(db, parsed.GetValue(id)!, cancellationToken), await FindAsync(db, parsed.GetValue(other)!, cancellationToken));
                await act(new RelatedDesk(store, TimeProvider.System, "operator"), owner, related);
            }
            catch (RelatedChoiceException e)
            {
                await error.WriteLineAsync(e.Message);
                return CommandLine.SomeFailed;
            }

            await output.WriteLineAsync("done");
            return CommandLine.Ok;
        });
        return command;
    }

    private static async Task<long> FindAsync(NewsDbContext db, string name, CancellationToken cancellationToken) =>
        await ArticleName.FindAsync(db, name, cancellationToken) ?? throw new RelatedChoiceException($"There is no public article '{name}'.");
}
