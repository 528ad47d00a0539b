using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Media;
using NewsPortal.Core.Media.Cards;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>What stands in the head of an article's page.</summary>
public static class ArticleHead
{
    /// <summary>Makes the head.</summary>
    /// <param name="page">The article's page.</param>
    public static PageHead Of(ArticlePage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (site, article) = (page.Site, page.Article);
        var pictures = PicturesOf(page).SelectMany(Shapes).Select(path => site.BaseUrl + path).ToList();
        return new PageHead(site, article.Headline, article.Path)
        {
            Description = article.Summary ?? string.Empty,
            Kind = "article",
            Shared = SharedOf(page),

            // Reprints mostly carry the same headline.
            Distinction = page.Reprints.Count > 1 ? article.Source?.Name ?? string.Empty : string.Empty,
            Feed = new FeedLink(article.Section.Name, $"/sections/{article.Section.Slug}/"),
            Properties = [.. Properties(page)],
            Data =
            [
                NewsArticle(page, pictures),
                SiteJsonLd.Breadcrumbs(site, (article.Section.Name, $"/sections/{article.Section.Slug}"), (article.Headline, article.Path)),
                SiteJsonLd.TimeFactor(site, article.Path, article.Headline, pictures.Take(3), article.PublishedUtc, article.ModifiedUtc()),
                .. article.LiveFromUtc is null ? (JsonLd[])[] : [LiveJsonLd.Of(page, AuthorsOf(page))],
            ],
        };
    }

    // Structured data names pictures of the news itself and no other; a card only stands for the page where it is shared.
    private static SharePicture? SharedOf(ArticlePage page)
    {
        var article = page.Article;
        if (article.LeadPicture is { } picture)
        {
            var placed = article.Pictures.FirstOrDefault(p => p.PictureId == picture.Id);
            return SharePicture.Of(picture, placed?.AltText ?? placed?.Caption);
        }

        return ShareCards.Of(article, page.Site) is { } card
            ? new SharePicture(ShareCards.PathOf(article.Id, card), ShareCard.Width, ShareCard.Height, article.Headline)
            : null;
    }

    private static IEnumerable<Picture> PicturesOf(ArticlePage page) => page.Article.Pictures.Select(p => p.Picture)
        .Prepend(page.Article.LeadPicture).OfType<Picture>().DistinctBy(p => p.Id);

    // Search engines choose among shapes of a picture: the whole, and the cut that cards show.
    private static IEnumerable<string> Shapes(Picture picture)
    {
        var whole = Rendition.ToShare(picture);
        yield return whole.PathOf(picture);
        if (Rendition.AreMade(picture) && Rendition.Cut(picture, picture.Extension).Last() is var cut && cut.Width * whole.Height != cut.Height * whole.Width)
        {
            yield return cut.PathOf(picture);
        }
    }

    private static IEnumerable<KeyValuePair<string, IHtmlContent>> Properties(ArticlePage page)
    {
        var (article, zone) = (page.Article, page.Site.Zone);
        yield return new("article:published_time", new MachineTime(article.Published(zone)));
        yield return new("article:modified_time", new MachineTime(article.Modified(zone)));
        yield return new("article:section", new StringHtmlContent(article.Section.Name));
        foreach (var writer in article.Authors)
        {
            yield return new("article:author", new StringHtmlContent(writer.Author.Name));
        }

        foreach (var tag in article.Tags)
        {
            yield return new("article:tag", new StringHtmlContent(tag.Tag.Name));
        }

        // Toutiao: a reprint names where it first stood, as "媒体, URL".
        if (article.OriginalUrl is { } original && (article.Source?.Name ?? article.OriginalSiteName) is { } first)
        {
            yield return new("article:published_first", new StringHtmlContent($"{first}, {original}"));
        }

        yield return new("bytedance:published_time", new MachineTime(ArticleTimes.Moment(article.PublishedUtc, zone)));
        yield return new("bytedance:updated_time", new MachineTime(ArticleTimes.Moment(article.ModifiedUtc(), zone)));
        yield return new("bytedance:lrDate_time", new MachineTime(ArticleTimes.Moment(article.ModifiedUtc(), zone)));
    }

    // No writer is invented: where only the source is known, the source is the author.
    private static JsonArray AuthorsOf(ArticlePage page)
    {
        var (site, article) = (page.Site, page.Article);
        var authors = new JsonArray();
        foreach (var writer in article.Authors)
        {
            authors.Add(new JsonObject
            {
                ["@type"] = "Person",
                ["name"] = writer.Author.Name,
                ["url"] = $"{site.BaseUrl}/authors/{writer.Author.Slug}",
            });
        }

        if (authors.Count == 0 && article.Source is { } source)
        {
            authors.Add(new JsonObject { ["@type"] = "Organization", ["name"] = source.Name, ["url"] = $"{site.BaseUrl}/sources/{source.Slug}" });
        }

        return authors;
    }

    private static JsonLd NewsArticle(ArticlePage page, List<string> pictures)
    {
        var (site, article) = (page.Site, page.Article);
        var authors = AuthorsOf(page);
        return new JsonLd(new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["mainEntityOfPage"] = site.BaseUrl + article.Path,
            ["url"] = site.BaseUrl + article.Path,
            ["headline"] = article.Headline,
            ["alternativeHeadline"] = article.Subheadline,
            ["description"] = article.Summary,
            ["datePublished"] = article.Published(site.Zone),
            ["dateModified"] = article.Modified(site.Zone),
            ["image"] = pictures.Count == 0 ? null : new JsonArray([.. pictures.Select(p => JsonValue.Create(p))]),
            ["author"] = authors.Count == 0 ? null : authors,
            ["publisher"] = SiteJsonLd.Publisher(site),
            ["articleSection"] = article.Section.Name,
            ["keywords"] = article.Tags.Count == 0 ? null : new JsonArray([.. article.Tags.Select(t => JsonValue.Create(t.Tag.Name))]),
            ["dateline"] = article.Dateline,

            // A reprint says where it first stood; what came from elsewhere without an address says from whom.
            ["isBasedOn"] = article.OriginalUrl,
            ["citation"] = article.Source is { } source ? CitationOf(source, article.OriginalUrl, site) : null,
            ["inLanguage"] = article.Language,
            ["wordCount"] = article.CharacterCount == 0 ? null : article.CharacterCount,
            ["isAccessibleForFree"] = true,
            ["correction"] = page.Corrections.Count == 0 ? null : new JsonArray([.. page.Corrections.Select(c => CommentOf(c, site))]),
        });
    }

    // What is cited is a work, by schema.org, and the source is who published it.
    private static JsonObject CitationOf(Source source, string? original, SiteSnapshot site)
    {
        var work = new JsonObject
        {
            ["@type"] = "CreativeWork",
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = source.Name, ["url"] = $"{site.BaseUrl}/sources/{source.Slug}" },
        };
        if (original is not null)
        {
            work["url"] = original;
        }

        return work;
    }

    private static JsonObject CommentOf(Correction correction, SiteSnapshot site) => new()
    {
        ["@type"] = "CorrectionComment",
        ["text"] = correction.Text,
        ["datePublished"] = ArticleTimes.Moment(correction.AtUtc, site.Zone),
    };
}
