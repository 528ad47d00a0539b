using System.CommandLine;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Commands;

/// <summary>Options that every command over a store takes.</summary>
internal static class StoreOptions
{
    public static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the store (default: data).",
        HelpName = "DIR",
        Recursive = true,
    };

    public static readonly Option<string?> Database = new("--database")
    {
        Description = "PostgreSQL connection string; the store is SQLite without it.",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    /// <summary>Paths to read; an option that does not exist is no path.</summary>
    public static Argument<string[]> Paths(string description)
    {
        var paths = new Argument<string[]>("PATH") { Description = description, Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(t.Value)))
            {
                result.AddError($"There is no option {token.Value}.");
            }
        });
        return paths;
    }

    /// <summary>The configuration with these options over it.</summary>
    public static IConfigurationRoot Configuration(ParseResult parsed) => SiteConfiguration.Read(Arguments(parsed));

    /// <summary>These options as the site itself takes them.</summary>
    public static string[] Arguments(ParseResult parsed)
    {
        var args = new List<string>();
        if (parsed.GetValue(Data) is { } data)
        {
            args.Add($"--data={data}");
        }

        if (parsed.GetValue(Database) is { } database)
        {
            args.Add($"--database={database}");
        }

        return [.. args];
    }

    /// <summary>Opens the store that the options and the configuration name; where there is none, none is made: a backup of it would be empty.</summary>
    /// <exception cref="StoreUnavailableException">There is none, or it cannot be used.</exception>
    public static async Task<NewsStore> OpenExistingAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var location = SiteConfiguration.Store(Configuration(parsed));
        return location.IsPostgres || File.Exists(location.SqliteFile)
            ? (await OpenAsync(parsed, cancellationToken)).Store
            : throw new StoreUnavailableException($"There is no store in {location.DataDirectory}. Name its folder with --data.");
    }

    /// <summary>Opens the store that the options and the configuration name.</summary>
    public static async Task<(NewsStore Store, SiteSettingsStore Settings)> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = Configuration(parsed);
        var store = await NewsStore.OpenAsync(SiteConfiguration.Store(configuration), cancellationToken);
        var settings = new SiteSettingsStore(configuration);
        await using var db = store.CreateContext();
        await settings.SeedAsync(db, cancellationToken);
        return (store, settings);
    }
}
