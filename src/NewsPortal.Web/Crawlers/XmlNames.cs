namespace NewsPortal.Web.Crawlers;

/// <summary>Namespaces of the formats written here, by the prefix that each usually has.</summary>
public static class XmlNames
{
    /// <summary>Atom (RFC 4287).</summary>
    public const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>RSS content module.</summary>
    public const string Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>Dublin Core, for writers' names: RSS's own author is an e-mail address.</summary>
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Sitemaps (sitemaps.org).</summary>
    public const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Google's news sitemaps.</summary>
    public const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>Google's pictures in sitemaps.</summary>
    public const string Image = "http://www.google.com/schemas/sitemap-image/1.1";

    /// <summary>OpenSearch.</summary>
    public const string OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>The namespace of a prefix.</summary>
    /// <param name="prefix">Such as <c>dc</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such prefix here.</exception>
    public static string Of(string prefix) => prefix switch
    {
        "atom" => Atom,
        "content" => Content,
        "dc" => DublinCore,
        "news" => News,
        _ => throw new ArgumentOutOfRangeException(nameof(prefix), prefix, "No format here uses it."),
    };
}
