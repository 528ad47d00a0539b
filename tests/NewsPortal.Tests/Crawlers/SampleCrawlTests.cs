using NewsPortal.Tests.Browser;

namespace NewsPortal.Tests.Crawlers;

/// <summary>The whole sample site, walked.</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class SampleCrawlTests(SampleSite sample) : IAsyncLifetime
{
    private SampleCrawl _crawl = null!;

    public async Task InitializeAsync() => _crawl = await sample.CrawlAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void C1_every_link_answers_every_page_is_its_own_canonical_address_and_has_a_title_of_its_own()
    {
        Assert.True(_crawl.Articles.Count() > 75 && _crawl.Report.Addresses.Count > 500, _crawl.Report.Summary());
        Assert.True(!_crawl.Report.Faults.Any(), _crawl.Report.Summary() + "\n" + string.Join('\n', _crawl.Report.Faults.Take(60)));
    }

    [Fact]
    public async Task S12_H1_a_second_crawl_costs_no_bytes() => Assert.Equal(string.Empty, string.Join('\n', await _crawl.Crawler.RevisitAsync(_crawl.Report)));
}
