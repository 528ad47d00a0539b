using System.Globalization;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Crawlers;

/// <summary>
/// The articles of a month, at most 50,000 a file, with their pictures. Rows are written as they are read, and what the
/// validator is made of is counted by the database: a file costs the same memory at any length, and nothing where the
/// crawler has it.
/// </summary>
public static class SitemapArticles
{
    /// <summary>Pictures told of each article: with more, 50,000 addresses would exceed the 50 MB that a file may have.</summary>
    public const int MostPictures = 4;

    /// <summary>Sends a file.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="name">Such as <c>articles-2023-07-1</c>.</param>
    /// <param name="db">The store.</param>
    /// <param name="site">The site.</param>
    /// <returns>False where there is no such file; nothing is sent then.</returns>
    public static async Task<bool> TrySendAsync(HttpContext http, string name, NewsDbContext db, SiteSnapshot site)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(site);
        if (name.Split('-') is not ["articles", var year, var month, var part]
            || !ArchivePath.TryRead(year, month, "01", out var first) || SitemapFile.Part(part) is not { } number)
        {
            return false;
        }

        var day = ArticleAddress.Day(first);
        var articles = SitemapFile.InFile(
            db.Articles.AsNoTracking().Visible().Where(a => a.Day >= day && a.Day <= day + 30).OrderBy(a => a.Day).ThenBy(a => a.Id), number);
        var whole = await articles.GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Ids = g.Sum(a => a.Id), Changed = g.Max(a => a.UpdatedUtc) }).FirstOrDefaultAsync(http.RequestAborted);
        if (whole is null)
        {
            return false;
        }

        // A row that leaves or comes changes the sum, one that changes the moment.
        var validator = string.Create(CultureInfo.InvariantCulture, $"{site.BaseUrl} {site.Settings.TimeZone} {name} {whole.Count} {whole.Ids} {whole.Changed:O} {MostPictures}");
        await StreamedAnswer.SendAsync(
            http, SitemapIndex.MediaType, validator, DateTime.SpecifyKind(whole.Changed, DateTimeKind.Utc), body => WriteAsync(body, site, articles));
        return true;
    }

    private static async Task WriteAsync(Stream body, SiteSnapshot site, IQueryable<Article> articles)
    {
        var rows = articles.Select(a => new
        {
            a.Day,
            a.Slug,
            a.PublishedUtc,
            a.PublishedDateOnly,
            a.RevisedUtc,
            Cover = a.LeadPicture == null ? null : a.LeadPicture.Hash + a.LeadPicture.Extension,
            Pictures = a.Pictures.Where(p => p.Picture != null).OrderBy(p => p.Position).Select(p => p.Picture!.Hash + p.Picture.Extension).Take(MostPictures).ToList(),
        });
        await using var xml = XmlWriter.Create(body, XmlText.Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "urlset", XmlNames.Sitemap);
        await xml.WriteAttributeStringAsync("xmlns", "image", null, XmlNames.Image);
        await foreach (var row in rows.AsAsyncEnumerable())
        {
            var article = new Article { PublishedUtc = row.PublishedUtc, PublishedDateOnly = row.PublishedDateOnly, RevisedUtc = row.RevisedUtc };
            await xml.WriteStartElementAsync(null, "url", XmlNames.Sitemap);
            await xml.WriteElementStringAsync(null, "loc", XmlNames.Sitemap, site.BaseUrl + ArticleAddress.Of(row.Day, row.Slug));
            await xml.WriteElementStringAsync(null, "lastmod", XmlNames.Sitemap, article.Modified(site.Zone));
            foreach (var file in row.Pictures.Prepend(row.Cover).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostPictures))
            {
                await xml.WriteStartElementAsync("image", "image", XmlNames.Image);
                await xml.WriteElementStringAsync("image", "loc", XmlNames.Image, $"{site.BaseUrl}/media/{file[..2]}/{file[2..32]}{file[64..]}");
                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndDocumentAsync();
    }
}
