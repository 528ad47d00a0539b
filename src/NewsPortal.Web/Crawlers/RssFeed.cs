using System.Globalization;
using System.Xml;

namespace NewsPortal.Web.Crawlers;

/// <summary>A feed as RSS 2.0 with full text (content module).</summary>
public static class RssFeed
{
    /// <summary>Writes it.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="feed">The feed.</param>
    public static async Task WriteAsync(Stream body, Feed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        await using var xml = XmlWriter.Create(body, XmlText.Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "rss", null);
        await xml.WriteAttributeStringAsync(null, "version", null, "2.0");
        await xml.WriteAttributeStringAsync("xmlns", "atom", null, XmlNames.Atom);
        await xml.WriteAttributeStringAsync("xmlns", "content", null, XmlNames.Content);
        await xml.WriteAttributeStringAsync("xmlns", "dc", null, XmlNames.DublinCore);
        await xml.WriteStartElementAsync(null, "channel", null);
        await xml.ElementAsync("title", feed.Title);
        await xml.ElementAsync("link", feed.PageUrl);
        await xml.ElementAsync("description", feed.Description);
        await xml.ElementAsync("language", LanguageOf(feed.Site.Settings.Language));
        await xml.ElementAsync("lastBuildDate", Rfc822(feed.ChangedUtc, feed.Site.Zone));
        await xml.WriteStartElementAsync("atom", "link", XmlNames.Atom);
        await xml.WriteAttributeStringAsync(null, "rel", null, "self");
        await xml.WriteAttributeStringAsync(null, "type", null, "application/rss+xml");
        await xml.WriteAttributeStringAsync(null, "href", null, feed.SelfUrl(FeedFormat.Rss));
        await xml.WriteEndElementAsync();
        foreach (var hub in feed.Hubs)
        {
            await xml.WriteStartElementAsync("atom", "link", XmlNames.Atom);
            await xml.WriteAttributeStringAsync(null, "rel", null, "hub");
            await xml.WriteAttributeStringAsync(null, "href", null, hub.AbsoluteUri);
            await xml.WriteEndElementAsync();
        }

        foreach (var item in feed.Items)
        {
            await WriteItemAsync(xml, feed, item);
        }

        await xml.WriteEndDocumentAsync();
    }

    /// <summary>The language code that RSS and news sitemaps use.</summary>
    /// <param name="language">BCP 47 with a script.</param>
    public static string LanguageOf(string language) => language switch
    {
        "zh-Hans" => "zh-cn",
        "zh-Hant" => "zh-tw",
        _ => language,
    };

    private static async Task WriteItemAsync(XmlWriter xml, Feed feed, FeedItem item)
    {
        var article = item.Article;
        await xml.WriteStartElementAsync(null, "item", null);
        await xml.ElementAsync("title", article.Headline);
        await xml.ElementAsync("link", feed.Site.BaseUrl + article.Path);
        await xml.WriteStartElementAsync(null, "guid", null);
        await xml.WriteAttributeStringAsync(null, "isPermaLink", null, "false");
        await xml.WriteStringAsync(feed.IdOf(item));
        await xml.WriteEndElementAsync();
        await xml.ElementAsync("pubDate", Rfc822(item.PublishedUtc, feed.Site.Zone));
        foreach (var writer in item.Writers)
        {
            await xml.ElementAsync("dc:creator", writer);
        }

        foreach (var category in item.Categories)
        {
            await xml.ElementAsync("category", category);
        }

        if (item.Picture is { } picture)
        {
            await xml.WriteStartElementAsync(null, "enclosure", null);
            await xml.WriteAttributeStringAsync(null, "url", null, feed.Site.BaseUrl + picture.Path);
            await xml.WriteAttributeStringAsync(null, "length", null, picture.Length.ToString(CultureInfo.InvariantCulture));
            await xml.WriteAttributeStringAsync(null, "type", null, picture.MediaType);
            await xml.WriteEndElementAsync();
        }

        await xml.ElementAsync("description", item.Summary ?? article.Headline);
        await xml.ElementAsync("content:encoded", item.Html);
        await xml.WriteEndElementAsync();
    }

    // RFC 822 with a four-digit year, in the site's zone: Fri, 07 Jul 2023 17:20:57 +0800.
    private static string Rfc822(DateTime utc, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(new DateTimeOffset(utc), zone);
        return local.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
            + local.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", string.Empty, StringComparison.Ordinal);
    }
}
