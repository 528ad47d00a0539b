namespace NewsPortal.Core.Storage;

/// <summary>Where the store is: a folder with one SQLite file beside its media, or a PostgreSQL server with media in the folder.</summary>
/// <param name="DataDirectory">The folder for the SQLite file, media, keys.</param>
/// <param name="PostgresConnection">A connection string; null or empty for SQLite.</param>
public sealed record StoreLocation(string DataDirectory, string? PostgresConnection = null)
{
    /// <summary>True where the store is in PostgreSQL.</summary>
    public bool IsPostgres => !string.IsNullOrWhiteSpace(PostgresConnection);

    /// <summary>The SQLite file.</summary>
    public string SqliteFile => Path.Combine(DataDirectory, "newsportal.db");

    /// <summary>The folder of pictures.</summary>
    public string MediaDirectory => Path.Combine(DataDirectory, "media");
}
