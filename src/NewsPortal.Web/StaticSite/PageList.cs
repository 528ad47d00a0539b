using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Crawlers;

namespace NewsPortal.Web.StaticSite;

/// <summary>Every address of the public site without a query, articles apart.</summary>
/// <param name="client">Asks the site.</param>
/// <param name="db">The store.</param>
/// <param name="site">The site.</param>
/// <param name="stylesheet">The address of its stylesheet.</param>
internal sealed class PageList(HttpClient client, NewsDbContext db, SiteSnapshot site, string stylesheet)
{
    private static readonly XNamespace Sitemap = XmlNames.Sitemap;

    /// <summary>Lists them, each once.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        // Sitemaps name what is published, so what they name is what is written; the rest is for machines and browsers.
        var pages = new List<string> { "/", "/search", stylesheet, "/favicon.svg", "/robots.txt", "/opensearch.xml", "/feeds.opml", "/sitemap.xml", "/news-sitemap.xml" };
        if (site.HasHot)
        {
            pages.Add("/hot");
        }

        var files = await LocationsAsync("/sitemap.xml", cancellationToken);
        pages.AddRange(files);
        foreach (var file in files.Where(f => !f.StartsWith("/sitemaps/articles-", StringComparison.Ordinal)))
        {
            pages.AddRange(await LocationsAsync(file, cancellationToken));
        }

        pages.AddRange((await LocationsAsync("/news-sitemap.xml", cancellationToken)).Where(l => l.StartsWith("/sitemaps/", StringComparison.Ordinal)));
        pages.AddRange(await FeedFolders(cancellationToken).SelectMany(folder => FeedFormat.All.Select(f => $"{folder}/{f.FileName}").ToAsyncEnumerable()).ToListAsync(cancellationToken));
        return [.. pages.Distinct(StringComparer.Ordinal)];
    }

    private async IAsyncEnumerable<string> FeedFolders([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var visible = db.Articles.Visible();
        yield return string.Empty;
        yield return "/corrections";
        await foreach (var slug in db.Sections.AsNoTracking().Select(s => s.Slug).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return "/sections/" + slug;
        }

        await foreach (var slug in db.Tags.AsNoTracking().Where(t => db.ArticleTags.Any(u => u.TagId == t.Id && visible.Any(a => a.Id == u.ArticleId))).Select(t => t.Slug).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return "/tags/" + slug;
        }

        await foreach (var slug in db.Sources.AsNoTracking().Where(s => visible.Any(a => a.SourceId == s.Id)).Select(s => s.Slug).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return "/sources/" + slug;
        }

        await foreach (var slug in db.Stories.AsNoTracking().Shown().Select(s => s.Slug).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return "/stories/" + slug;
        }
    }

    private async Task<List<string>> LocationsAsync(string path, CancellationToken cancellationToken) =>
        [.. XDocument.Parse(await client.GetStringAsync(path, cancellationToken)).Root!.Elements()
            .Select(e => e.Element(Sitemap + "loc")!.Value[site.BaseUrl.Length..]).Select(p => p.Length == 0 ? "/" : p)];
}
