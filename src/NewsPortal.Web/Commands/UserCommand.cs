using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Newsroom;

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
        var invite = Invite();
        var command = new Command("add", "Adds someone and prints their first password, or with --invite an address where they set it, once.") { name, role, invite };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, _) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            return await TryAsync(error, async () =>
            {
                var password = await new StaffMembers(db, TimeProvider.System).AddAsync(parsed.GetValue(name)!, Roles[parsed.GetValue(role)!], cancellationToken: cancellationToken);
                await (parsed.GetValue(invite) ? InviteAsync(output, error, parsed, db, parsed.GetValue(name)!, cancellationToken) : TellAsync(output, error, password));
            });
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
        var invite = Invite();
        var forget = new Option<bool>("--forget-second-step") { Description = "Takes away their authenticator and passkeys too, as when all devices are lost." };
        var command = new Command("password", "Gives someone a new password and prints it, or with --invite an address where they set it, once; their sessions end.") { name, invite, forget };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            return await TryAsync(error, async () =>
            {
                var members = new StaffMembers(db, TimeProvider.System);
                if (parsed.GetValue(forget))
                {
                    await members.ForgetSecondStepAsync(parsed.GetValue(name)!, cancellationToken);
                }

                await (parsed.GetValue(invite)
                    ? InviteAsync(output, error, parsed, db, parsed.GetValue(name)!, cancellationToken)
                    : TellAsync(output, error, await members.ResetPasswordAsync(parsed.GetValue(name)!, cancellationToken)));
            });
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "What they sign in as." };

    private static Option<bool> Invite() => new("--invite") { Description = "Prints an address instead of a password: it holds for 72 hours and works once." };

    private static async Task InviteAsync(TextWriter output, TextWriter error, ParseResult parsed, NewsDbContext db, string name, CancellationToken cancellationToken)
    {
        var secret = await new StaffInvitations(db, TimeProvider.System).MakeAsync(name, cancellationToken);
        var own = (await new SiteSettingsStore(StoreOptions.Configuration(parsed)).LoadAsync(db, cancellationToken)).BaseUrl;
        await output.WriteLineAsync($"{(own.Length > 0 ? own : SiteHost.DefaultAddress)}{NewsroomAddresses.Invitation}/{secret}");
        await error.WriteLineAsync("This is the address. It is not stored and cannot be shown again.");
    }

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
