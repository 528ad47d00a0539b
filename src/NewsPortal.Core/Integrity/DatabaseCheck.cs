using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Integrity;

/// <summary>What SQLite finds in its own file (sqlite.org, "PRAGMA integrity_check", "PRAGMA foreign_key_check"). PostgreSQL has tools of its own.</summary>
internal static class DatabaseCheck
{
    public static async Task RunAsync(NewsDbContext db, FaultList found, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            return;
        }

        foreach (var line in await RowsAsync(db, "PRAGMA integrity_check", cancellationToken))
        {
            if (line != "ok")
            {
                found.Add("database", $"{line}. Restore a backup.");
            }
        }

        foreach (var table in (await RowsAsync(db, "PRAGMA foreign_key_check", cancellationToken)).CountBy(t => t))
        {
            found.Add("database", FormattableString.Invariant($"{table.Value} rows of {table.Key} name rows that are not there"));
        }
    }

    private static async Task<List<string>> RowsAsync(NewsDbContext db, string pragma, CancellationToken cancellationToken)
    {
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Query(pragma);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(reader.GetString(0));
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return rows;
    }
}
