using System.Text.Json;
using NewsPortal.Core.Changes;

namespace NewsPortal.Web.Newsroom;

/// <summary>One field of an act on record, as it was and as it became.</summary>
/// <param name="Field">The field, as it is recorded.</param>
/// <param name="Before">What was there; null for nothing.</param>
/// <param name="After">What is there; null for nothing.</param>
public sealed record RecordedChange(string Field, string? Before, string? After)
{
    /// <summary>The fields of an act, those that were there before first.</summary>
    /// <param name="entry">The act.</param>
    public static IReadOnlyList<RecordedChange> Of(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (before, after) = (Read(entry.Before), Read(entry.After));
        return [.. before.Keys.Union(after.Keys).Select(field => new RecordedChange(field, before.GetValueOrDefault(field), after.GetValueOrDefault(field)))];
    }

    private static Dictionary<string, string> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
}
