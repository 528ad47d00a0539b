using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Crawlers;

/// <summary>Addresses that machines read: feeds, sitemaps, robots and their like.</summary>
public static class CrawlerEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps them.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapCrawlers(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(string.Empty).WithMetadata(new BufferedAnswer(), new SmallLetters(NamesKeepTheirs: false)).Showing(SurrogateKeys.Feeds);
        foreach (var format in FeedFormat.All)
        {
            MapFeeds(group, format);
        }

        group.MapMethods("/sitemap.xml", Methods, async (HttpContext http, NewsDbContext db, CurrentSite site, SitemapMonths months) =>
        {
            var found = await months.ReadAsync(db, site.Snapshot, http.RequestAborted);
            await Answer(http, site, SitemapIndex.MediaType, body => SitemapIndex.WriteAsync(body, db, site.Snapshot, found, http.RequestAborted));
        });

        // Streamed, not buffered: a month may have fifty thousand articles.
        endpoints.MapMethods("/sitemaps/{name:regex(^articles-)}.xml", Methods, async (HttpContext http, string name, NewsDbContext db, NewsStore store, CurrentSite site, SitemapMonths months) =>
        {
            if (!await SitemapArticles.TrySendAsync(http, name, store, site.Snapshot, await months.ReadAsync(db, site.Snapshot, http.RequestAborted)))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        }).WithOrder(-1).Showing(SurrogateKeys.Feeds);
        group.MapMethods("/sitemaps/{name}.xml", Methods, SitemapAsync);
        group.MapMethods("/news-sitemap.xml", Methods, (HttpContext http, NewsDbContext db, CurrentSite site) =>
            Answer(http, site, SitemapIndex.MediaType, body => NewsSitemap.WriteAsync(body, db, site.Snapshot, http.RequestAborted)));
        group.MapMethods("/robots.txt", Methods, (HttpContext http, CurrentSite site) =>
            Answer(http, site, "text/plain; charset=utf-8", body => SiteFiles.WriteRobotsAsync(body, site.Snapshot)));
        group.MapMethods("/opensearch.xml", Methods, (HttpContext http, CurrentSite site) =>
            Answer(http, site, "application/opensearchdescription+xml; charset=utf-8", body => SiteFiles.WriteOpenSearchAsync(body, site.Snapshot)));
        group.MapMethods("/feeds.opml", Methods, (HttpContext http, NewsDbContext db, CurrentSite site) =>
            Answer(http, site, "text/x-opml; charset=utf-8", body => SiteFiles.WriteOpmlAsync(body, db, site.Snapshot, http.RequestAborted)));
        MapIndexNowKey(endpoints);
    }

    // Whoever sends addresses shows by this file that the site is theirs.
    private static void MapIndexNowKey(IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<PushOptions>().IndexNow is { } indexNow)
        {
            endpoints.MapMethods($"/{indexNow.Key}.txt", Methods, (HttpContext http, CurrentSite site) =>
                Answer(http, site, "text/plain; charset=utf-8", body => body.WriteAsync(Encoding.ASCII.GetBytes(indexNow.Key)).AsTask())).WithMetadata(new BufferedAnswer());
        }
    }

    private static void MapFeeds(RouteGroupBuilder group, FeedFormat format)
    {
        group.MapMethods($"/{format.FileName}", Methods, (HttpContext http, NewsDbContext db, CurrentSite site) =>
            FeedAsync(http, db, site, format, new FeedScope(site.Snapshot.Settings.Name, "/", db.Articles.Visible().OnePerReport())));
        group.MapMethods($"/sections/{{slug}}/{format.FileName}", Methods, async (HttpContext http, string slug, NewsDbContext db, CurrentSite site) =>
        {
            var found = await db.Sections.AsNoTracking().FirstOrDefaultAsync(s => s.Slug == slug);
            await FeedAsync(http, db, site, format, NameKind.Section, slug, found is null ? null : new FeedScope(
                found.Name, $"/sections/{slug}", db.Articles.Visible().Where(a => a.SectionId == found.Id).OnePerReport()));
        });
        group.MapMethods($"/tags/{{slug}}/{format.FileName}", Methods, async (HttpContext http, string slug, NewsDbContext db, CurrentSite site) =>
        {
            var found = await db.Tags.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug);
            await FeedAsync(http, db, site, format, NameKind.Tag, slug, found is null ? null : new FeedScope(
                found.Name, $"/tags/{slug}", db.Articles.Visible().Where(a => a.Tags.Any(t => t.TagId == found.Id)).OnePerReport(), MayBeEmpty: false));
        });
        group.MapMethods($"/sources/{{slug}}/{format.FileName}", Methods, async (HttpContext http, string slug, NewsDbContext db, CurrentSite site) =>
        {
            var found = await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Slug == slug);
            await FeedAsync(http, db, site, format, NameKind.Source, slug, found is null ? null : new FeedScope(
                found.Name, $"/sources/{slug}", db.Articles.Visible().Where(a => a.SourceId == found.Id), MayBeEmpty: false));
        });
        group.MapMethods($"/corrections/{format.FileName}", Methods, async (HttpContext http, NewsDbContext db, CurrentSite site) =>
            await SendAsync(http, site, format, await Feed.LoadCorrectionsAsync(db, site.Snapshot, http.RequestAborted)));
        group.MapMethods($"/stories/{{slug}}/{format.FileName}", Methods, async (HttpContext http, string slug, NewsDbContext db, CurrentSite site) =>
        {
            var found = await db.Stories.AsNoTracking().Shown().FirstOrDefaultAsync(s => s.Slug == slug);
            await FeedAsync(http, db, site, format, found is null ? null : new FeedScope(found.Name, found.Path, db.Articles.Visible().InStory(found.Id), MayBeEmpty: false));
        });
    }

    // A reader that follows a feed follows it to the new address of a section, tag or source.
    private static async Task FeedAsync(HttpContext http, NewsDbContext db, CurrentSite site, FeedFormat format, NameKind kind, string slug, FeedScope? scope)
    {
        if (scope is null && await db.FormerPathAsync(kind, slug) is { } path)
        {
            http.Response.Redirect($"{path}/{format.FileName}", permanent: true);
            return;
        }

        await FeedAsync(http, db, site, format, scope);
    }

    private static async Task FeedAsync(HttpContext http, NewsDbContext db, CurrentSite site, FeedFormat format, FeedScope? scope)
    {
        var feed = scope is null ? null : await Feed.LoadAsync(db, http.RequestServices.GetRequiredService<NewsStore>().Location, site.Snapshot, scope, http.RequestAborted);
        if (feed is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await SendAsync(http, site, format, feed);
    }

    private static Task SendAsync(HttpContext http, CurrentSite site, FeedFormat format, Feed feed)
    {
        var told = feed with { Hubs = http.RequestServices.GetRequiredService<PushOptions>().Hubs };

        // WebSub discovery (W3C WebSub, 4): the hubs and exactly one self.
        http.Response.Headers.Link = new StringValues([.. told.Hubs.Select(h => $"<{h}>; rel=\"hub\""), $"<{told.SelfUrl(format)}>; rel=\"self\""]);
        return Answer(http, site, format.MediaType, body => format.WriteAsync(body, told));
    }

    private static async Task SitemapAsync(HttpContext http, string name, NewsDbContext db, CurrentSite site)
    {
        if (await SitemapFile.FindAsync(name, db, site.Snapshot, http.RequestAborted) is not { } entries)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await Answer(http, site, SitemapIndex.MediaType, entries);
    }

    private static Task Answer(HttpContext http, CurrentSite site, string mediaType, Func<Stream, Task> write)
    {
        http.Response.ContentType = mediaType;

        // The whole site's last change, not the newest entry's: taking an article down changes the file too.
        http.Response.GetTypedHeaders().LastModified = site.Snapshot.AsOfUtc;
        return write(http.Response.Body);
    }
}
