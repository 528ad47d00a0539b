using System.Globalization;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Crawlers;

/// <summary>Google's news sitemap: what was first published in the last two days, always at the same address.</summary>
public static class NewsSitemap
{
    /// <summary>The most entries in a file (Google Search Central, News sitemaps).</summary>
    public const int MostInFile = 1000;

    private static readonly TimeSpan Window = TimeSpan.FromHours(48);

    /// <summary>Writes it: the file itself, or an index of files where there is too much news for one.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="db">The store.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(Stream body, NewsDbContext db, SiteSnapshot site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(site);
        var recent = Recent(db, site);
        var count = await recent.CountAsync(cancellationToken);
        if (count <= MostInFile)
        {
            await WriteFileAsync(body, recent, site);
            return;
        }

        var files = Enumerable.Range(1, (count + MostInFile - 1) / MostInFile)
            .Select(part => (string.Create(CultureInfo.InvariantCulture, $"{site.BaseUrl}/sitemaps/news-{part}.xml"), (string?)null));
        await using var xml = XmlWriter.Create(body, XmlText.Settings);
        await SitemapIndex.WriteAsync(xml, files);
    }

    /// <summary>Finds one of several files.</summary>
    /// <param name="part">Which, from 1.</param>
    /// <param name="db">The store.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What writes it; null where there is no such file.</returns>
    public static async Task<Func<Stream, Task>?> FindAsync(
        int part, NewsDbContext db, SiteSnapshot site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var articles = Recent(db, site).Skip((part - 1) * MostInFile).Take(MostInFile);
        return await articles.AnyAsync(cancellationToken) ? body => WriteFileAsync(body, articles, site) : null;
    }

    private static IQueryable<Article> Recent(NewsDbContext db, SiteSnapshot site)
    {
        var since = site.AsOfUtc - Window;
        return db.Articles.AsNoTracking().Visible().Where(a => a.PublishedUtc >= since).NewestFirst();
    }

    private static async Task WriteFileAsync(Stream body, IQueryable<Article> articles, SiteSnapshot site)
    {
        await using var xml = XmlWriter.Create(body, XmlText.Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "urlset", XmlNames.Sitemap);
        await xml.WriteAttributeStringAsync("xmlns", "news", null, XmlNames.News);
        await foreach (var article in articles.AsAsyncEnumerable())
        {
            await xml.WriteStartElementAsync(null, "url", XmlNames.Sitemap);
            await xml.WriteElementStringAsync(null, "loc", XmlNames.Sitemap, site.BaseUrl + article.Path);
            await xml.WriteStartElementAsync("news", "news", XmlNames.News);
            await xml.WriteStartElementAsync("news", "publication", XmlNames.News);
            await xml.ElementAsync("news:name", site.Settings.Name);
            await xml.ElementAsync("news:language", RssFeed.LanguageOf(site.Settings.Language));
            await xml.WriteEndElementAsync();
            await xml.ElementAsync("news:publication_date", article.Published(site.Zone));
            await xml.ElementAsync("news:title", article.Headline);
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndDocumentAsync();
    }
}
