using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>
/// Numbers the rows of the full-text index by time. SQLite walks matches by row number and stops after as many as are
/// wanted, so the newest of a hundred thousand cost what the newest of a thousand do; article numbers follow the import
/// instead, which may run through an archive in any order.
/// </summary>
/// <remarks>
/// A key is the hour since 1900 and a place within it. Small gaps keep the index small: rows are stored as differences.
/// Where more articles share an hour than it has places (dates without times), the next free place is near, not exact;
/// what is shown is put in exact order afterwards.
/// </remarks>
internal static class SearchKeys
{
    private const int PlaceBits = 5;
    private const int Places = 1 << PlaceBits;
    private const int TriesInWindow = 6;

    // A hundred days: the most that a key lies behind its article's hour.
    private const long SpillHours = 2400;

    private static readonly DateTime Start = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The lowest key that an article of this moment may have.</summary>
    /// <param name="publishedUtc">The moment.</param>
    public static long LowestOf(DateTime publishedUtc) => Math.Max(0, (publishedUtc - Start).Ticks / TimeSpan.TicksPerHour) << PlaceBits;

    /// <summary>The highest key that an article before this moment may have, short of an import of tens of thousands that share an hour.</summary>
    /// <param name="beforeUtc">The moment.</param>
    public static long HighestOf(DateTime beforeUtc) => LowestOf(beforeUtc) + (SpillHours << PlaceBits);

    /// <summary>A key that no other article has.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="articleId">The article.</param>
    /// <param name="publishedUtc">Its moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<long> TakeAsync(NewsDbContext db, long articleId, DateTime publishedUtc, CancellationToken cancellationToken)
    {
        var lowest = LowestOf(publishedUtc);
        var key = lowest + (publishedUtc.Minute * Places / 60);
        for (var tries = 0; ; tries++)
        {
            if (await db.Statements.Command("SELECT 1 FROM \"SearchEntries\" WHERE \"Key\" = @key", ("@key", key)).ExecuteScalarAsync(cancellationToken) is null)
            {
                return key;
            }

            // A window is doubled when it looks full, so a few looks suffice however many share a moment.
            var window = (long)Places << Math.Min(tries / TriesInWindow, 40);
            key = lowest + (long)(Mixed((ulong)articleId, (ulong)tries) % (ulong)window);
        }
    }

    // splitmix64's finalizer: neighbours in, strangers out, the same on every machine.
    private static ulong Mixed(ulong id, ulong tries)
    {
        var z = (id * 0x9E3779B97F4A7C15) + (tries * 0xD1B54A32D192ED03);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
