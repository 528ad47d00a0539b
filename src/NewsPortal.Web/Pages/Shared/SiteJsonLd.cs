using System.Text.Json.Nodes;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Wording;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>Structured data that several kinds of page share.</summary>
public static class SiteJsonLd
{
    /// <summary>The publisher, as schema.org has it.</summary>
    /// <param name="site">The site.</param>
    public static JsonObject Publisher(SiteSnapshot site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var publisher = new JsonObject
        {
            ["@type"] = "NewsMediaOrganization",
            ["name"] = site.Settings.Name,
            ["url"] = site.BaseUrl + "/",
        };
        if (site.Settings.Logo.Length > 0)
        {
            publisher["logo"] = new JsonObject { ["@type"] = "ImageObject", ["url"] = site.BaseUrl + site.Settings.Logo };
        }

        return publisher;
    }

    /// <summary>The front page: the site and its search (schema.org WebSite).</summary>
    /// <param name="site">The site.</param>
    public static JsonLd WebSite(SiteSnapshot site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new JsonLd(new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "WebSite",
            ["name"] = site.Settings.Name,
            ["url"] = site.BaseUrl + "/",
            ["inLanguage"] = site.Settings.Language,
            ["publisher"] = Publisher(site),
            ["potentialAction"] = new JsonObject
            {
                ["@type"] = "SearchAction",
                ["target"] = site.BaseUrl + "/search?q={search_term_string}",
                ["query-input"] = "required name=search_term_string",
            },
        });
    }

    /// <summary>The way from the front page to a page (schema.org BreadcrumbList).</summary>
    /// <param name="site">The site.</param>
    /// <param name="steps">Name and root-relative address of each step below the front page.</param>
    public static JsonLd Breadcrumbs(SiteSnapshot site, params (string Name, string Path)[] steps)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(steps);
        var items = new JsonArray();
        foreach (var (name, path) in steps.Prepend((site.Words.Home, "/")))
        {
            items.Add(new JsonObject
            {
                ["@type"] = "ListItem",
                ["position"] = items.Count + 1,
                ["name"] = name,
                ["item"] = site.BaseUrl + path,
            });
        }

        return new JsonLd(new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = items,
        });
    }

    /// <summary>A page that is a list (schema.org CollectionPage with an ItemList).</summary>
    /// <param name="site">The site.</param>
    /// <param name="path">Root-relative address of the page.</param>
    /// <param name="title">Its title.</param>
    /// <param name="articles">What it lists, in order.</param>
    /// <param name="introduction">What an editor wrote at its head, if anything.</param>
    public static JsonLd Collection(SiteSnapshot site, string path, string title, IEnumerable<Article> articles, string? introduction = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(articles);
        var items = new JsonArray();
        foreach (var article in articles)
        {
            items.Add(new JsonObject { ["@type"] = "ListItem", ["position"] = items.Count + 1, ["url"] = site.BaseUrl + article.Path });
        }

        return new JsonLd(new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "CollectionPage",
            ["url"] = site.BaseUrl + path,
            ["name"] = title,
            ["description"] = introduction,
            ["inLanguage"] = site.Settings.Language,
            ["mainEntity"] = items.Count == 0 ? null : new JsonObject { ["@type"] = "ItemList", ["itemListElement"] = items },
        });
    }

    /// <summary>Baidu's time factor (《百度搜索落地页时间因子规范》): site time to the second, without an offset.</summary>
    /// <param name="site">The site.</param>
    /// <param name="path">Root-relative address.</param>
    /// <param name="title">The page's title.</param>
    /// <param name="pictures">Absolute addresses of pictures.</param>
    /// <param name="publishedUtc">First publication.</param>
    /// <param name="changedUtc">Last change; the publication where there was none.</param>
    public static JsonLd TimeFactor(
        SiteSnapshot site, string path, string title, IEnumerable<string> pictures, DateTime publishedUtc, DateTime changedUtc)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new JsonLd(new JsonObject
        {
            ["@context"] = "https://ziyuan.baidu.com/contexts/cambrian.jsonld",
            ["@id"] = site.BaseUrl + path,
            ["title"] = title,
            ["images"] = new JsonArray([.. pictures.Select(p => JsonValue.Create(p))]),
            ["pubDate"] = ArticleTimes.Moment(publishedUtc, site.Zone)[..19],
            ["upDate"] = ArticleTimes.Moment(changedUtc, site.Zone)[..19],
        });
    }
}
