namespace NewsPortal.Tests.Importing;

/// <summary>A test that needs the measuring folder: skipped where <c>NEWSPORTAL_BENCH</c> does not name it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BenchFactAttribute : FactAttribute
{
    public BenchFactAttribute() => Skip = Folder is null ? "NEWSPORTAL_BENCH names no folder" : null!;

    /// <summary>The folder; null where none is named.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable("NEWSPORTAL_BENCH") is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;
}
