using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsPortal.Core.Backups;

/// <summary>What a backup says of itself: the last entry of its archive.</summary>
/// <param name="Format">Number of the layout; see <see cref="CurrentFormat"/>.</param>
/// <param name="CreatedUtc">When it was begun.</param>
/// <param name="Changes">Rows of the change ledger in it.</param>
/// <param name="Root">Hash of the ledger's last row.</param>
/// <param name="Articles">Articles in it, in every state.</param>
/// <param name="Files">Every other entry, in the order written.</param>
public sealed record BackupManifest(int Format, DateTime CreatedUtc, long Changes, string Root, int Articles, IReadOnlyList<BackedUpFile> Files)
{
    /// <summary>The layout written now: one SQLite file, pictures under <c>media/</c>, attachments under <c>media/files/</c>.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Name of its entry.</summary>
    public const string EntryName = "manifest.json";

    /// <summary>Name of the store's entry.</summary>
    public const string StoreEntry = "newsportal.db";

    /// <summary>As UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, BackupJson.Default.BackupManifest);

    /// <summary>Reads one.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <returns>Null where it is none.</returns>
    public static BackupManifest? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, BackupJson.Default.BackupManifest) is { Files: not null, Root: not null } manifest
                && manifest.Files.All(f => f is { Name: not null, Hash: not null })
                    ? manifest
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One file in a backup.</summary>
/// <param name="Name">Its entry, with <c>/</c>.</param>
/// <param name="Length">Length in bytes, unpacked.</param>
/// <param name="Hash">SHA-256 of the unpacked bytes, hexadecimal.</param>
public sealed record BackedUpFile(string Name, long Length, string Hash);

/// <summary>A backup cannot be taken or restored; the message says why in one line, and what to do.</summary>
/// <param name="message">The reason, and what to do.</param>
/// <param name="inner">What the disk or the database said.</param>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
