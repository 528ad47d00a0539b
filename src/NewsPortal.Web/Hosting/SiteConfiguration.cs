using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Hosting;

/// <summary>Where the program keeps its data and finds its content: section <c>NewsPortal</c> of the configuration.</summary>
public static class SiteConfiguration
{
    /// <summary>Short options that stand for configuration keys.</summary>
    public static readonly Dictionary<string, string> Switches = new()
    {
        ["--data"] = "NewsPortal:DataDirectory",
        ["--database"] = "NewsPortal:Database",
    };

    /// <summary>Configuration of a command that does not serve: files beside the program and in the working directory, environment, options.</summary>
    /// <param name="args">Options such as <c>--NewsPortal:Key=…</c>.</param>
    public static IConfigurationRoot Read(string[] args)
    {
        var configuration = new ConfigurationManager();
        AddSources(configuration, args);
        return configuration;
    }

    /// <summary>Adds the sources, the last winning: files, environment, options.</summary>
    /// <param name="configuration">What they are added to.</param>
    /// <param name="args">Options such as <c>--NewsPortal:Key=…</c>.</param>
    public static void AddSources(IConfigurationBuilder configuration, string[] args) => configuration
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(args, Switches);

    /// <summary>Where the store is.</summary>
    /// <param name="configuration">The configuration.</param>
    public static StoreLocation Store(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var data = configuration["NewsPortal:DataDirectory"];
        return new StoreLocation(
            string.IsNullOrWhiteSpace(data) ? Path.Combine(DefaultRoot(), "data") : Path.GetFullPath(data),
            configuration["NewsPortal:Database"]);
    }

    /// <summary>The folder imported into an empty store; null where nothing is.</summary>
    /// <param name="configuration">The configuration.</param>
    public static string? Content(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var content = configuration["NewsPortal:ContentDirectory"];
        return content switch
        {
            null => Path.Combine(DefaultRoot(), "content"),
            "" => null,
            _ => Path.GetFullPath(content),
        };
    }

    /// <summary>A site setting that configuration gives; null where it gives none.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="key">Its key.</param>
    public static string? Setting(IConfiguration configuration, SettingKey key)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(key);
        return configuration[$"NewsPortal:Site:{key.Name}"] ?? configuration[$"Site:{key.Name}"];
    }

    /// <summary>True where environment or command line give a setting: it wins over the store and shows as locked.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="key">Its key.</param>
    public static bool IsLocked(IConfigurationRoot configuration, SettingKey key)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(key);
        return configuration.Providers
            .Where(p => p is Microsoft.Extensions.Configuration.EnvironmentVariables.EnvironmentVariablesConfigurationProvider
                or Microsoft.Extensions.Configuration.CommandLine.CommandLineConfigurationProvider)
            .Any(p => p.TryGet($"NewsPortal:Site:{key.Name}", out _) || p.TryGet($"Site:{key.Name}", out _));
    }

    // A program run from its build output works on the checkout; an installed one on the working directory.
    private static string DefaultRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder.Parent is not null; folder = folder.Parent)
        {
            if (folder.Name == "bin" && folder.Parent.Parent is { Name: "src", Parent: { } root }
                && File.Exists(Path.Combine(root.FullName, "NewsPortal.sln")))
            {
                return root.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }
}
