namespace NewsPortal.Web.Crawlers;

/// <summary>Addresses that machines read.</summary>
public static class CrawlerEndpoints
{
    /// <summary>Maps them.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapCrawlers(this IEndpointRouteBuilder endpoints) => ArgumentNullException.ThrowIfNull(endpoints);
}
