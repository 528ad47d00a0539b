using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsPortal.Core.Storage;

/// <summary>
/// A prepared statement asked without ADO.NET between: what is read and written by the hundred for every article costs there
/// several times what SQLite itself takes.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    /// <summary>Prepares one.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="sql">The statement, its parameters by number (<c>?1</c>).</param>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    /// <summary>True where it belongs to a connection as it is open now.</summary>
    /// <param name="connection">The connection.</param>
    public bool IsOf(SqliteConnection connection) => ReferenceEquals(connection.Handle, _connection);

    /// <summary>Gives a parameter a number.</summary>
    public SqliteStatement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    /// <summary>Gives a parameter a number with a fraction.</summary>
    public SqliteStatement Bind(int parameter, double value)
    {
        Check(raw.sqlite3_bind_double(_statement, parameter, value));
        return this;
    }

    /// <summary>Gives a parameter a text; null is NULL.</summary>
    public SqliteStatement Bind(int parameter, string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, parameter) : raw.sqlite3_bind_text(_statement, parameter, value));
        return this;
    }

    /// <summary>Gives a parameter a text in UTF-8.</summary>
    public SqliteStatement BindText(int parameter, ReadOnlySpan<byte> value)
    {
        // An empty span has no address, and no address is NULL.
        Check(value.IsEmpty ? raw.sqlite3_bind_text(_statement, parameter, string.Empty) : raw.sqlite3_bind_text(_statement, parameter, value));
        return this;
    }

    /// <summary>Gives a parameter bytes.</summary>
    public SqliteStatement BindBytes(int parameter, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, parameter, 0) : raw.sqlite3_bind_blob(_statement, parameter, value));
        return this;
    }

    /// <summary>Gives a parameter no value.</summary>
    public SqliteStatement BindNull(int parameter)
    {
        Check(raw.sqlite3_bind_null(_statement, parameter));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False after the last; the statement can be asked again then.</returns>
    public bool Next()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        // The answer of a reset is that of the step before it.
        Check(raw.sqlite3_reset(_statement));
        return false;
    }

    /// <summary>Runs to the end.</summary>
    public void Run()
    {
        while (Next())
        {
        }
    }

    /// <summary>Leaves the rest of the rows.</summary>
    public void Leave() => Check(raw.sqlite3_reset(_statement));

    /// <summary>The number of the row that was last inserted on the connection.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(_connection);

    /// <summary>A number of the row.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A number with a fraction of the row.</summary>
    public double Fraction(int column) => raw.sqlite3_column_double(_statement, column);

    /// <summary>Bytes of the row, good until the next one.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>A text of the row.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>True where the row has no value there.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(result, _connection);
        }
    }
}
