using System.Text.Json;

namespace NewsPortal.Core.Importing.Ledgers;

/// <summary>The account of one file of an article. A divided article has one for each of its pages.</summary>
/// <param name="File">The file's path below the imported root; empty where an older program stored the account.</param>
/// <param name="Entries">What became of every character of its decoded text.</param>
public sealed record FileLedger(string File, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>Writes accounts as the store keeps them: a JSON array of <c>{"file":…,"entries":[…]}</c>.</summary>
    /// <param name="ledgers">The accounts, in the order of the pages.</param>
    public static string Write(IEnumerable<FileLedger> ledgers) => JsonSerializer.Serialize(ledgers, AccountJson.Options);

    /// <summary>Reads what the store keeps; an array of entries alone is that of one file.</summary>
    /// <param name="json">The JSON; null for an article that was written here.</param>
    /// <returns>None where there is no account.</returns>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static IReadOnlyList<FileLedger> Read(string? json)
    {
        if (json is null) return [];
        using var parsed = JsonDocument.Parse(json);
        return parsed.RootElement.EnumerateArray().Any(first => !first.TryGetProperty("entries", out _))
            ? [new FileLedger(string.Empty, parsed.RootElement.Deserialize<List<LedgerEntry>>(AccountJson.Options)!)]
            : parsed.RootElement.Deserialize<List<FileLedger>>(AccountJson.Options)!;
    }
}
