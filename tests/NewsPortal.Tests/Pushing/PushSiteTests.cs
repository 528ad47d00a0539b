using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Pushing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Commands;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Tests.Pushing;

/// <summary>Telling, from a running site.</summary>
public sealed class PushSiteTests
{
    private const string Key = "0123456789abcdef";

    [Fact]
    public async Task S8_B6_a_site_tells_what_it_publishes_and_the_command_says_what_was_told()
    {
        await using var engine = await Receiver.StartAsync();
        await using var site = await TestSite.StartAsync(
            "--NewsPortal:Site:BaseUrl=https://news.example", $"--NewsPortal:Push:IndexNow:Key={Key}", $"--NewsPortal:Push:IndexNow:Endpoint={engine.Address}");
        await site.ImportAsync(AnArticle.Called("桥今天通车").At("2026-11-24 09:00").With("slug", "bridge"));
        for (var tries = 0; tries < 100 && engine.Calls.Count == 0; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal("https://news.example/2026/11/24/bridge", JsonDocument.Parse(Assert.Single(engine.Calls).Body).RootElement.GetProperty("urlList")[0].GetString());

        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/{Key}.txt");
        asked.Headers.Host = "news.example";
        asked.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await site.Client.SendAsync(asked);
        Assert.Equal((200, Key), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));

        await WaitForAsync(site, PushState.Taken);
        var output = new StringWriter();
        Assert.Equal(CommandLine.Ok, await CommandLine.RunAsync(["push", "status", "--data", site.DataDirectory], output, TextWriter.Null));
        Assert.Contains("indexnow\ttaken\t1\t2026-11-24T02:00:00Z\thttps://news.example/2026/11/24/bridge\t200", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("indexnow: waiting 0, taken 1, refused 0, given up 0", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S8_nothing_is_queued_where_nobody_is_configured()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Site:BaseUrl=https://news.example");
        await site.ImportAsync(AnArticle.Called("桥今天通车"));
        await using var db = site.Store.CreateContext();
        Assert.False(await db.PushProgress.AnyAsync() || await db.PushDeliveries.AnyAsync());
        var output = new StringWriter();
        Assert.Equal(CommandLine.Ok, await CommandLine.RunAsync(["push", "status", "--data", site.DataDirectory], output, TextWriter.Null));
        Assert.StartsWith("no receiver is configured", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S11_F4_feeds_name_their_hubs_and_themselves_in_head_and_body()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Push:WebSub:0=https://hub.example/");
        await site.ImportAsync(AnArticle.Called("桥今天通车").In("城市"));
        foreach (var path in (string[])["/feed.xml", "/atom.xml", "/feed.json", "/sections/cheng-shi/feed.xml"])
        {
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
            {
                using var request = new HttpRequestMessage(method, path);
                using var answer = await site.Client.SendAsync(request);
                Assert.Equal([$"<https://hub.example/>; rel=\"hub\"", $"<{site.Address}{path}>; rel=\"self\""], answer.Headers.GetValues("Link"));
            }
        }

        var atom = XDocument.Parse(await site.Client.GetStringAsync("/atom.xml"));
        Assert.Single(atom.Descendants("{http://www.w3.org/2005/Atom}link"), l => l.Attribute("rel")!.Value == "hub" && l.Attribute("href")!.Value == "https://hub.example/");
        var json = JsonDocument.Parse(await site.Client.GetStringAsync("/feed.json")).RootElement;
        Assert.Equal("https://hub.example/", json.GetProperty("hubs")[0].GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("IndexNow:Key=short", "8 to 128")]
    [InlineData("IndexNow:Key=not_a_key", "8 to 128")]
    [InlineData("Webhooks:0:Url=https://hooks.example/", "Secret")]
    [InlineData("Webhooks:0:Url=ftp://hooks.example/", "http or https")]
    [InlineData("WebSub:0=hub", "http or https")]
    public async Task B6_a_receiver_that_cannot_be_right_is_refused_at_the_start(string option, string said)
    {
        var fault = await Assert.ThrowsAsync<SettingException>(async () => await TestSite.StartAsync("--NewsPortal:Push:" + option));
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    private static async Task WaitForAsync(TestSite site, PushState state)
    {
        await using var db = site.Store.CreateContext();
        for (var tries = 0; tries < 100 && !await db.PushDeliveries.AnyAsync(d => d.State == state); tries++)
        {
            await Task.Delay(50);
        }
    }
}
