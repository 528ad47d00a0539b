using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>Public articles to choose from: those that words find, or one by its number or its address; the newest where nothing is asked.</summary>
internal static class ArticleChoice
{
    private const int Offered = 12;

    /// <summary>Finds them.</summary>
    /// <param name="db">The store.</param>
    /// <param name="asked">Words, a number, or an address with or without the site's name.</param>
    /// <param name="zone">The site's zone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<ArticleRow>> OfAsync(NewsDbContext db, string? asked, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var words = asked?.Trim() ?? string.Empty;
        if (words.Length == 0)
        {
            return await db.Articles.AsNoTracking().Visible().NewestFirst().Take(Offered).Rows().ToListAsync(cancellationToken);
        }

        if (await NamedAsync(db, words, cancellationToken) is { } named)
        {
            return [named];
        }

        var found = await ArticleSearch.SearchAsync(db, new SearchRequest(words, PageSize: Offered), zone, cancellationToken);
        long[] ids = [.. found.Hits.Select(h => h.Article.Id)];
        var rows = await db.Articles.AsNoTracking().Visible().Where(a => ids.Contains(a.Id)).Rows().ToListAsync(cancellationToken);
        return [.. rows.OrderBy(r => Array.IndexOf(ids, r.Id))];
    }

    private static async Task<ArticleRow?> NamedAsync(NewsDbContext db, string words, CancellationToken cancellationToken)
    {
        if (long.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return await db.Articles.AsNoTracking().Visible().Where(a => a.Id == number).Rows().FirstOrDefaultAsync(cancellationToken);
        }

        var path = Uri.TryCreate(words, UriKind.Absolute, out var address) ? address.AbsolutePath : words;
        return path.Trim('/').Split('/') is [{ Length: 4 } year, { Length: 2 } month, { Length: 2 } date, var slug]
            && int.TryParse(year + month + date, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            ? await db.Articles.AsNoTracking().Visible().Where(a => a.Day == day && a.Slug == slug).Rows().FirstOrDefaultAsync(cancellationToken)
            : null;
    }
}
