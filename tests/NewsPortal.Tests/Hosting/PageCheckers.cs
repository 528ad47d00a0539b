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
