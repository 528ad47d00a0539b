using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Hot.Logs;

/// <summary>Finds the article of a logged address, also of one that it has left since.</summary>
/// <param name="db">The store.</param>
internal sealed class LoggedArticles(NewsDbContext db)
{
    // A log names the same few thousand addresses over and over, and a hostile one a new one in every line.
    private const int MostKept = 100_000;
    private const int LongestPath = 1000;

    private static readonly Func<NewsDbContext, int, string, Task<long?>> Current = EF.CompileAsyncQuery(
        (NewsDbContext store, int day, string slug) => store.Articles.Where(a => a.Day == day && a.Slug == slug).Select(a => (long?)a.Id).FirstOrDefault());

    private static readonly Func<NewsDbContext, string, string, Task<long?>> Old = EF.CompileAsyncQuery(
        (NewsDbContext store, string path, string other) => store.OldAddresses.Where(a => a.Path == path || a.Path == other).Select(a => (long?)a.ArticleId).FirstOrDefault());

    private readonly Dictionary<string, long?> _found = new(StringComparer.Ordinal);

    /// <summary>Finds it.</summary>
    /// <param name="line">The line.</param>
    /// <returns>Its number; null where the address is no article's.</returns>
    public async Task<long?> FindAsync(AccessLogLine line)
    {
        if (line.Path.Length is 0 or > LongestPath)
        {
            return null;
        }

        if (_found.TryGetValue(line.Path, out var known))
        {
            return known;
        }

        if (_found.Count >= MostKept)
        {
            _found.Clear();
        }

        var path = line.DecodedPath();

        // PostgreSQL has no such character in its texts, and no address has it either.
        var article = path.Contains('\0', StringComparison.Ordinal) ? null
            : (Parts(path) is var (day, slug) ? await Current(db, day, slug) : null) ?? await Old(db, path, path.EndsWith('/') ? path.TrimEnd('/') : path + "/");
        return _found[line.Path] = article;
    }

    private static (int Day, string Slug)? Parts(string path) =>
        path.Length > 12 && path[0] == '/' && path[5] == '/' && path[8] == '/' && path[11] == '/'
        && Number(path.AsSpan(1, 4)) is { } year && Number(path.AsSpan(6, 2)) is { } month && Number(path.AsSpan(9, 2)) is { } day
            ? ((year * 10000) + (month * 100) + day, path[12..])
            : null;

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
