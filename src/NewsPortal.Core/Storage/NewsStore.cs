using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace NewsPortal.Core.Storage;

/// <summary>The open store: makes contexts and raw connections for whichever database it is.</summary>
public sealed class NewsStore
{
    private const int MostLockTries = 600;
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(100);

    private readonly DbContextOptions<SqliteNewsDbContext>? _sqlite;
    private readonly DbContextOptions<PostgresNewsDbContext>? _postgres;
    private readonly string _connectionString;

    private NewsStore(StoreLocation location)
    {
        Location = location;
        if (location.IsPostgres)
        {
            _connectionString = location.PostgresConnection!;
            _postgres = new DbContextOptionsBuilder<PostgresNewsDbContext>().UseNpgsql(_connectionString).Options;
        }
        else
        {
            _connectionString = new SqliteConnectionStringBuilder { DataSource = location.SqliteFile, ForeignKeys = true }.ToString();
            _sqlite = new DbContextOptionsBuilder<SqliteNewsDbContext>()

                .UseSqlite(_connectionString)
                .AddInterceptors(new SqlitePragmas())

                // A migration rebuilds a table only where SQLite cannot alter it; ours are tested on filled stores.
                .ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning))
                .Options;
        }
    }

    /// <summary>Where it is.</summary>
    public StoreLocation Location { get; }

    /// <summary>True where it is PostgreSQL.</summary>
    public bool IsPostgres => _postgres is not null;

    /// <summary>Opens the store, makes it where there is none, and brings its tables up to date.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">It cannot be made, opened, read or written, or was written by a newer program.</exception>
    public static async Task<NewsStore> OpenAsync(StoreLocation location, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(location);
        MakeFolders(location);
        try
        {
            var store = new NewsStore(location);
            using var alone = await MigrationLockAsync(location, cancellationToken);
            await using var db = store.CreateContext();
            await RefuseNewerStoreAsync(db, cancellationToken);

            // Asked first, because migrating takes a lock row even where there is nothing to do.
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                await ForgetAbandonedLockAsync(db, cancellationToken);
                await db.Database.MigrateAsync(cancellationToken);
            }

            return store;
        }
        catch (Exception e) when (e is DbException or ArgumentException or InvalidOperationException { InnerException: DbException })
        {
            var database = e is InvalidOperationException ? e.InnerException! : e;
            throw new StoreUnavailableException(
                location.IsPostgres
                    ? $"The PostgreSQL store cannot be used: {FirstLine(database.Message)}. Check the connection string and the server."
                    : $"The store {location.SqliteFile} cannot be used: {FirstLine(database.Message)}. Check the file, or name another folder with --data.",
                e);
        }
    }

    /// <summary>A new unit of work.</summary>
    public NewsDbContext CreateContext() =>
        _sqlite is not null ? new SqliteNewsDbContext(_sqlite) : new PostgresNewsDbContext(_postgres!);

    /// <summary>A connection for a bulk, whose contexts come one after another.</summary>
    internal BulkConnection OpenBulk()
    {
        var connection = OpenConnection();
        return new BulkConnection(
            connection,
            _sqlite is not null ? new DbContextOptionsBuilder<SqliteNewsDbContext>(_sqlite).UseSqlite(connection).Options : null,
            _postgres is not null ? new DbContextOptionsBuilder<PostgresNewsDbContext>(_postgres).UseNpgsql(connection).Options : null);
    }

    /// <summary>A new raw connection, open and set up like EF's, for prepared commands. The caller disposes it.</summary>
    public DbConnection OpenConnection()
    {
        DbConnection connection = IsPostgres ? new NpgsqlConnection(_connectionString) : new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            if (!IsPostgres)
            {
                SqlitePragmas.Apply(connection);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void MakeFolders(StoreLocation location)
    {
        try
        {
            Directory.CreateDirectory(location.DataDirectory);
            Directory.CreateDirectory(location.MediaDirectory);
            var probe = Path.Combine(location.DataDirectory, $".write-{Environment.ProcessId}-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(
                $"The data folder {location.DataDirectory} cannot be written: {FirstLine(e.Message)} Name another one with --data or NewsPortal__DataDirectory.", e);
        }
    }

    // One process at a time looks whether an SQLite store needs migrating. The operating system lets go of this lock when a
    // process is killed, which the row that the migrator leaves in the store itself would not be.
    private static async Task<FileStream?> MigrationLockAsync(StoreLocation location, CancellationToken cancellationToken)
    {
        if (location.IsPostgres)
        {
            return null;
        }

        var file = location.SqliteFile + ".migrating";
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (tries >= MostLockTries)
            {
                throw new StoreUnavailableException($"Another process is migrating the store and does not end ({file}): {FirstLine(e.Message)}. Stop it, then start again.", e);
            }
            catch (IOException)
            {
                await Task.Delay(LockPause, cancellationToken);
            }
        }
    }

    // Called only under the lock above, so a row that is there was left by a process that was killed.
    private static async Task ForgetAbandonedLockAsync(NewsDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        }
    }

    private static async Task RefuseNewerStoreAsync(NewsDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Database.GetService<IHistoryRepository>().ExistsAsync(cancellationToken))
        {
            return;
        }

        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).FirstOrDefault(m => !known.Contains(m));
        if (unknown is not null)
        {
            throw new StoreUnavailableException(
                $"The store was written by a newer NewsPortal (it has '{unknown}'). Start that version, or restore a backup made before the upgrade.");
        }
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0].Trim().TrimEnd('.');
}
