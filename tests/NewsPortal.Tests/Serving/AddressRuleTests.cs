using System.Net;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Serving;

/// <summary>One address for every page: host, letters, slashes.</summary>
public sealed class AddressRuleTests
{
    [Theory]
    [InlineData("/2026/11/24/BRIDGE", "/2026/11/24/bridge")]
    [InlineData("/Latest", "/latest")]
    [InlineData("/LATEST?page=2", "/latest?page=2")]
    [InlineData("/Sections/cheng-shi", "/sections/cheng-shi")]
    [InlineData("/tags/AI", "/tags/ai")]
    [InlineData("/sections/%E5%9F%8E%E5%B8%82", "/sections/cheng-shi")]
    [InlineData("/Feed.xml", "/feed.xml")]
    [InlineData("/sections/cheng-shi/FEED.xml", "/sections/cheng-shi/feed.xml")]
    [InlineData("/2026/11/24/bridge/", "/2026/11/24/bridge")]
    [InlineData("/old/Page-1.HTML", "/2026/11/24/bridge")]
    public async Task Another_spelling_of_an_address_leads_there_in_one_hop(string asked, string address)
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("桥今天通车").In("城市").At("2026-11-24 09:00").With("slug", "bridge").With("tags", "[AI]").With("aliases", "[/old/Page-1.HTML]"));
        using var answer = await site.Client.GetAsync(asked);
        Assert.Equal((HttpStatusCode.MovedPermanently, address), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        if (!address.Contains('?', StringComparison.Ordinal))
        {
            Assert.Equal(200, await site.StatusAsync(address));
        }
    }

    [Fact]
    public async Task A_site_with_an_address_of_its_own_leads_other_hosts_there_but_for_health()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Site:BaseUrl=https://news.example");
        Assert.Equal((301, "https://news.example/search?q=%E6%A1%A5"), await AskAsync(site, "www.news.example", "/search?q=%E6%A1%A5"));
        Assert.Equal((301, "https://news.example/"), await AskAsync(site, "127.0.0.1:5080", "/"));
        Assert.Equal((200, null), await AskAsync(site, "NEWS.example", "/"));
        Assert.Equal((200, null), await AskAsync(site, "127.0.0.1:5080", "/healthz/live"));
        await using var open = await TestSite.StartAsync();
        Assert.Equal((200, null), await AskAsync(open, "anything.example", "/"));
    }

    private static async Task<(int, string?)> AskAsync(TestSite site, string host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        using var answer = await site.Client.SendAsync(request);
        return ((int)answer.StatusCode, answer.Headers.Location?.OriginalString);
    }
}
