using System.Xml;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Wording;

namespace NewsPortal.Web.Crawlers;

/// <summary>A feed as Atom (RFC 4287) with full text.</summary>
public static class AtomFeed
{
    /// <summary>Writes it.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="feed">The feed.</param>
    public static async Task WriteAsync(Stream body, Feed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        await using var xml = XmlWriter.Create(body, XmlText.Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "feed", XmlNames.Atom);
        await xml.WriteAttributeStringAsync("xml", "lang", null, feed.Site.Settings.Language);
        await ElementAsync(xml, "id", feed.SelfUrl(FeedFormat.Atom));
        await ElementAsync(xml, "title", feed.Title);
        await ElementAsync(xml, "updated", ArticleTimes.Moment(feed.ChangedUtc, feed.Site.Zone));
        await LinkAsync(xml, "self", "application/atom+xml", feed.SelfUrl(FeedFormat.Atom));
        await LinkAsync(xml, "alternate", "text/html", feed.PageUrl);
        foreach (var hub in feed.Hubs)
        {
            await LinkAsync(xml, "hub", null, hub.AbsoluteUri);
        }

        await WriterAsync(xml, feed.Site.Settings.Name);
        foreach (var item in feed.Items)
        {
            await WriteItemAsync(xml, feed, item);
        }

        await xml.WriteEndDocumentAsync();
    }

    private static async Task WriteItemAsync(XmlWriter xml, Feed feed, FeedItem item)
    {
        var (article, zone) = (item.Article, feed.Site.Zone);
        await xml.WriteStartElementAsync(null, "entry", XmlNames.Atom);
        if (feed.Site.LanguageOf(article) is { } language)
        {
            await xml.WriteAttributeStringAsync("xml", "lang", null, XmlText.Clean(language));
        }

        await ElementAsync(xml, "id", feed.IdOf(item));
        await ElementAsync(xml, "title", article.Headline);

        // Atom has no date alone (RFC 3339), so a day stands here as its first moment.
        await ElementAsync(xml, "published", ArticleTimes.Moment(item.PublishedUtc, zone));
        await ElementAsync(xml, "updated", ArticleTimes.Moment(item.ModifiedUtc, zone));
        await LinkAsync(xml, "alternate", "text/html", feed.Site.BaseUrl + article.Path);
        foreach (var writer in item.Writers)
        {
            await WriterAsync(xml, writer);
        }

        foreach (var category in item.Categories)
        {
            await xml.WriteStartElementAsync(null, "category", XmlNames.Atom);
            await xml.WriteAttributeStringAsync(null, "term", null, XmlText.Clean(category));
            await xml.WriteEndElementAsync();
        }

        if (item.Summary is { Length: > 0 } summary)
        {
            await ElementAsync(xml, "summary", summary);
        }

        await xml.WriteStartElementAsync(null, "content", XmlNames.Atom);
        await xml.WriteAttributeStringAsync(null, "type", null, "html");
        await xml.WriteStringAsync(XmlText.Clean(item.Html));
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    private static Task ElementAsync(XmlWriter xml, string name, string text) =>
        xml.WriteElementStringAsync(null, name, XmlNames.Atom, XmlText.Clean(text));

    private static async Task WriterAsync(XmlWriter xml, string name)
    {
        await xml.WriteStartElementAsync(null, "author", XmlNames.Atom);
        await ElementAsync(xml, "name", name);
        await xml.WriteEndElementAsync();
    }

    private static async Task LinkAsync(XmlWriter xml, string relation, string? type, string address)
    {
        await xml.WriteStartElementAsync(null, "link", XmlNames.Atom);
        await xml.WriteAttributeStringAsync(null, "rel", null, relation);
        if (type is not null)
        {
            await xml.WriteAttributeStringAsync(null, "type", null, type);
        }

        await xml.WriteAttributeStringAsync(null, "href", null, address);
        await xml.WriteEndElementAsync();
    }
}
