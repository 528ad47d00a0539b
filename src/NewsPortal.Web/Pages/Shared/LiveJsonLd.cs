using System.Text.Json.Nodes;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>
/// A live report as structured data: a node of its own beside the page's one NewsArticle, as schema.org's LiveBlogPosting.
/// </summary>
internal static class LiveJsonLd
{
    // The whole text stands in the page; a crawler that comes back asks for what is new.
    private const int Most = 50;

    /// <summary>Makes it.</summary>
    /// <param name="page">The page of an article that reports live, or did.</param>
    /// <param name="authors">Who wrote the article.</param>
    public static JsonLd Of(ArticlePage page, JsonArray authors)
    {
        var (site, article) = (page.Site, page.Article);
        var url = site.BaseUrl + article.Path;
        return new JsonLd(new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "LiveBlogPosting",
            ["@id"] = url + "#live",
            ["mainEntityOfPage"] = url,
            ["url"] = url,
            ["headline"] = article.Headline,
            ["description"] = article.Summary,
            ["datePublished"] = article.Published(site.Zone),
            ["dateModified"] = article.Modified(site.Zone),
            ["coverageStartTime"] = ArticleTimes.Moment(article.LiveFromUtc!.Value, site.Zone),
            ["coverageEndTime"] = article.LiveEndedUtc is { } ended ? ArticleTimes.Moment(ended, site.Zone) : null,
            ["author"] = authors.Count == 0 ? null : authors,
            ["publisher"] = SiteJsonLd.Publisher(site),
            ["inLanguage"] = article.Language,
            ["liveBlogUpdate"] = new JsonArray([.. page.Updates.Take(Most).Select(u => Entry(u, url, site.Zone))]),
        });
    }

    private static JsonObject Entry(LiveUpdate update, string url, TimeZoneInfo zone)
    {
        var entry = new JsonObject
        {
            ["@type"] = "BlogPosting",
            ["headline"] = update.Name(),
            ["url"] = $"{url}#{update.Anchor()}",
            ["datePublished"] = ArticleTimes.Moment(update.AtUtc, zone),
            ["articleBody"] = update.Text,
        };
        if (update.ChangedUtc is { } changed)
        {
            entry["dateModified"] = ArticleTimes.Moment(changed, zone);
        }

        return entry;
    }
}
