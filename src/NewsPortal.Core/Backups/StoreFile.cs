using Microsoft.Data.Sqlite;

namespace NewsPortal.Core.Backups;

/// <summary>An SQLite store as a file that is copied and moved.</summary>
internal static class StoreFile
{
    /// <summary>Takes its log into it and away, so that one file is all of it; whoever has it open stands in the way of that.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="SqliteException">Someone has it open, or it is damaged.</exception>
    public static void MakeOne(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 1 }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=500; PRAGMA journal_mode=DELETE";
        command.ExecuteNonQuery();
    }
}
