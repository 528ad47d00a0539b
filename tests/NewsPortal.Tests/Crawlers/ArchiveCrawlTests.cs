using NewsPortal.Benchmarks;
using NewsPortal.Tests.Crawlers.Walking;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Crawlers;

/// <summary>A made-up archive, walked whole: a small part of what the benchmark <c>crawl</c> walks.</summary>
public sealed class ArchiveCrawlTests
{
    private const int Articles = 80;

    [Fact]
    public async Task C1_H4_an_archive_has_no_broken_link_no_redirect_no_soft_refusal_and_no_page_twice_and_a_second_crawl_costs_nothing()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = new TemporaryFolder();
        Corpus.Write(Path.Combine(folder.Path, "articles.jsonl"), Articles);
        await site.ImportFolderAsync(folder.Path);
        var crawler = new SiteCrawler(site.Client, site.Address);
        var report = await crawler.CrawlAsync();
        Assert.True(!report.Faults.Any(), report.Summary() + "\n" + string.Join('\n', report.Faults.Take(60)));
        Assert.Equal(Articles, report.Indexable.Count(a => a.Kind == "date5"));
        Assert.Equal(string.Empty, string.Join('\n', await crawler.RevisitAsync(report)));
    }

    [Fact]
    public async Task A_crawl_finds_what_is_planted()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(
            AnArticle.Called("同一个标题").At("2026-11-20 08:00").With("slug", "one").With("aliases", "[/old/one.html]").Saying("见[旧址](/old/one.html)和[没有的](/2026/11/20/nothing)，还有桥头的早市。"),
            AnArticle.Called("同一个标题").At("2026-11-20 09:00").With("slug", "two").Saying("另一篇说的是河边的新步道，全长三公里，沿途种了四百棵柳树。"));
        var report = await new SiteCrawler(site.Client, site.Address).CrawlAsync();
        Assert.Equal("/2026/11/20/nothing answers 404", report.Broken.Single().Split(',')[0]);
        Assert.StartsWith("/old/one.html leads to /2026/11/20/one", report.Redirects.Single(), StringComparison.Ordinal);
        Assert.StartsWith("'同一个标题 - 云川新闻' is the title of /2026/11/20/one, /2026/11/20/two", report.DuplicateTitles.Single(), StringComparison.Ordinal);
    }
}
