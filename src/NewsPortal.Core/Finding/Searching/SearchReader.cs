using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>Asks the index of either database which articles hold what; newest first, and never more than are wanted.</summary>
/// <param name="db">The store, its connection open.</param>
/// <param name="filter">What narrows every question.</param>
/// <param name="cancellationToken">Gives up.</param>
internal sealed class SearchReader(NewsDbContext db, SearchFilter filter, CancellationToken cancellationToken)
{
    private const string Columns = "e.\"Key\", e.\"ArticleId\", e.\"SectionId\", e.\"SourceId\", e.\"PublishedUtc\", e.\"Headline\"";

    private readonly bool _isPostgres = db.Database.IsNpgsql();

    /// <summary>The newest articles that match a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="inHeadline">Everything must stand in the headline.</param>
    /// <param name="most">How many at most.</param>
    public async Task<List<SearchCandidate>> MatchesAsync(SearchQuery query, bool inHeadline, int most)
    {
        if (!_isPostgres && SqliteMatch.AsksBoth(query))
        {
            var keys = await SqliteTogether.KeysAsync(Command, query, inHeadline, filter, most, cancellationToken);
            return [.. (await EntriesAsync(keys)).OrderByDescending(e => e.Key)];
        }

        await using var command = Command();
        Match(command, query, inHeadline, Columns);
        command.Add("@most", most);
        return await ReadAsync(command);
    }

    /// <summary>The keys of the newest articles that match a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="most">How many at most.</param>
    public async Task<List<long>> KeysAsync(SearchQuery query, int most)
    {
        if (!_isPostgres && SqliteMatch.AsksBoth(query))
        {
            return [.. (await EntriesAsync(await SqliteTogether.KeysAsync(Command, query, inHeadline: false, filter, most, cancellationToken))).Select(e => e.Key)];
        }

        await using var command = Command();
        Match(command, query, inHeadline: false, _isPostgres || !filter.IsNone ? "e.\"Key\"" : "s.rowid");
        command.Add("@most", most);
        var keys = new List<long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(reader.GetInt64(0));
        }

        return keys;
    }

    /// <summary>The articles whose headline is exactly this, the newest of them.</summary>
    /// <param name="compared">Letters and digits of the headline, folded.</param>
    /// <param name="most">How many at most.</param>
    public async Task<List<SearchCandidate>> CalledAsync(string compared, int most)
    {
        await using var command = Command();
        command.CommandText = $"SELECT {Columns} FROM \"SearchEntries\" e WHERE e.\"HeadlineHash\" = @hash AND e.\"Headline\" = @headline{filter.Sql} ORDER BY e.\"Key\" DESC LIMIT @most";
        filter.Bind(command);
        command.Add("@hash", SearchIndex.HashOf(compared));
        command.Add("@headline", compared);
        command.Add("@most", most);
        return await ReadAsync(command);
    }

    /// <summary>The entries of some rows of the index.</summary>
    /// <param name="keys">Their keys.</param>
    public async Task<List<SearchCandidate>> EntriesAsync(IReadOnlyCollection<long> keys)
    {
        await using var command = Command();
        command.CommandText = $"SELECT {Columns} FROM \"SearchEntries\" e WHERE e.\"Key\" IN ({string.Join(',', keys)}){filter.Sql}";
        filter.Bind(command);
        return keys.Count == 0 ? [] : await ReadAsync(command);
    }

    /// <summary>Texts of articles.</summary>
    /// <param name="ids">The articles.</param>
    /// <param name="longest">How much of each, in characters.</param>
    public async Task<Dictionary<long, string>> TextsAsync(IReadOnlyCollection<long> ids, int longest)
    {
        var texts = new Dictionary<long, string>(ids.Count);
        if (ids.Count == 0)
        {
            return texts;
        }

        await using var command = Command();
        command.CommandText = $"SELECT b.\"ArticleId\", substr(b.\"Text\", 1, {longest}) FROM \"Bodies\" b WHERE b.\"ArticleId\" IN ({string.Join(',', ids)})";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(reader.GetInt64(0), reader.GetString(1));
        }

        await reader.DisposeAsync();
        await AddLiveAsync(texts, longest);
        return texts;
    }

    // What stands in an entry of a live report is marked there, where the text before it leaves room.
    private async Task AddLiveAsync(Dictionary<long, string> texts, int longest)
    {
        if (texts.Count == 0)
        {
            return;
        }

        await using var command = Command();
        command.CommandText = $"SELECT \"ArticleId\", \"Headline\", \"Text\" FROM \"LiveUpdates\" WHERE \"ArticleId\" IN ({string.Join(',', texts.Keys)}) ORDER BY \"ArticleId\", \"AtUtc\" DESC, \"Id\" DESC";
        var all = new Dictionary<long, StringBuilder>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var id = reader.GetInt64(0);
                if (!all.TryGetValue(id, out var text))
                {
                    all.Add(id, text = new StringBuilder(texts[id]));
                }

                if (text.Length < longest)
                {
                    LiveText.Append(text, reader.GetString(1), reader.GetString(2));
                }
            }
        }

        foreach (var (id, text) in all)
        {
            texts[id] = text.ToString();
        }
    }

    private void Match(DbCommand command, SearchQuery query, bool inHeadline, string columns)
    {
        command.CommandText = _isPostgres
            ? PostgresMatch.Sql(command, query, inHeadline, columns, filter)
            : SqliteMatch.Sql(command, query, inHeadline, columns, filter);
        filter.Bind(command);
    }

    private DbCommand Command()
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private async Task<List<SearchCandidate>> ReadAsync(DbCommand command)
    {
        var found = new List<SearchCandidate>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new SearchCandidate(
                reader.GetInt64(0),
                reader.GetInt64(1),
                reader.GetInt32(2),
                reader.IsDBNull(3) ? null : reader.GetInt32(3),
                DateTime.SpecifyKind(reader.GetDateTime(4), DateTimeKind.Utc),
                reader.GetString(5)));
        }

        return found;
    }
}
