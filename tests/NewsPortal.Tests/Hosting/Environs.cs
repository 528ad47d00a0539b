namespace NewsPortal.Tests.Hosting;

/// <summary>What the machine has, and whether a test may do without it.</summary>
public static class Environs
{
    /// <summary>True where nothing may be skipped: a missing browser is a failure then.</summary>
    public static bool RequireAll => Environment.GetEnvironmentVariable("NEWSPORTAL_REQUIRE_ALL") == "1";

    /// <summary>True where every outside case is to be tried, also those that take a browser minutes; otherwise a fixed sample of them is.</summary>
    public static bool AllCases => Environment.GetEnvironmentVariable("NEWSPORTAL_ALL_CASES") == "1";

    /// <summary>The folder with outside data; null where it is not given.</summary>
    public static string? Bench => Environment.GetEnvironmentVariable("NEWSPORTAL_BENCH") is { Length: > 0 } folder ? Path.GetFullPath(folder, Root) : null;

    /// <summary>A path among the outside benches.</summary>
    public static string InBench(params string[] parts) =>
        Path.Combine([Bench ?? throw new InvalidOperationException("NEWSPORTAL_BENCH names no folder."), "bench", .. parts]);

    /// <summary>Debian's or another Chromium.</summary>
    public static string? Chromium => FirstFile("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /// <summary>Ruby, whose own library validates feeds.</summary>
    public static string? Ruby => FirstFile("/usr/bin/ruby");

    /// <summary>Browsers that show a page as text alone; empty unless all are there.</summary>
    public static IReadOnlyList<string> TextBrowsers { get; } =
        FirstFile("/usr/bin/w3m") is { } w3m && FirstFile("/usr/bin/lynx") is { } lynx ? [w3m, lynx] : [];

    /// <summary>The folder of PostgreSQL's programs.</summary>
    public static string? Postgres
    {
        get
        {
            var versions = new DirectoryInfo("/usr/lib/postgresql");
            return versions.Exists
                ? versions.GetDirectories().Select(d => Path.Combine(d.FullName, "bin")).LastOrDefault(b => File.Exists(Path.Combine(b, "initdb")))
                : null;
        }
    }

    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    private static string? FirstFile(params string[] files) => files.FirstOrDefault(File.Exists);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsPortal.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run from the checkout.");
        }

        return folder.FullName;
    }
}

/// <summary>A test that needs a browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Environs.Chromium is null && !Environs.RequireAll ? "No browser: install the package 'chromium'." : null;
}

/// <summary>A test that needs browsers without graphics.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TextBrowserFactAttribute : FactAttribute
{
    public TextBrowserFactAttribute() => Skip = Environs.TextBrowsers.Count == 0 && !Environs.RequireAll ? "No text browsers: install the packages 'w3m' and 'lynx'." : null;
}

/// <summary>A test that needs PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Environs.Postgres is null && !Environs.RequireAll ? "No PostgreSQL: install the package 'postgresql'." : null;
}

/// <summary>A test over outside data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BenchFactAttribute : FactAttribute
{
    public BenchFactAttribute() => Skip = Environs.Bench is null && !Environs.RequireAll ? "No outside data: set NEWSPORTAL_BENCH to its folder." : null;
}

/// <summary>A test over outside data in a browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserBenchFactAttribute : FactAttribute
{
    public BrowserBenchFactAttribute() => Skip = new BrowserFactAttribute().Skip ?? new BenchFactAttribute().Skip;
}

/// <summary>A test over outside data on both databases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresBenchFactAttribute : FactAttribute
{
    public PostgresBenchFactAttribute() => Skip = new PostgresFactAttribute().Skip ?? new BenchFactAttribute().Skip;
}
