using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using NewsPortal.Core.Articles;
using SQLitePCL;

namespace NewsPortal.Web.Serving;

/// <summary>
/// The look-up in SQLite, by the library's own functions: what the database's .NET layer does for each command and each
/// value costs several times what the look-up itself does (see the decision on the page path).
/// </summary>
internal sealed class SqliteLookup : PreparedLookup
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;

    /// <summary>Prepares it.</summary>
    /// <param name="connection">An open connection, which it closes.</param>
    public SqliteLookup(DbConnection connection)
    {
        _connection = (SqliteConnection)connection;
        Check(raw.sqlite3_prepare_v3(_connection.Handle!, Command, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <inheritdoc/>
    public override FoundArticle? Find(int day, ReadOnlySpan<char> slug)
    {
        Span<byte> name = stackalloc byte[256];
        if (!Encoding.UTF8.TryGetBytes(slug, name, out var length))
        {
            return null;
        }

        try
        {
            Check(raw.sqlite3_bind_int(_statement, 1, day));
            Check(raw.sqlite3_bind_text(_statement, 2, name[..length]));
            var state = raw.sqlite3_step(_statement);
            if (state == raw.SQLITE_DONE)
            {
                return null;
            }

            if (state != raw.SQLITE_ROW)
            {
                Check(state);
            }

            var modified = raw.sqlite3_column_blob(_statement, 3) is { IsEmpty: false } revised ? revised : raw.sqlite3_column_blob(_statement, 2);
            var hasRun = raw.sqlite3_column_type(_statement, 4) != raw.SQLITE_NULL;
            return new FoundArticle(
                raw.sqlite3_column_int64(_statement, 0),
                (ArticleStatus)raw.sqlite3_column_int(_statement, 1),
                TimeOf(modified),
                hasRun ? Text(4) : null,
                hasRun ? new Run(raw.sqlite3_column_blob(_statement, 8).ToArray(), (uint)raw.sqlite3_column_int64(_statement, 6), raw.sqlite3_column_int(_statement, 7), Text(5)) : null);
        }
        finally
        {
            // The read lock goes with it.
            raw.sqlite3_reset(_statement);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _statement.Dispose();
        _connection.Dispose();
    }

    // As EF Core writes a time: yyyy-MM-dd HH:mm:ss, and up to seven digits of the second behind a point.
    private static DateTime TimeOf(ReadOnlySpan<byte> text)
    {
        long ticks = 0;
        for (var i = 20; i < 27; i++)
        {
            ticks = (ticks * 10) + (i < text.Length ? text[i] - '0' : 0);
        }

        return new DateTime(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2), Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2), DateTimeKind.Utc).AddTicks(ticks);
    }

    private static int Number(ReadOnlySpan<byte> text, int from, int length)
    {
        var number = 0;
        foreach (var digit in text.Slice(from, length))
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    private void Check(int state)
    {
        if (state != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(state, _connection.Handle);
        }
    }
}
