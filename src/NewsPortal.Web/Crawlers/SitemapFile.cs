using System.Globalization;
using System.Linq.Expressions;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages;

namespace NewsPortal.Web.Crawlers;

/// <summary>One file below <c>/sitemaps/</c>. Rows are written as they are read: a file costs the same memory at any length.</summary>
public static class SitemapFile
{
    /// <summary>Finds a file by its name.</summary>
    /// <param name="name">Such as <c>tags-1</c>, <c>news-2</c> or <c>pages</c>; articles are <see cref="SitemapArticles"/>.</param>
    /// <param name="db">The store.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What writes it; null where there is no such file.</returns>
    public static async Task<Func<Stream, Task>?> FindAsync(
        string name, NewsDbContext db, SiteSnapshot site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(site);
        var visible = db.Articles.Visible();
        switch (name.Split('-'))
        {
            case ["pages"]:
                return body => WriteAsync(body, site, PagesAsync(db, site, cancellationToken));
            case ["news", var part] when Part(part) is { } number:
                return await NewsSitemap.FindAsync(number, db, site, cancellationToken);
            case ["tags", var part] when Part(part) is { } number:
                return await NamedAsync(db.Tags, t => db.ArticleTags.Any(u => u.TagId == t.Id && visible.Any(a => a.Id == u.ArticleId)), "tags", number);
            case ["sources", var part] when Part(part) is { } number:
                return await NamedAsync(db.Sources, s => visible.Any(a => a.SourceId == s.Id), "sources", number);
            case ["authors", var part] when Part(part) is { } number:
                return await NamedAsync(db.Authors, w => db.ArticleAuthors.Any(u => u.AuthorId == w.Id && visible.Any(a => a.Id == u.ArticleId)), "authors", number);
            case ["stories", var part] when Part(part) is { } number:
                var stories = InFile(db.Stories.AsNoTracking().OrderBy(s => s.Id), number);
                var shown = stories.Shown().Select(s => s.Slug).AsAsyncEnumerable();
                return await stories.AnyAsync(cancellationToken) ? body => WriteAsync(body, site, shown.Select(slug => ($"/stories/{slug}", (string?)null))) : null;
            default:
                return null;
        }

        async Task<Func<Stream, Task>?> NamedAsync<T>(IQueryable<T> all, Expression<Func<T, bool>> shown, string folder, int number)
            where T : class, INamed
        {
            // Cut before names without visible articles are left out, so that a name never moves to another file.
            var names = InFile(all.AsNoTracking().OrderBy(n => n.Id), number);
            var slugs = names.Where(shown).Select(n => n.Slug).AsAsyncEnumerable();
            return await names.AnyAsync(cancellationToken)
                ? body => WriteAsync(body, site, slugs.Select(slug => ($"/{folder}/{slug}", (string?)null)))
                : null;
        }
    }

    internal static int? Part(string text) =>
        text is [>= '1' and <= '9', ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var part) && part <= 1000 ? part : null;

    internal static IQueryable<T> InFile<T>(IQueryable<T> all, int part) =>
        all.Skip((part - 1) * SitemapIndex.MostInFile).Take(SitemapIndex.MostInFile);

    private static async IAsyncEnumerable<(string, string?)> PagesAsync(
        NewsDbContext db, SiteSnapshot site, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changed = ArticleTimes.Moment(site.LastChangeUtc, site.Zone);
        yield return ("/", changed);
        yield return ("/latest", changed);
        foreach (var section in site.Sections)
        {
            yield return ($"/sections/{section.Slug}", null);
        }

        yield return ("/corrections", null);
        yield return ("/about", null);
        foreach (var page in await db.FixedPages.AsNoTracking().Where(p => p.IsPublic).OrderBy(p => p.Position).ThenBy(p => p.Id).Select(p => new { p.Slug, p.UpdatedUtc }).ToListAsync(cancellationToken))
        {
            yield return ($"/pages/{page.Slug}", ArticleTimes.Moment(page.UpdatedUtc, site.Zone));
        }

        var days = db.Articles.Visible().GroupBy(a => a.Day).OrderByDescending(g => g.Key).Select(g => g.Key);
        var month = 0;
        await foreach (var day in days.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (day / 100 != month)
            {
                month = day / 100;
                yield return (ArchivePath.OfMonth(ArticleAddress.Day(day)), null);
            }

            yield return (ArchivePath.Of(ArticleAddress.Day(day)), null);
        }
    }

    private static async Task WriteAsync(Stream body, SiteSnapshot site, IAsyncEnumerable<(string Path, string? Modified)> entries)
    {
        await using var xml = XmlWriter.Create(body, XmlText.Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "urlset", XmlNames.Sitemap);
        await foreach (var (path, modified) in entries)
        {
            await xml.WriteStartElementAsync(null, "url", XmlNames.Sitemap);
            await xml.WriteElementStringAsync(null, "loc", XmlNames.Sitemap, site.BaseUrl + path);
            if (modified is not null)
            {
                await xml.WriteElementStringAsync(null, "lastmod", XmlNames.Sitemap, modified);
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndDocumentAsync();
    }
}
