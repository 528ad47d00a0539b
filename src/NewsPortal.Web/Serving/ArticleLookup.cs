using System.Collections.Concurrent;
using System.Data.Common;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>What the reader's path asks the store: an article's state and its kept run, by address, in one prepared command.</summary>
/// <param name="store">The store.</param>
public sealed class ArticleLookup(NewsStore store) : IDisposable
{
    // No more connections are kept than can be of use at once on a large node.
    private const int MostKept = 32;

    private readonly ConcurrentBag<Prepared> _free = [];

    /// <summary>Looks an address up.</summary>
    /// <param name="day">Its day as yyyymmdd.</param>
    /// <param name="slug">Its slug.</param>
    /// <returns>The article; null where the address belongs to none.</returns>
    public FoundArticle? Find(int day, string slug)
    {
        if (!_free.TryTake(out var prepared))
        {
            prepared = new Prepared(store.OpenConnection());
        }

        FoundArticle? found;
        try
        {
            found = prepared.Find(day, slug);
        }
        catch
        {
            // A connection on which a command failed is not used again.
            prepared.Dispose();
            throw;
        }

        if (_free.Count < MostKept)
        {
            _free.Add(prepared);
        }
        else
        {
            prepared.Dispose();
        }

        return found;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_free.TryTake(out var prepared))
        {
            prepared.Dispose();
        }
    }

    private sealed class Prepared : IDisposable
    {
        private readonly DbConnection _connection;
        private readonly DbCommand _command;
        private readonly DbParameter _day;
        private readonly DbParameter _slug;

        public Prepared(DbConnection connection)
        {
            _connection = connection;
            _command = connection.CreateCommand();
            _command.CommandText =
                """
                SELECT a."Id", a."Status", a."PublishedUtc", a."RevisedUtc", r."Fingerprint", r."Hash", r."Crc", r."Length", r."Deflated"
                FROM "Articles" a LEFT JOIN "Runs" r ON r."ArticleId" = a."Id"
                WHERE a."Day" = @day AND a."Slug" = @slug
                """;
            _day = Parameter("@day", 0);
            _slug = Parameter("@slug", string.Empty);
            _command.Prepare();
        }

        public FoundArticle? Find(int day, string slug)
        {
            _day.Value = day;
            _slug.Value = slug;
            using var reader = _command.ExecuteReader();
            if (!reader.Read())
            {
                return null;
            }

            var published = reader.GetDateTime(2);
            var revised = reader.IsDBNull(3) ? published : reader.GetDateTime(3);
            var run = reader.IsDBNull(4)
                ? null
                : new Run((byte[])reader.GetValue(8), (uint)reader.GetInt64(6), reader.GetInt32(7), reader.GetString(5));
            return new FoundArticle(
                reader.GetInt64(0),
                (ArticleStatus)reader.GetInt32(1),
                DateTime.SpecifyKind(revised, DateTimeKind.Utc),
                run is null ? null : reader.GetString(4),
                run);
        }

        public void Dispose()
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
}

/// <summary>An article found by its address.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="ModifiedUtc">When its public content last changed.</param>
/// <param name="Fingerprint">What made its run; null where there is none.</param>
/// <param name="Run">Its kept run.</param>
public sealed record FoundArticle(long Id, ArticleStatus Status, DateTime ModifiedUtc, string? Fingerprint, Run? Run);
