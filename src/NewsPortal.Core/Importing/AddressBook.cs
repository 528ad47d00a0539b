using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing;

/// <summary>Gives new articles their addresses, for ever, and notes those that articles had elsewhere.</summary>
internal static partial class AddressBook
{
    /// <summary>
    /// Gives an article that was never public its address: the day of its publication in the site's zone and a slug that is
    /// free on that day, and was never another article's.
    /// </summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="article">The article, filled.</param>
    /// <param name="wanted">The slug that the file or an editor asks for; null for one made from the headline.</param>
    /// <param name="zone">The site's zone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task GiveAsync(NewsDbContext db, Article article, string? wanted, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var day = ArticleAddress.Day(zone.DayOf(article.PublishedUtc));
        var slug = Pinyin.Slug(wanted ?? string.Empty);
        slug = slug.Length > 0 ? slug : Pinyin.Slug(article.Headline);

        // A headline of signs alone has no letters to make a slug from.
        slug = slug.Length > 0 ? slug : "article";
        // A numbered slug may be cut shorter than its stem, so the stem is looked for without its end.
        var stem = slug[..Math.Min(slug.Length, 55)].TrimEnd('-');
        var taken = await TakenAsync(db, article, day, stem, cancellationToken);
        var free = slug;
        for (var number = 2; taken.Contains(free) || await IsAnothersAsync(db, article, ArticleAddress.Of(day, free), cancellationToken); number++)
        {
            var tail = $"-{number}";
            free = slug[..Math.Min(slug.Length, 60 - tail.Length)].TrimEnd('-') + tail;
        }

        article.Day = day;
        article.Slug = free;
    }

    /// <summary>True where an address once was another article's and redirects there for ever.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="article">The article that wants it.</param>
    /// <param name="path">The address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<bool> IsAnothersAsync(NewsDbContext db, Article article, string path, CancellationToken cancellationToken)
    {
        if (db.OldAddresses.Local.Any(a => a.Path == path && a.Article != article))
        {
            return true;
        }

        return await db.AskAsync(
            "SELECT 1 FROM \"OldAddresses\" WHERE \"Path\" = @path AND \"ArticleId\" <> @id", [("@path", path), ("@id", article.Id)], cancellationToken) is not null;
    }

    /// <summary>Notes the addresses that the article had elsewhere.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="article">The article.</param>
    /// <param name="extracted">What the input became; warnings are added to it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task NoteOldAsync(NewsDbContext db, Article article, ExtractedArticle extracted, CancellationToken cancellationToken)
    {
        foreach (var alias in extracted.Aliases)
        {
            var path = PathOf(alias);
            if (path.Length is < 2 or > 500 || path.Any(char.IsControl) || path == article.Path || (path.StartsWith("/?", StringComparison.Ordinal) && !IsNumber().IsMatch(path)))
            {
                extracted.Warnings.Add(new ImportWarning(0, $"'{alias}' is no address that could redirect; it was left out."));
                continue;
            }

            var known = db.OldAddresses.Local.FirstOrDefault(a => a.Path == path)
                ?? await db.OldAddresses.FirstOrDefaultAsync(a => a.Path == path, cancellationToken);
            if (known is null)
            {
                db.OldAddresses.Add(new OldAddress { Path = path, Article = article });
            }
            else if (known.ArticleId != article.Id || known.ArticleId == 0)
            {
                extracted.Warnings.Add(new ImportWarning(0, $"The old address {path} leads to another article already; it was left there."));
            }
        }
    }

    // Slugs of the day that begin alike, in the order of the index. What is tracked is not stored yet, or is among them.
    private static async Task<HashSet<string>> TakenAsync(NewsDbContext db, Article article, int day, string stem, CancellationToken cancellationToken)
    {
        var taken = db.Articles.Local.Where(a => a.Day == day && a != article).Select(a => a.Slug).ToHashSet(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            // A slug is of small letters, digits and hyphens, so all that begin with the stem lie between it and a brace; but
            // only SQLite compares bytes whatever the language.
            var alike = db.Database.IsSqlite() ? "\"Slug\" >= @stem AND \"Slug\" < @stem || '{'" : "substr(\"Slug\", 1, length(@stem)) = @stem";
            await using var reader = await db.Statements.Command(
                $"SELECT \"Slug\" FROM \"Articles\" WHERE \"Day\" = @day AND \"Id\" <> @id AND {alike}", ("@day", day), ("@id", article.Id), ("@stem", stem)).ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                taken.Add(reader.GetString(0));
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return taken;
    }

    // The path is kept as readers see it, a query as it was written: it is looked up by these very characters.
    private static string PathOf(string alias)
    {
        var address = Uri.TryCreate(alias, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute.PathAndQuery : alias;
        address = address.Split('#')[0].Trim();
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        var path = Uri.UnescapeDataString(mark < 0 ? address : address[..mark]);
        return (path.StartsWith('/') ? path : "/" + path) + (mark < 0 || mark == address.Length - 1 ? string.Empty : address[mark..]);
    }

    // The front page has no other address.
    [GeneratedRegex(@"^/\?(?:p|page_id)=\d{1,20}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex IsNumber();
}
