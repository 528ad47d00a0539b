using System.Globalization;

namespace NewsPortal.Core.Pushing;

/// <summary>The names by which a CDN is told what to forget: each answer bears those of what it shows.</summary>
public static class SurrogateKeys
{
    /// <summary>The CDN's name among the receivers.</summary>
    public const string Receiver = "cdn";

    /// <summary>Every answer.</summary>
    public const string Site = "site";

    /// <summary>Pages with a list: all but articles.</summary>
    public const string Lists = "lists";

    /// <summary>What machines read: feeds, sitemaps, the API.</summary>
    public const string Feeds = "feeds";

    /// <summary>Pages that end with the latest news: all articles.</summary>
    public const string Shared = "shared";

    /// <summary>An article's page, its card and its code.</summary>
    /// <param name="id">The article's number.</param>
    public static string Article(long id) => string.Create(CultureInfo.InvariantCulture, $"article-{id}");

    /// <summary>A picture in every size.</summary>
    /// <param name="id">The picture's number.</param>
    public static string Picture(int id) => string.Create(CultureInfo.InvariantCulture, $"picture-{id}");
}
