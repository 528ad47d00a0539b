using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal user add|list|disable|password</c>: who may come into the newsroom.</summary>
internal static class UserCommand
{
    private static readonly Dictionary<string, StaffRole> Roles = new(StringComparer.Ordinal)
    {
        ["reporter"] = StaffRole.Reporter,
        ["editor"] = StaffRole.Editor,
        ["chief-editor"] = StaffRole.ChiefEditor,
        ["administrator"] = StaffRole.Administrator,
    };

    public static Command Build(TextWriter output, TextWriter error) =>
        new("user", "The people of the newsroom.") { Add(output, error), List(output), Disable(error), Password(output, error) };

    private static Command Add(TextWriter output, TextWriter error)
    {
        var name = Name();
        var role = new Option<string>("--role") { Description = "What they may do: reporter, editor, chief-editor or administrator.", Required = true };
        role.AcceptOnlyFromAmong([.. Roles.Keys]);
        var command = new Command("add", "Adds someone and prints their first password, once.") { name, role };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, _) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            return await TryAsync(error, async () => await TellAsync(output, error, await new StaffMembers(db, TimeProvider.System).AddAsync(parsed.GetValue(name)!, Roles[parsed.GetValue(role)!], cancellationToken: cancellationToken)));
        });
        return command;
    }

    private static Command List(TextWriter output)
    {
        var command = new Command("list", "Prints name, role, state and the last sign-in, parted by tabs.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            foreach (var member in await db.Staff.AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancellationToken))
            {
                var state = member.DisabledUtc is { } since ? $"disabled {Time(since)}" : "active";
                await output.WriteLineAsync($"{member.UserName}\t{Roles.First(r => r.Value == member.Role).Key}\t{state}\t{(member.SignedInUtc is { } at ? $"signed in {Time(at)}" : "never signed in")}");
            }

            return CommandLine.Ok;
        });
        return command;
    }

    private static Command Disable(TextWriter error)
    {
        var name = Name();
        var command = new Command("disable", "Lets someone in no more; their sessions end at once.") { name };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            return await TryAsync(error, () => new StaffMembers(db, TimeProvider.System).DisableAsync(parsed.GetValue(name)!, cancellationToken));
        });
        return command;
    }

    private static Command Password(TextWriter output, TextWriter error)
    {
        var name = Name();
        var command = new Command("password", "Gives someone a new password and prints it, once; their sessions end.") { name };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            return await TryAsync(error, async () => await TellAsync(output, error, await new StaffMembers(db, TimeProvider.System).ResetPasswordAsync(parsed.GetValue(name)!, cancellationToken)));
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "What they sign in as." };

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static async Task TellAsync(TextWriter output, TextWriter error, string secret)
    {
        await output.WriteLineAsync(secret);
        await error.WriteLineAsync("This is the password. It is not stored and cannot be shown again.");
    }

    private static async Task<int> TryAsync(TextWriter error, Func<Task> act)
    {
        try
        {
            await act();
            return CommandLine.Ok;
        }
        catch (StaffException e)
        {
            await error.WriteLineAsync(e.Message);
            return CommandLine.WrongUsage;
        }
    }
}
