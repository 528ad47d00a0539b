using System.Collections.Concurrent;
using NewsPortal.Tests.Crawlers.Walking;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Crawlers;

/// <summary>The sample site, walked whole once for all tests that look at what a crawler sees.</summary>
internal sealed class SampleCrawl
{
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    private SampleCrawl(TestSite site) => (Site, Crawler) = (site, new SiteCrawler(site.Client, site.Address));

    public TestSite Site { get; }

    public SiteCrawler Crawler { get; }

    public CrawlReport Report { get; private set; } = null!;

    /// <summary>The text of every page, sitemap and feed, by its root-relative address.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>Addresses of all article pages.</summary>
    public IEnumerable<string> Articles => _texts.Keys.Where(p => p.StartsWith("/20", StringComparison.Ordinal) && p.Count(c => c == '/') == 4);

    /// <summary>Walks a site whose pages stand still: its pictures are drawn before.</summary>
    public static async Task<SampleCrawl> WalkAsync(TestSite site)
    {
        await site.DrawPicturesAsync();
        var crawl = new SampleCrawl(site);
        crawl.Report = await crawl.Crawler.CrawlAsync((address, text) => crawl._texts[address.Path] = text);
        return crawl;
    }
}
