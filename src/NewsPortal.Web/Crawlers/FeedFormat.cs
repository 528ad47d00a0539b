namespace NewsPortal.Web.Crawlers;

/// <summary>A format that feeds come in.</summary>
/// <param name="FileName">The last part of its address.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="WriteAsync">Writes a feed.</param>
public sealed record FeedFormat(string FileName, string MediaType, Func<Stream, Feed, Task> WriteAsync)
{
    /// <summary>RSS 2.0.</summary>
    public static FeedFormat Rss { get; } = new("feed.xml", "application/rss+xml; charset=utf-8", RssFeed.WriteAsync);

    /// <summary>Atom (RFC 4287).</summary>
    public static FeedFormat Atom { get; } = new("atom.xml", "application/atom+xml; charset=utf-8", AtomFeed.WriteAsync);

    /// <summary>JSON Feed 1.1.</summary>
    public static FeedFormat Json { get; } = new("feed.json", "application/feed+json; charset=utf-8", JsonFeed.WriteAsync);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FeedFormat> All { get; } = [Rss, Atom, Json];
}
