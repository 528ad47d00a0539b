using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Core.Storage;

/// <summary>
/// The one connection of a bulk, open from its first transaction to its last: opened for each, it would lose its cache and
/// its prepared statements every time.
/// </summary>
internal sealed class BulkConnection : IDisposable
{
    private readonly DbConnection _connection;
    private readonly DbContextOptions<SqliteNewsDbContext>? _sqlite;
    private readonly DbContextOptions<PostgresNewsDbContext>? _postgres;
    private readonly PreparedStatements _statements = new();

    /// <summary>Takes over an open connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="sqlite">Options of contexts on it, where it is SQLite's.</param>
    /// <param name="postgres">Options of contexts on it, where it is PostgreSQL's.</param>
    public BulkConnection(DbConnection connection, DbContextOptions<SqliteNewsDbContext>? sqlite, DbContextOptions<PostgresNewsDbContext>? postgres)
    {
        (_connection, _sqlite, _postgres) = (connection, sqlite, postgres);
        if (connection is SqliteConnection)
        {
            SqlitePragmas.WidenCache(connection);
        }
    }

    /// <summary>The connection.</summary>
    public DbConnection Connection => _connection;

    /// <summary>A new unit of work on the connection; one at a time.</summary>
    public NewsDbContext CreateContext() => _sqlite is not null
        ? new SqliteNewsDbContext(_sqlite) { SharedStatements = _statements }
        : new PostgresNewsDbContext(_postgres!) { SharedStatements = _statements };

    /// <inheritdoc/>
    public void Dispose()
    {
        _statements.Dispose();

        // It goes back to its pool as it is.
        if (_connection is SqliteConnection { State: ConnectionState.Open })
        {
            SqlitePragmas.ShrinkCache(_connection);
        }

        _connection.Dispose();
    }
}
