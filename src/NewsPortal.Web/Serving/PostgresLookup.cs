using System.Data.Common;
using NewsPortal.Core.Articles;

namespace NewsPortal.Web.Serving;

/// <summary>The look-up in PostgreSQL.</summary>
internal sealed class PostgresLookup : PreparedLookup
{
    private readonly DbConnection _connection;
    private readonly DbCommand _command;
    private readonly DbParameter _day;
    private readonly DbParameter _slug;

    /// <summary>Prepares it.</summary>
    /// <param name="connection">An open connection, which it closes.</param>
    public PostgresLookup(DbConnection connection)
    {
        _connection = connection;
        _command = connection.CreateCommand();
        _command.CommandText = Command;
        _day = Parameter("@day", 0);
        _slug = Parameter("@slug", string.Empty);
        _command.Prepare();
    }

    /// <inheritdoc/>
    public override FoundArticle? Find(int day, ReadOnlySpan<char> slug)
    {
        _day.Value = day;
        _slug.Value = slug.ToString();
        using var reader = _command.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        var modified = reader.GetDateTime(reader.IsDBNull(3) ? 2 : 3);
        var run = reader.IsDBNull(4)
            ? null
            : new Run((byte[])reader.GetValue(8), (uint)reader.GetInt64(6), reader.GetInt32(7), reader.GetString(5));
        return new FoundArticle(
            reader.GetInt64(0), (ArticleStatus)reader.GetInt32(1), DateTime.SpecifyKind(modified, DateTimeKind.Utc), run is null ? null : reader.GetString(4), run);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _command.Dispose();
        _connection.Dispose();
    }

    private DbParameter Parameter(string name, object value)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        _command.Parameters.Add(parameter);
        return parameter;
    }
}
