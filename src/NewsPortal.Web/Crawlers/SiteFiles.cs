using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Wording;

namespace NewsPortal.Web.Crawlers;

/// <summary>Small files about the site as a whole.</summary>
public static class SiteFiles
{
    // Whoever wants more finds the feed of a story on its page.
    private const int StoriesInOpml = 50;

    /// <summary>Writes <c>/robots.txt</c>: everything readers see may be read, but search results and the newsroom.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="site">The site.</param>
    public static async Task WriteRobotsAsync(Stream body, SiteSnapshot site)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(site);
        var text = $"""
            User-agent: *
            Disallow: /newsroom
            Disallow: /search
            Disallow: /api/

            Sitemap: {site.BaseUrl}/sitemap.xml
            Sitemap: {site.BaseUrl}/news-sitemap.xml

            """;
        await body.WriteAsync(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Writes <c>/opensearch.xml</c>, by which a browser offers the site's search.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="site">The site.</param>
    public static async Task WriteOpenSearchAsync(Stream body, SiteSnapshot site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var name = XmlText.Clean(site.Settings.Name);
        await using var xml = XmlWriter.Create(body, XmlText.Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "OpenSearchDescription", XmlNames.OpenSearch);

        // At most 16 characters, by the specification.
        await xml.WriteElementStringAsync(null, "ShortName", XmlNames.OpenSearch, name.Length > 16 ? name[..16] : name);
        await xml.WriteElementStringAsync(null, "Description", XmlNames.OpenSearch, site.Words.SearchOf(name));
        await xml.WriteElementStringAsync(null, "InputEncoding", XmlNames.OpenSearch, "UTF-8");
        await xml.WriteElementStringAsync(null, "Language", XmlNames.OpenSearch, site.Settings.Language);
        await xml.WriteStartElementAsync(null, "Image", XmlNames.OpenSearch);
        await xml.WriteAttributeStringAsync(null, "type", null, "image/svg+xml");
        await xml.WriteStringAsync(site.BaseUrl + "/favicon.svg");
        await xml.WriteEndElementAsync();
        await xml.WriteStartElementAsync(null, "Url", XmlNames.OpenSearch);
        await xml.WriteAttributeStringAsync(null, "type", null, "text/html");
        await xml.WriteAttributeStringAsync(null, "template", null, site.BaseUrl + "/search?q={searchTerms}");
        await xml.WriteEndDocumentAsync();
    }

    /// <summary>Writes <c>/feeds.opml</c>: the feeds of the site, of its sections and corrections, and of the newest stories.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="db">The store.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteOpmlAsync(Stream body, NewsDbContext db, SiteSnapshot site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(site);
        var stories = await db.Stories.AsNoTracking().Shown().OrderByDescending(s => s.Id).Take(StoriesInOpml).Select(s => new { s.Name, s.Slug }).ToListAsync(cancellationToken);
        await using var xml = XmlWriter.Create(body, XmlText.Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "opml", null);
        await xml.WriteAttributeStringAsync(null, "version", null, "2.0");
        await xml.WriteStartElementAsync(null, "head", null);
        await xml.ElementAsync("title", site.Settings.Name);
        await xml.WriteEndElementAsync();
        await xml.WriteStartElementAsync(null, "body", null);
        await OutlineAsync(xml, site.Settings.Name, site.BaseUrl + "/", site.BaseUrl);
        foreach (var section in site.Sections)
        {
            var page = $"{site.BaseUrl}/sections/{section.Slug}";
            await OutlineAsync(xml, $"{section.Name} - {site.Settings.Name}", page, page);
        }

        await OutlineAsync(xml, $"{site.Words.Corrections} - {site.Settings.Name}", site.BaseUrl + "/corrections", site.BaseUrl + "/corrections");
        foreach (var story in stories)
        {
            var page = $"{site.BaseUrl}/stories/{story.Slug}";
            await OutlineAsync(xml, $"{story.Name} - {site.Settings.Name}", page, page);
        }

        await xml.WriteEndDocumentAsync();
    }

    private static async Task OutlineAsync(XmlWriter xml, string title, string page, string folder)
    {
        await xml.WriteStartElementAsync(null, "outline", null);
        await xml.WriteAttributeStringAsync(null, "type", null, "rss");
        await xml.WriteAttributeStringAsync(null, "text", null, XmlText.Clean(title));
        await xml.WriteAttributeStringAsync(null, "xmlUrl", null, folder + "/feed.xml");
        await xml.WriteAttributeStringAsync(null, "htmlUrl", null, page);
        await xml.WriteEndElementAsync();
    }
}
