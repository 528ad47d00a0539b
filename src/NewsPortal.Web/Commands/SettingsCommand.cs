using System.CommandLine;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal settings get|set KEY [VALUE]</c>: what the publisher sets for the whole site.</summary>
internal static class SettingsCommand
{
    public static Command Build(TextWriter output) => new("settings", "Reads and changes site settings.") { Get(output), Set(output) };

    private static Command Get(TextWriter output)
    {
        var name = new Argument<string?>("KEY") { Description = "The setting; all of them without it.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("get", "Prints settings; locked ones come from environment or command line.") { name };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = StoreOptions.Configuration(parsed);
            var (store, settings) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            var inForce = await settings.LoadAsync(db, cancellationToken);
            if (parsed.GetValue(name) is { } wanted)
            {
                await output.WriteLineAsync(SiteSettingsStore.Known(wanted).Read(inForce));
                return CommandLine.Ok;
            }

            foreach (var key in SettingKeys.All)
            {
                await output.WriteLineAsync($"Site:{key.Name}\t{key.Read(inForce)}{(SiteConfiguration.IsLocked(configuration, key) ? "\tlocked" : string.Empty)}");
            }

            return CommandLine.Ok;
        });
        return command;
    }

    private static Command Set(TextWriter output)
    {
        var name = new Argument<string>("KEY") { Description = "The setting." };
        var value = new Argument<string>("VALUE") { Description = "Its new value." };
        var command = new Command("set", "Changes a setting; a running site shows it within a second.") { name, value };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, settings) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            await settings.SetAsync(db, [(parsed.GetValue(name)!, parsed.GetValue(value)!)], "operator", TimeProvider.System, cancellationToken);
            await output.WriteLineAsync($"Site:{SiteSettingsStore.Known(parsed.GetValue(name)!).Name}\t{parsed.GetValue(value)}");
            return CommandLine.Ok;
        });
        return command;
    }
}
