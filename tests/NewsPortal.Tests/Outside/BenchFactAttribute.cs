namespace NewsPortal.Tests.Outside;

/// <summary>
/// A test over data that is not part of the project: skipped where <c>NEWSPORTAL_BENCH</c> names no folder, unless
/// <c>NEWSPORTAL_REQUIRE_ALL=1</c> says that nothing may be skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BenchFactAttribute : FactAttribute
{
    public BenchFactAttribute()
    {
        if (Folder is null && Environment.GetEnvironmentVariable("NEWSPORTAL_REQUIRE_ALL") != "1") Skip = "NEWSPORTAL_BENCH names no folder";
    }

    /// <summary>The folder; null where none is named.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable("NEWSPORTAL_BENCH") is { Length: > 0 } folder ? folder : null;

    /// <summary>A path in the folder, or in its folder <c>bench</c> where it has one.</summary>
    public static string In(params string[] parts)
    {
        var folder = Folder ?? throw new InvalidOperationException("NEWSPORTAL_BENCH names no folder");
        var inside = Path.Combine(folder, "bench");
        return Path.Combine([Directory.Exists(inside) ? inside : folder, .. parts]);
    }
}
