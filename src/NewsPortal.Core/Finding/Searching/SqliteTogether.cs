using System.Data.Common;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>
/// Walks FTS5's two tables together, both newest first, as a merge: asking the one for each row of the other would open it
/// anew every time, which takes a third of a millisecond in a large archive.
/// </summary>
internal static class SqliteTogether
{
    /// <summary>The keys of the newest articles that are in every wanted list and in no other.</summary>
    /// <param name="newCommand">Makes a command on the open connection.</param>
    /// <param name="query">A query that asks both tables.</param>
    /// <param name="inHeadline">Everything must stand in the headline.</param>
    /// <param name="filter">What narrows it; its days may let a few too many through.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<long>> KeysAsync(
        Func<DbCommand> newCommand, SearchQuery query, bool inHeadline, SearchFilter filter, int most, CancellationToken cancellationToken)
    {
        var walks = new List<Walk>();
        var keys = new List<long>();
        try
        {
            foreach (var part in Enum.GetValues<SqliteMatch.Part>())
            {
                var command = newCommand();
                if (SqliteMatch.Sql(command, query, inHeadline, part, filter) is not { } sql)
                {
                    await command.DisposeAsync();
                    continue;
                }

                command.CommandText = sql;
                command.Add("@most", int.MaxValue);
                walks.Add(new Walk(command, await command.ExecuteReaderAsync(cancellationToken), part is SqliteMatch.Part.ExcludedPhrases or SqliteMatch.Part.ExcludedCharacters));
            }

            Merge(walks.FindAll(w => !w.Excludes), walks.FindAll(w => w.Excludes), keys, most, cancellationToken);
        }
        finally
        {
            foreach (var walk in walks)
            {
                await walk.DisposeAsync();
            }
        }

        return keys;
    }

    // Passed for each row of the longest list, so it makes nothing.
    private static void Merge(List<Walk> wanted, List<Walk> excluded, List<long> keys, int most, CancellationToken cancellationToken)
    {
        for (var at = long.MaxValue; keys.Count < most;)
        {
            var (lowest, highest) = (long.MaxValue, long.MinValue);
            foreach (var walk in wanted)
            {
                if (!walk.ForwardTo(at))
                {
                    return;
                }

                (lowest, highest) = (Math.Min(lowest, walk.Key), Math.Max(highest, walk.Key));
            }

            at = lowest;
            if (lowest == highest)
            {
                if (!excluded.Exists(w => w.ForwardTo(lowest) && w.Key == lowest))
                {
                    keys.Add(lowest);
                }

                at--;
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private sealed class Walk(DbCommand command, DbDataReader reader, bool excludes) : IAsyncDisposable
    {
        private bool _begun;
        private bool _ended;

        public bool Excludes => excludes;

        public long Key { get; private set; }

        // SQLite reads without waiting, so there is nothing to await for each of many rows.
        public bool ForwardTo(long key)
        {
            while (!_ended && (!_begun || Key > key))
            {
                _begun = true;
                _ended = !reader.Read();
                Key = _ended ? long.MinValue : reader.GetInt64(0);
            }

            return !_ended;
        }

        public async ValueTask DisposeAsync()
        {
            await reader.DisposeAsync();
            await command.DisposeAsync();
        }
    }
}
