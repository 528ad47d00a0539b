using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsPortal.Core.Storage;

/// <summary>Sets on every connection, pooled or new, what SQLite forgets between them.</summary>
/// <remarks>
/// WAL lets readers go on while one writes; FULL syncs the log at every commit, so that nothing acknowledged is lost with
/// the power (sqlite.org, "Write-Ahead Logging" and "PRAGMA synchronous").
/// </remarks>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Writing = "PRAGMA journal_mode=WAL; ";

    private const string Always =
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; "
        + "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=4000;";

    /// <summary>
    /// Gives a connection a cache that holds what a bulk writes at random (counts of terms), so that a transaction does not
    /// spill it before its end: 64 MB, until it is opened anew.
    /// </summary>
    /// <param name="connection">An open SQLite connection.</param>
    internal static void WidenCache(DbConnection connection) => Run(connection, "PRAGMA cache_size=-65536");

    /// <summary>Gives back what the cache of a bulk holds.</summary>
    /// <param name="connection">An open SQLite connection.</param>
    internal static void ShrinkCache(DbConnection connection) => Run(connection, "PRAGMA cache_size=-16384; PRAGMA shrink_memory");

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Sets the pragmas on a connection that EF did not open.</summary>
    /// <param name="connection">An open SQLite connection.</param>
    public static void Apply(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Run(connection, For(connection));
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // EF looks whether there is a store with a connection that may not write, which cannot change how a store keeps its log:
    // one that was restored, or that another tool had, is not in WAL yet.
    private static string For(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? Always : Writing + Always;
}
