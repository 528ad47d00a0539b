using System.Text.Encodings.Web;
using System.Text.Json;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Crawlers;

/// <summary>A feed as JSON Feed 1.1 with full text.</summary>
public static class JsonFeed
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="feed">The feed.</param>
    public static async Task WriteAsync(Stream body, Feed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        await using var json = new Utf8JsonWriter(body, Options);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", XmlText.Clean(feed.Title));
        json.WriteString("home_page_url", feed.PageUrl);
        json.WriteString("feed_url", feed.SelfUrl(FeedFormat.Json));
        json.WriteString("description", XmlText.Clean(feed.Description));
        json.WriteString("language", feed.Site.Settings.Language);
        if (feed.Hubs.Count > 0)
        {
            json.WriteStartArray("hubs");
            foreach (var hub in feed.Hubs)
            {
                json.WriteStartObject();
                json.WriteString("type", "WebSub");
                json.WriteString("url", hub.AbsoluteUri);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("items");
        foreach (var item in feed.Items)
        {
            WriteItem(json, feed, item);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync();
    }

    private static void WriteItem(Utf8JsonWriter json, Feed feed, FeedItem item)
    {
        var article = item.Article;
        json.WriteStartObject();
        json.WriteString("id", feed.IdOf(item));
        json.WriteString("url", feed.Site.BaseUrl + article.Path);
        json.WriteString("title", XmlText.Clean(article.Headline));
        json.WriteString("content_html", XmlText.Clean(item.Html));
        if (item.Summary is { Length: > 0 } summary)
        {
            json.WriteString("summary", XmlText.Clean(summary));
        }

        if (item.Picture is { } picture)
        {
            json.WriteString("image", feed.Site.BaseUrl + picture.Path);
        }

        // RFC 3339 knows no date alone, so a day stands here as its first moment.
        json.WriteString("date_published", ArticleTimes.Moment(item.PublishedUtc, feed.Site.Zone));
        json.WriteString("date_modified", ArticleTimes.Moment(item.ModifiedUtc, feed.Site.Zone));
        json.WriteStartArray("authors");
        foreach (var writer in item.Writers)
        {
            json.WriteStartObject();
            json.WriteString("name", XmlText.Clean(writer));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tags");
        foreach (var category in item.Categories)
        {
            json.WriteStringValue(XmlText.Clean(category));
        }

        json.WriteEndArray();
        json.WriteString("language", article.Language);
        json.WriteEndObject();
    }
}
