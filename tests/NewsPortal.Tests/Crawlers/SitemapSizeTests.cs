using System.Xml.Linq;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Crawlers;

/// <summary>Sitemaps of archives of every size; flat memory at a million is measured by the benchmark.</summary>
public sealed class SitemapSizeTests
{
    private const int MostInFile = 50_000;
    private const int MostBytes = 50 * 1024 * 1024;

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(1, new[] { 1 })]
    [InlineData(50_000, new[] { 50_000 })]
    [InlineData(50_001, new[] { 50_000, 1 })]
    public async Task S2_G1_an_archive_is_told_whole_in_files_of_fifty_thousand_addresses_and_fifty_megabytes_at_most(int articles, int[] files)
    {
        await using var site = await TestSite.StartAsync();
        if (articles > 0)
        {
            // Slugs as long as they may be.
            await CopiedRows.AddAsync(site.Store, articles, "20261001 + n % 28", "datetime('2026-10-01', '+' || (n % 28) || ' days', '+' || (n % 600) || ' minutes')", "substr('an-address-as-long-as-an-address-may-be-at-all-of-article-number-' || n, -60)");
            await site.RefreshAsync();
        }

        var listed = await LocationsAsync(site, "/sitemap.xml");
        var months = listed.Where(f => f.Contains("/sitemaps/articles-", StringComparison.Ordinal)).ToList();
        Assert.Equal(files.Length, months.Count);
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, count) in months.Zip(files))
        {
            var named = await LocationsAsync(site, file[site.Address.Length..]);
            Assert.Equal(count, named.Count);
            Assert.InRange(named.Count, 1, MostInFile);
            addresses.UnionWith(named);
        }

        Assert.Equal(articles, addresses.Count);
        Assert.All(listed.Except(months), f => Assert.DoesNotContain("articles", f, StringComparison.Ordinal));
    }

    private static async Task<List<string>> LocationsAsync(TestSite site, string path)
    {
        var bytes = await site.Client.GetByteArrayAsync(path);
        Assert.InRange(bytes.Length, 1, MostBytes);
        return [.. XDocument.Load(new MemoryStream(bytes)).Descendants(Sitemap + "loc").Select(l => l.Value)];
    }
}
