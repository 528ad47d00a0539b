using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Core.Storage;

/// <summary>
/// Tells a bulk in any process whether somebody waits to write into an SQLite store. SQLite keeps no queue that could be
/// asked, so whoever waits holds a shared lock on a file beside the store, and a bulk tries to lock it alone.
/// </summary>
/// <remarks>The operating system lets go of such a lock with the process that holds it, so that nobody waits for ever.</remarks>
internal static class WaitingWriters
{
    private const int Tries = 3;

    /// <summary>Says that one is waiting, until it is disposed; null in PostgreSQL, whose lock has a queue.</summary>
    /// <param name="db">The store that is to be written.</param>
    public static IDisposable? Announce(NewsDbContext db)
    {
        for (var tries = 0; db.Database.IsSqlite() && tries < Tries; tries++)
        {
            try
            {
                return Open(FileOf(db.Database.GetDbConnection()), FileShare.Read);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A bulk is looking right now. Not announced, one waits a little longer.
                Thread.Yield();
            }
        }

        return null;
    }

    /// <summary>True where somebody waits; also where that cannot be told.</summary>
    /// <param name="connection">A connection to the store.</param>
    public static bool Any(DbConnection connection)
    {
        if (connection is not SqliteConnection)
        {
            return true;
        }

        try
        {
            using var alone = Open(FileOf(connection), FileShare.None);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static string FileOf(DbConnection connection) => connection.DataSource + ".waiting";

    private static FileStream Open(string file, FileShare share) => new(file, FileMode.OpenOrCreate, FileAccess.Read, share, bufferSize: 0);
}
