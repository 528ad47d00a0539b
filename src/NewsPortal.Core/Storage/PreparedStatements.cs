using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace NewsPortal.Core.Storage;

/// <summary>Keeps the statements of one context, or of a bulk's contexts one after another, so that what is asked again and again is prepared once.</summary>
internal sealed class PreparedStatements : IDisposable
{
    private NewsDbContext _db = null!;

    private readonly Dictionary<string, SqliteStatement> _sqlite = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DbCommand Command, object? Handle)> _commands = new(StringComparer.Ordinal);

    /// <summary>The same statements, for the context that works now.</summary>
    /// <param name="db">The context.</param>
    public PreparedStatements For(NewsDbContext db)
    {
        _db = db;
        return this;
    }

    /// <summary>A statement for SQLite, in the context's open transaction where there is one; its rows must be read to the end, or left.</summary>
    /// <param name="sql">The statement, its parameters by number (<c>?1</c>).</param>
    public SqliteStatement Sqlite(string sql)
    {
        var connection = (SqliteConnection)_db.Database.GetDbConnection();
        if (_sqlite.TryGetValue(sql, out var known))
        {
            if (known.IsOf(connection))
            {
                return known;
            }

            known.Dispose();
        }

        return _sqlite[sql] = new SqliteStatement(connection, sql);
    }

    /// <summary>A command for either database, in the context's transaction where one is open.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its parameters, always the same ones in the same order.</param>
    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        // A connection that was closed and opened again may have got another one of the pool's: what was prepared on the first
        // is somebody else's now.
        var handle = (_db.Database.GetDbConnection() as SqliteConnection)?.Handle;
        _commands.TryGetValue(sql, out var known);
        var command = known.Command;
        if (command is null || !ReferenceEquals(known.Handle, handle))
        {
            command?.Dispose();
            command = _db.Query(sql);
            _commands[sql] = (command, handle);
            foreach (var (name, value) in parameters)
            {
                command.Add(name, value);
            }

            return command;
        }

        command.Transaction = _db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        }

        return command;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _sqlite.Values)
        {
            statement.Dispose();
        }

        foreach (var (command, _) in _commands.Values)
        {
            command.Dispose();
        }

        _sqlite.Clear();
        _commands.Clear();
    }
}
