namespace NewsPortal.Tests.Hosting;

/// <summary>Programs of others that check finished pages: axe-core, Mozilla's Readability and the Nu HTML checker, from npm.</summary>
public static class PageCheckers
{
    private static readonly string Folder = Path.Combine(Environs.Root, "tests", "page-checks");
    private static readonly string Modules = Path.Combine(Folder, "node_modules");

    /// <summary>The accessibility rules, as script.</summary>
    public static string Axe => Path.Combine(Modules, "axe-core", "axe.min.js");

    /// <summary>The reader mode, as script.</summary>
    public static string Readability => Path.Combine(Modules, "@mozilla", "readability", "Readability.js");

    /// <summary>What decides whether a reader mode is offered at all, as script.</summary>
    public static string Readerable => Path.Combine(Modules, "@mozilla", "readability", "Readability-readerable.js");

    /// <summary>The checker of HTML and CSS, for Java.</summary>
    public static string Nu => Path.Combine(Modules, "vnu-jar", "build", "dist", "vnu.jar");

    /// <summary>The checkers of OpenAPI documents, for Node.</summary>
    public static string OpenApi => Path.Combine(Folder, "openapi.mjs");

    /// <summary>The checker of sitemaps, for Node.</summary>
    public static string Sitemaps => Path.Combine(Folder, "sitemaps.mjs");

    /// <summary>The checker of JSON feeds, for Node.</summary>
    public static string JsonFeeds => Path.Combine(Folder, "json-feeds.mjs");

    /// <summary>The checker of structured data, for Node.</summary>
    public static string StructuredData => Path.Combine(Folder, "structured-data.mjs");

    /// <summary>The checker of RSS and Atom, for Ruby.</summary>
    public static string Feeds => Path.Combine(Folder, "feeds.rb");

    /// <summary>True where the checkers of feeds, sitemaps and structured data are there.</summary>
    public static bool MachineFilesAreThere => Environs.Ruby is not null && ((string[])["sitemap", "jsonfeed-schema", "schema-dts", "typescript", "libxml2-wasm"]).All(m => Directory.Exists(Path.Combine(Modules, m)));

    /// <summary>True where the checkers of OpenAPI documents are there.</summary>
    public static bool OpenApiAreThere => Directory.Exists(Path.Combine(Modules, "@redocly", "openapi-core")) && Directory.Exists(Path.Combine(Modules, "@seriousme", "openapi-schema-validator"));

    /// <summary>True where they are there.</summary>
    public static bool AreThere => File.Exists(Axe) && File.Exists(Readability) && File.Exists(Nu);
}

/// <summary>A test that checks pages in a browser with a program of others.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PageCheckFactAttribute : FactAttribute
{
    public PageCheckFactAttribute() => Skip = new BrowserFactAttribute().Skip
        ?? (PageCheckers.AreThere || Environs.RequireAll ? null : "No page checkers: run 'npm ci' in tests/page-checks.");
}

/// <summary>A test that checks an OpenAPI document with programs of others.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenApiFactAttribute : FactAttribute
{
    public OpenApiFactAttribute() => Skip = PageCheckers.OpenApiAreThere || Environs.RequireAll ? null : "No OpenAPI checkers: run 'npm ci' in tests/page-checks.";
}

/// <summary>A test that checks feeds, sitemaps or structured data with programs of others.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MachineFileFactAttribute : FactAttribute
{
    public MachineFileFactAttribute() => Skip = PageCheckers.MachineFilesAreThere || Environs.RequireAll ? null : "No checkers of feeds and sitemaps: install the package 'ruby' and run 'npm ci' in tests/page-checks.";
}
