using Microsoft.Data.Sqlite;
using NewsPortal.Core.Storage;

namespace NewsPortal.Tests.Hosting;

/// <summary>
/// An empty store with every migration applied, made once and copied: hundreds of tests begin with one, and most of the
/// time of their start went into the same twenty migrations. Tests of migrations and of first starts do without it.
/// </summary>
internal static class StoreTemplate
{
    private static readonly Lazy<Task<byte[]>> Sqlite = new(MakeAsync);

    /// <summary>Puts an empty store into a data folder.</summary>
    /// <param name="folder">The folder.</param>
    public static async Task CopyToAsync(string folder) =>
        await File.WriteAllBytesAsync(new StoreLocation(folder).SqliteFile, await Sqlite.Value);

    private static async Task<byte[]> MakeAsync()
    {
        using var folder = new TemporaryFolder();
        var location = new StoreLocation(folder.Path);
        await NewsStore.OpenAsync(location);
        await using (var connection = new SqliteConnection($"Data Source={location.SqliteFile};Pooling=false"))
        {
            // What still stands in the log beside the file would not be copied.
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        return await File.ReadAllBytesAsync(location.SqliteFile);
    }
}
