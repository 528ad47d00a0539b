using System.Net;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Tests.Serving;

/// <summary>How often one client may ask.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task O1_a_client_may_search_and_ask_the_api_in_a_burst_then_slowly_and_read_pages_without_end()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Limits:SearchBurst=20", "--NewsPortal:Limits:SearchPerSecond=2", "--NewsPortal:Limits:ApiBurst=30", "--NewsPortal:Limits:ApiPerSecond=1");
        await site.ImportAsync(AnArticle.Called("桥今天通车"));
        var searches = await CountAsync(site, "/search?q=桥", 60);
        Assert.InRange(searches.Ok, 20, 40);
        Assert.True(searches.Refused > 10, $"{searches}");
        Assert.InRange((await CountAsync(site, "/api/v1/articles", 60)).Ok, 30, 45);
        Assert.Equal((60, 0), await CountAsync(site, "/latest", 60));
        Assert.Equal((60, 0), await CountAsync(site, "/feed.xml", 60));

        using var refused = await FirstRefusedAsync(site, "/search?q=桥");
        Assert.Equal("1", refused.Headers.GetValues("Retry-After").Single());
        Assert.True(refused.Headers.CacheControl!.NoStore);
        Assert.Contains("搜索太频繁", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var problem = await FirstRefusedAsync(site, "/api/v1/articles");
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType!.MediaType);

        // A while later it may again.
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Equal(200, await site.StatusAsync("/search?q=桥"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task A_limit_that_is_no_number_is_refused_at_the_start(string value)
    {
        var fault = await Assert.ThrowsAsync<SettingException>(async () => await TestSite.StartAsync($"--NewsPortal:Limits:ApiPerSecond={value}"));
        Assert.Contains("NewsPortal:Limits:ApiPerSecond", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    [InlineData("2001:db8:1:2::9", "20010DB800010002")]
    public void A_household_of_ipv6_is_one_client(string address, string client) => Assert.Equal(client, RateLimits.ClientOf(IPAddress.Parse(address)));

    private static async Task<(int Ok, int Refused)> CountAsync(TestSite site, string path, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            statuses.Add(await site.StatusAsync(path));
        }

        Assert.All(statuses, s => Assert.True(s is 200 or 429));
        return (statuses.Count(s => s == 200), statuses.Count(s => s == 429));
    }

    private static async Task<HttpResponseMessage> FirstRefusedAsync(TestSite site, string path)
    {
        for (var i = 0; i < 200; i++)
        {
            var answer = await site.Client.GetAsync(path);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return answer;
            }

            answer.Dispose();
        }

        throw new InvalidOperationException("Nothing was refused.");
    }
}
