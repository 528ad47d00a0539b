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

    // Written out in pieces of about this size.
    private const int Piece = 32 * 1024;

    /// <summary>Sends a file.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="name">Such as <c>articles-2023-07-1</c>.</param>
    /// <param name="store">The store.</param>
    /// <param name="site">The site.</param>
    /// <param name="months">The months of its archive.</param>
    /// <returns>False where there is no such file; nothing is sent then.</returns>
    public static async Task<bool> TrySendAsync(HttpContext http, string name, NewsStore store, SiteSnapshot site, IReadOnlyList<SitemapMonth> months)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(months);
        if (name.Split('-') is not ["articles", var year, var month, var part]
            || !ArchivePath.TryRead(year, month, "01", out var first) || SitemapFile.Part(part) is not { } number
            || months.FirstOrDefault(m => m.Month == (first.Year * 100) + first.Month) is not { } found || (number - 1) * SitemapIndex.MostInFile >= found.Count)
        {
            return false;
        }

        var validator = $"{site.BaseUrl} {site.Settings.TimeZone} {name} {found.Validator} {MostPictures}";
        await StreamedAnswer.SendAsync(
            http, SitemapIndex.MediaType, validator, found.ChangedUtc, body => WriteAsync(body, store, site, ArticleAddress.Day(first), number, http.RequestAborted));
        return true;
    }

    private static async Task WriteAsync(Stream body, NewsStore store, SiteSnapshot site, int day, int number, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await using var beside = store.CreateContext();
        await using var pictures = Pictures(beside, day).GetAsyncEnumerator(cancellationToken);
        var goesOn = await pictures.MoveNextAsync();
        using var piece = new MemoryStream(2 * Piece);
        await using var xml = XmlWriter.Create(piece, XmlText.Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("urlset", XmlNames.Sitemap);
        xml.WriteAttributeString("xmlns", "image", null, XmlNames.Image);
        await foreach (var row in Rows(db, day, number).WithCancellation(cancellationToken))
        {
            // Both in one order; what belongs to articles of an earlier file is passed over.
            var files = new List<string>();
            for (; goesOn && pictures.Current.Place.CompareTo(row.Place) <= 0; goesOn = await pictures.MoveNextAsync())
            {
                if (pictures.Current.Place == row.Place)
                {
                    files.Add(pictures.Current.File);
                }
            }

            Write(xml, site, row, files);
            if (piece.Length > Piece)
            {
                await FlushAsync(xml, piece, body, cancellationToken);
            }
        }

        xml.WriteEndDocument();
        await FlushAsync(xml, piece, body, cancellationToken);
    }

    private static async Task FlushAsync(XmlWriter xml, MemoryStream piece, Stream body, CancellationToken cancellationToken)
    {
        await xml.FlushAsync();
        await body.WriteAsync(piece.GetBuffer().AsMemory(0, (int)piece.Length), cancellationToken);
        piece.SetLength(0);
    }

    private static void Write(XmlWriter xml, SiteSnapshot site, Row row, List<string> files)
    {
        var article = new Article { PublishedUtc = row.PublishedUtc, PublishedDateOnly = row.PublishedDateOnly, RevisedUtc = row.RevisedUtc };
        xml.WriteStartElement("url", XmlNames.Sitemap);
        xml.WriteElementString("loc", XmlNames.Sitemap, site.BaseUrl + ArticleAddress.Of(row.Day, row.Slug));
        xml.WriteElementString("lastmod", XmlNames.Sitemap, article.Modified(site.Zone));
        foreach (var file in files.Prepend(row.Cover).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostPictures))
        {
            xml.WriteStartElement("image", "image", XmlNames.Image);
            xml.WriteElementString("image", "loc", XmlNames.Image, $"{site.BaseUrl}/media/{file[..2]}/{file[2..32]}{file[64..]}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static IAsyncEnumerable<Row> Rows(NewsDbContext db, int day, int number) =>
        // The order of an index: the first row is there at once.
        SitemapFile.InFile(OfMonth(db, day).OrderBy(a => a.Day).ThenBy(a => a.PublishedUtc).ThenBy(a => a.Id), number)
            .Select(a => new Row(a.Id, a.Day, a.Slug, a.PublishedUtc, a.PublishedDateOnly, a.RevisedUtc, a.LeadPicture == null ? null : a.LeadPicture.Hash + a.LeadPicture.Extension))
            .AsAsyncEnumerable();

    private static IAsyncEnumerable<PictureRow> Pictures(NewsDbContext db, int day) =>
        (from article in OfMonth(db, day)
         join shown in db.ArticlePictures on article.Id equals shown.ArticleId
         where shown.Picture != null
         orderby article.Day, article.PublishedUtc, article.Id, shown.Position
         select new PictureRow(article.Day, article.PublishedUtc, article.Id, shown.Picture!.Hash + shown.Picture.Extension)).AsAsyncEnumerable();

    private static IQueryable<Article> OfMonth(NewsDbContext db, int day) => db.Articles.AsNoTracking().Visible().Where(a => a.Day >= day && a.Day <= day + 30);

    private sealed record Row(long Id, int Day, string Slug, DateTime PublishedUtc, bool PublishedDateOnly, DateTime? RevisedUtc, string? Cover)
    {
        public (int, DateTime, long) Place => (Day, PublishedUtc, Id);
    }

    private sealed record PictureRow(int Day, DateTime PublishedUtc, long Id, string File)
    {
        public (int, DateTime, long) Place => (Day, PublishedUtc, Id);
    }
}
