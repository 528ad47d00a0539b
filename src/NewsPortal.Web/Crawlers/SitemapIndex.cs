using System.Globalization;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Crawlers;

/// <summary>The index of sitemaps: articles by month of their address, so that a publish touches one small file.</summary>
public static class SitemapIndex
{
    /// <summary>The media type of sitemaps.</summary>
    public const string MediaType = "application/xml; charset=utf-8";

    /// <summary>The most addresses in a file (sitemaps.org).</summary>
    public const int MostInFile = 50_000;

    /// <summary>Writes it.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="db">The store.</param>
    /// <param name="site">The site.</param>
    /// <param name="months">The months of its archive.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(Stream body, NewsDbContext db, SiteSnapshot site, IReadOnlyList<SitemapMonth> months, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(months);
        var files = new List<(string Name, string? Modified)> { ("pages", null) };
        foreach (var month in months)
        {
            var modified = ArticleTimes.Moment(month.ChangedUtc, site.Zone);
            for (var part = 1; (part - 1) * MostInFile < month.Count; part++)
            {
                files.Add((month.NameOf(part), modified));
            }
        }

        foreach (var (kind, count) in new[]
        {
            ("tags", await db.Tags.CountAsync(cancellationToken)),
            ("sources", await db.Sources.CountAsync(cancellationToken)),
            ("authors", await db.Authors.CountAsync(cancellationToken)),
            ("stories", await db.Stories.CountAsync(cancellationToken)),
        })
        {
            for (var part = 1; (part - 1) * MostInFile < count; part++)
            {
                files.Add((string.Create(CultureInfo.InvariantCulture, $"{kind}-{part}"), null));
            }
        }

        await using var xml = XmlWriter.Create(body, XmlText.Settings);
        await WriteAsync(xml, files.Select(f => ($"{site.BaseUrl}/sitemaps/{f.Name}.xml", f.Modified)));
    }

    /// <summary>Writes an index of files.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="files">Absolute address and last change of each.</param>
    internal static async Task WriteAsync(XmlWriter xml, IEnumerable<(string Address, string? Modified)> files)
    {
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "sitemapindex", XmlNames.Sitemap);
        foreach (var (address, modified) in files)
        {
            await xml.WriteStartElementAsync(null, "sitemap", XmlNames.Sitemap);
            await xml.WriteElementStringAsync(null, "loc", XmlNames.Sitemap, address);
            if (modified is not null)
            {
                await xml.WriteElementStringAsync(null, "lastmod", XmlNames.Sitemap, modified);
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndDocumentAsync();
    }
}
