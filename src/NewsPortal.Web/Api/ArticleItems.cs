using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Media;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Api.Resources;
using NewsPortal.Web.Crawlers;

namespace NewsPortal.Web.Api;

/// <summary>Makes of articles what the API answers: the fields that were chosen, in the same words and times as their pages.</summary>
/// <param name="site">The site.</param>
/// <param name="fields">The fields.</param>
internal sealed class ArticleItems(SiteSnapshot site, ArticleFields fields)
{
    /// <summary>Reads the articles of some places, in their order; those that have left meanwhile are passed over.</summary>
    /// <param name="db">The store.</param>
    /// <param name="places">The places.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<ArticleItem>> ReadAsync(
        NewsDbContext db, IReadOnlyList<ArticlePlace> places, CancellationToken cancellationToken)
    {
        var ids = places.Select(p => p.Id).ToList();
        var articles = db.Articles.VisibleAmong(ids).ForLists();
        articles = Has(ArticleFields.Tags) ? articles.Include(a => a.Tags.OrderBy(t => t.Position)).ThenInclude(t => t.Tag) : articles;
        articles = Has(ArticleFields.Authors) ? articles.Include(a => a.Authors.OrderBy(w => w.Position)).ThenInclude(w => w.Author) : articles;
        articles = Has(ArticleFields.Pictures) || Has(ArticleFields.Html) ? articles.Include(a => a.Pictures.OrderBy(p => p.Position)).ThenInclude(p => p.Picture) : articles;
        var found = await articles.AsSplitQuery().ToDictionaryAsync(a => a.Id, cancellationToken);
        var bodies = await BodiesAsync(db, ids, cancellationToken);
        return [.. ids.Where(found.ContainsKey).Select(id => bodies.TryGetValue(id, out var body)
            ? Make<ArticleItem>(found[id], SafeHtml.FromStore(body.Html), body.Text)
            : Make<ArticleItem>(found[id], SafeHtml.Empty, string.Empty))];
    }

    /// <summary>Makes one article.</summary>
    /// <typeparam name="T">As part of a list, or alone.</typeparam>
    /// <param name="article">The article with what the fields need.</param>
    /// <param name="html">Its stored body, where the fields need it.</param>
    /// <param name="text">Its text, where the fields need it.</param>
    public T Make<T>(Article article, SafeHtml html, string text)
        where T : ArticleItem, new() => new()
        {
            Id = IdOf(article),
            Number = article.Id,
            Url = Has(ArticleFields.Url) ? UrlOf(article) : null,
            Headline = Has(ArticleFields.Headline) ? article.Headline : null,
            Kicker = Has(ArticleFields.Kicker) ? article.Kicker : null,
            Subheadline = Has(ArticleFields.Subheadline) ? article.Subheadline : null,
            Summary = Has(ArticleFields.Summary) ? article.Summary : null,
            Published = Has(ArticleFields.Published) ? article.Published(site.Zone) : null,
            Revised = Has(ArticleFields.Revised) && article.RevisedUtc is { } revised ? ArticleTimes.Moment(revised, site.Zone) : null,
            Section = Has(ArticleFields.Section) ? Named(article.Section.Name, "sections", article.Section.Slug) : null,
            Source = Has(ArticleFields.Source) && article.Source is { } source ? Named(source.Name, "sources", source.Slug) : null,
            Byline = Has(ArticleFields.Byline) ? article.Byline : null,
            Authors = Has(ArticleFields.Authors) ? [.. article.Authors.Select(w => Named(w.Author.Name, "authors", w.Author.Slug))] : null,
            Tags = Has(ArticleFields.Tags) ? [.. article.Tags.Select(t => Named(t.Tag.Name, "tags", t.Tag.Slug))] : null,
            Editor = Has(ArticleFields.Editor) ? article.Editor : null,
            Dateline = Has(ArticleFields.Dateline) ? article.Dateline : null,
            Language = Has(ArticleFields.Language) ? article.Language : null,
            Length = Has(ArticleFields.Length) ? article.CharacterCount : null,
            Picture = Has(ArticleFields.Picture) && article.LeadPicture is { } lead ? Shown(lead, Rendition.ToShare(lead)) : null,
            Report = Has(ArticleFields.Report) ? article.ReportId : null,
            OriginalUrl = Has(ArticleFields.OriginalUrl) ? article.OriginalUrl : null,
            ContentHash = Has(ArticleFields.ContentHash) ? article.ContentHash : null,
            Pictures = Has(ArticleFields.Pictures) ? [.. article.Pictures.Select(PictureOf)] : null,
            PictureCredit = Has(ArticleFields.PictureCredit) ? article.PictureCredit : null,
            Html = Has(ArticleFields.Html) ? AbsoluteLinks.In(BodyPictures.FillForFeed(html, article.Pictures), site.BaseUrl) : null,
            Text = Has(ArticleFields.Text) ? text : null,
        };

    /// <summary>Names another article.</summary>
    /// <typeparam name="T">How much of it.</typeparam>
    /// <param name="article">The article.</param>
    public T Link<T>(Article article)
        where T : ArticleLink, new() => new()
        {
            Id = IdOf(article),
            Number = article.Id,
            Url = UrlOf(article),
            Headline = article.Headline,
            Published = article.Published(site.Zone),
        };

    /// <summary>True where a field was chosen.</summary>
    /// <param name="some">One or more of them.</param>
    public bool Has(ArticleFields some) => (fields & some) != ArticleFields.None;

    /// <summary>How the API calls an article: by its external id where it has one, otherwise by its number.</summary>
    /// <param name="article">The article.</param>
    public static string IdOf(Article article) => article.ExternalId ?? article.Id.ToString(CultureInfo.InvariantCulture);

    private string UrlOf(Article article) => site.BaseUrl + article.Path;

    private NameLink Named(string name, string folder, string slug) => NameItems.Of(site, name, folder, slug);

    private PictureItem PictureOf(ArticlePicture place) => new()
    {
        Alt = place.AltText,
        Caption = place.Caption,
        Credit = place.Credit,
        Whole = place.Picture is { } whole ? Shown(whole, new Rendition(whole.Width, whole.Height, false, whole.Extension)) : null,
        Renditions = place.Picture is { } made && Rendition.AreMade(made) ? [.. Rendition.Files(made).Select(r => Shown(made, r))] : [],
    };

    private RenditionItem Shown(Picture picture, Rendition rendition) => new()
    {
        Url = site.BaseUrl + rendition.PathOf(picture),
        Width = rendition.Width,
        Height = rendition.Height,
        MediaType = PictureFormat.MediaType(rendition.Extension),
        Cut = rendition.IsCut,
    };

    // A list that was not asked for bodies does not touch them; one that was asked for texts leaves the markup where it is.
    private async Task<Dictionary<long, (string Html, string Text)>> BodiesAsync(NewsDbContext db, List<long> ids, CancellationToken cancellationToken)
    {
        var (html, text) = (Has(ArticleFields.Html), Has(ArticleFields.Text));
        return html || text
            ? await db.Bodies.AsNoTracking().Where(b => ids.Contains(b.ArticleId))
                .Select(b => new { b.ArticleId, Html = html ? b.Html : string.Empty, Text = text ? b.Text : string.Empty })
                .ToDictionaryAsync(b => b.ArticleId, b => (b.Html, b.Text), cancellationToken)
            : [];
    }
}
