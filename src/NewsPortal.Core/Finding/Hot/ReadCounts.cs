using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Hot;

/// <summary>An article and an hour: what reads are summed under.</summary>
/// <param name="Hour">Whole hours since 1970-01-01T00:00Z.</param>
/// <param name="ArticleId">The article.</param>
public readonly record struct ReadHour(int Hour, long ArticleId)
{
    /// <summary>The hour of a moment.</summary>
    /// <param name="utc">The moment.</param>
    public static int Of(DateTimeOffset utc) => (int)Math.Clamp(Math.DivRem(utc.ToUnixTimeSeconds(), 3600).Quotient, 0, int.MaxValue);
}

/// <summary>Writes sums of reads. Articles that have left the store meanwhile are passed over.</summary>
public static class ReadCounts
{
    /// <summary>Hours that are kept: the longest window, and a day more for clocks and zones that disagree.</summary>
    public const int KeptHours = (int)HotWindow.Week + 24;

    private const int RowsAtOnce = 500;

    /// <summary>Adds what a node counted to what it and others have counted.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task AddAsync(NewsDbContext db, IReadOnlyCollection<KeyValuePair<ReadHour, long>> sums, CancellationToken cancellationToken = default) =>
        WriteAsync(db, sums, ReadOrigin.Counted, """ "ReadCounts"."Reads" + excluded."Reads" """, cancellationToken);

    /// <summary>
    /// Raises what logs have said of an hour to what a log says now, and never lowers it: a log that is imported again, or
    /// grew since, or overlaps another, counts each reading once.
    /// </summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task RaiseAsync(NewsDbContext db, IReadOnlyCollection<KeyValuePair<ReadHour, long>> sums, CancellationToken cancellationToken = default) =>
        WriteAsync(db, sums, ReadOrigin.Log, """ CASE WHEN excluded."Reads" > "ReadCounts"."Reads" THEN excluded."Reads" ELSE "ReadCounts"."Reads" END """, cancellationToken);

    /// <summary>Forgets hours that no list looks back to any more.</summary>
    /// <param name="db">The store.</param>
    /// <param name="nowUtc">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task SweepAsync(NewsDbContext db, DateTime nowUtc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var oldest = ReadHour.Of(nowUtc) - KeptHours;

        // Asked first: in most hours there is nothing, and nobody need wait for a writer who writes nothing.
        if (await db.ReadCounts.AnyAsync(c => c.Hour < oldest, cancellationToken))
        {
            await db.ReadCounts.Where(c => c.Hour < oldest).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static async Task WriteAsync(
        NewsDbContext db, IReadOnlyCollection<KeyValuePair<ReadHour, long>> sums, ReadOrigin origin, string merged, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(sums);

        // In one order on every node, so that two of them never wait for each other's rows in a circle.
        foreach (var rows in sums.OrderBy(s => s.Key.Hour).ThenBy(s => s.Key.ArticleId).Chunk(RowsAtOnce))
        {
            await using var command = db.Command(Statement(rows, origin, merged));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    // Whole numbers alone are written into the statement. "column1" and so on is what both databases call the columns of VALUES.
    private static string Statement(KeyValuePair<ReadHour, long>[] rows, ReadOrigin origin, string merged)
    {
        var sql = new StringBuilder("INSERT INTO \"ReadCounts\" (\"Hour\", \"ArticleId\", \"Origin\", \"Reads\") SELECT v.column1, v.column2, ")
            .Append((int)origin).Append(", v.column3 FROM (VALUES ");
        for (var i = 0; i < rows.Length; i++)
        {
            sql.Append(i == 0 ? "(" : ",(").Append(rows[i].Key.Hour).Append(',').Append(rows[i].Key.ArticleId).Append(',').Append(rows[i].Value).Append(')');
        }

        return sql.Append(") AS v WHERE EXISTS (SELECT 1 FROM \"Articles\" a WHERE a.\"Id\" = v.column2) ORDER BY v.column1, v.column2 ")
            .Append("ON CONFLICT (\"Hour\", \"ArticleId\", \"Origin\") DO UPDATE SET \"Reads\" =").Append(merged).ToString();
    }
}
