using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Pushing.Receivers;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Pushing;

/// <summary>What leaves for search engines and hooks, against receivers that fail, stall, redirect and lie.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class PushTests(PrivatePostgres server)
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Token = "tok3nOfTheSite";

    private static string Page(string slug) => $"{PushHouse.BaseUrl}/2026/11/24/{slug}";

    [Theory]
    [StoreKinds]
    public async Task S8_B6_indexnow_is_told_what_was_added_changed_and_taken_down_and_never_of_samples(string kind)
    {
        using var house = await PushHouse.OpenAsync(kind, server);
        await using var engine = await Receiver.StartAsync();
        await house.PublishAsync("before");
        var sender = await house.SenderAsync(new IndexNowReceiver(new IndexNowOptions("abcdef0123456789", engine.Address), PushHouse.BaseUrl));
        await house.PublishAsync("one");
        await house.PublishAsync("sample", sample: true);
        await sender.WorkAsync();
        await house.ReviseAsync("one");
        await sender.WorkAsync();
        await house.WithdrawAsync("one");
        await house.PublishAsync("two");
        await sender.WorkAsync();
        await Samples.RemoveAsync(house.Stored.Store, house.Clock);
        await sender.WorkAsync();

        var told = engine.Calls.Select(c => JsonDocument.Parse(c.Body).RootElement).ToList();
        Assert.Equal([[Page("one")], [Page("one")], [Page("one"), Page("two")]], told.Select(t => t.GetProperty("urlList").EnumerateArray().Select(u => u.GetString()!).ToArray()));
        Assert.All(told, t => Assert.Equal(("news.example", "abcdef0123456789", PushHouse.BaseUrl + "/abcdef0123456789.txt"),
            (t.GetProperty("host").GetString(), t.GetProperty("key").GetString(), t.GetProperty("keyLocation").GetString())));
        Assert.All(engine.Calls, c => Assert.StartsWith("application/json", c.Headers["CONTENT-TYPE"], StringComparison.Ordinal));
        Assert.All(await house.DeliveriesAsync(), d => Assert.Equal(PushState.Taken, d.State));
    }

    [Theory]
    [StoreKinds]
    public async Task O3_webhooks_are_signed_and_told_at_least_once_and_in_order_for_each_article_while_they_fail(string kind)
    {
        using var house = await PushHouse.OpenAsync(kind, server);
        await using var hook = await Receiver.StartAsync();
        var random = new Random(20261130);
        hook.Answers = (_, _) => random.Next(3) > 0 ? (random.Next(2) == 0 ? 500 : 404, "out of order") : (200, string.Empty);
        var sender = await house.SenderAsync(new WebhookReceiver(new WebhookOptions(hook.Address, Secret)));
        for (var i = 0; i < 6; i++)
        {
            await house.PublishAsync($"s{i}");
            await house.ReviseAsync($"s{i}");
            await house.WithdrawAsync($"s{i}");
        }

        await house.WorkOffAsync(sender);
        var deliveries = await house.DeliveriesAsync();
        Assert.Equal(18, deliveries.Count);
        Assert.All(deliveries, d => Assert.True(d.State == PushState.Taken, $"{d.State} after {d.Attempts}"));
        Assert.True(deliveries.Sum(d => d.Attempts) > 30, "the hook failed often");
        foreach (var call in hook.Calls)
        {
            Assert.Equal(WebhookReceiver.SignatureOf(Secret, call.Headers["WEBHOOK-ID"], call.Headers["WEBHOOK-TIMESTAMP"], call.Body), call.Headers["WEBHOOK-SIGNATURE"]);
        }

        var told = hook.Calls.Select(c => JsonDocument.Parse(c.Body).RootElement).Select(e => (
            Article: e.GetProperty("data").GetProperty("number").GetInt64(),
            Sequence: e.GetProperty("data").GetProperty("sequence").GetInt64(),
            Type: e.GetProperty("type").GetString())).ToList();
        Assert.All(told.GroupBy(t => t.Article), g =>
        {
            Assert.Equal(g.Select(t => t.Sequence).Order(), g.Select(t => t.Sequence));
            Assert.Equal(["article.published", "article.revised", "article.withdrawn"], g.Select(t => t.Type).Distinct());
        });
    }

    [Theory]
    [StoreKinds]
    public async Task Of_several_nodes_one_tells_and_another_goes_on_when_it_dies(string kind)
    {
        using var house = await PushHouse.OpenAsync(kind, server);
        await using var hook = await Receiver.StartAsync();
        var receiver = new WebhookReceiver(new WebhookOptions(hook.Address, Secret));
        PushSender[] nodes = [await house.SenderAsync(receiver), await house.SenderAsync(receiver), await house.SenderAsync(receiver)];
        for (var i = 0; i < 12; i++)
        {
            await house.PublishAsync($"s{i}");
        }

        await Task.WhenAll(nodes.Select(n => n.WorkAsync()));
        Assert.Equal(12, hook.Calls.Count);

        // Whoever led says nothing any more, as if killed; the others wait for two minutes, then one of them tells.
        await house.PublishAsync("late");
        var leader = await LeaderAsync(house, nodes);
        var others = nodes.Where(n => n != leader).ToList();
        await Task.WhenAll(others.Select(n => n.WorkAsync()));
        Assert.Equal(12, hook.Calls.Count);
        house.Clock.Pass(TimeSpan.FromSeconds(121));
        await Task.WhenAll(others.Select(n => n.WorkAsync()));
        Assert.Equal(13, hook.Calls.Count);
    }

    [Fact]
    public async Task A_receiver_that_redirects_is_not_followed_and_one_that_stalls_or_talks_without_end_is_tried_again()
    {
        using var house = await PushHouse.OpenAsync(StoreKindsAttribute.Sqlite, server);
        await using var thief = await Receiver.StartAsync();
        await using var hook = await Receiver.StartAsync();
        hook.Answers = (_, number) => number switch
        {
            0 => (307, thief.Address.AbsoluteUri),
            1 => (200, new string('x', 1_000_000)),
            2 => (429, "later\u001b[31m\nplease"),
            _ => (204, string.Empty),
        };
        hook.Before = async http =>
        {
            if (hook.Calls.Count == 4)
            {
                await Task.Delay(TimeSpan.FromSeconds(10), http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            http.Response.Headers.RetryAfter = hook.Calls.Count == 3 ? "7200" : default;
        };
        var sender = await house.SenderAsync(new WebhookReceiver(new WebhookOptions(hook.Address, Secret)));
        await house.PublishAsync("one");

        await sender.WorkAsync();
        Assert.Contains("307: redirects to", Assert.Single(await house.DeliveriesAsync()).Answer, StringComparison.Ordinal);
        house.Clock.Pass(TimeSpan.FromHours(1));
        await sender.WorkAsync();
        Assert.StartsWith("no answer", Assert.Single(await house.DeliveriesAsync()).Answer, StringComparison.Ordinal);
        house.Clock.Pass(TimeSpan.FromHours(1));
        await sender.WorkAsync();
        Assert.Equal("429: later [31m please", Assert.Single(await house.DeliveriesAsync()).Answer);
        house.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(0, await sender.WorkAsync());
        house.Clock.Pass(TimeSpan.FromHours(1.1));
        await sender.WorkAsync();
        Assert.Contains("within 4 s", Assert.Single(await house.DeliveriesAsync()).Answer, StringComparison.Ordinal);
        house.Clock.Pass(TimeSpan.FromHours(1));
        await sender.WorkAsync();
        var delivery = Assert.Single(await house.DeliveriesAsync());
        Assert.Equal((PushState.Taken, 5, "204"), (delivery.State, delivery.Attempts, delivery.Answer));
        Assert.Empty(thief.Calls);
    }

    [Fact]
    public async Task S8_what_always_fails_is_given_up_within_two_days_and_holds_up_no_other_article()
    {
        using var house = await PushHouse.OpenAsync(StoreKindsAttribute.Sqlite, server);
        await using var hook = await Receiver.StartAsync();
        hook.Answers = (call, _) => call.Body.Contains("poison", StringComparison.Ordinal) ? (500, "no") : (200, string.Empty);
        var sender = await house.SenderAsync(new WebhookReceiver(new WebhookOptions(hook.Address, Secret)));
        await house.PublishAsync("poison");
        await house.PublishAsync("one");
        var began = house.Clock.GetUtcNow();
        await sender.WorkAsync();
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await sender.WorkAsync();
        Assert.Equal(PushState.Taken, (await house.DeliveriesAsync())[1].State);
        await house.WorkOffAsync(sender);
        Assert.Equal(PushState.GivenUp, (await house.DeliveriesAsync())[0].State);
        Assert.InRange(house.Clock.GetUtcNow() - began, TimeSpan.FromHours(12), TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task S8_B4_baidus_answers_are_read_and_its_quota_is_respected()
    {
        using var house = await PushHouse.OpenAsync(StoreKindsAttribute.Sqlite, server);
        await using var baidu = await Receiver.StartAsync();
        baidu.Answers = (_, number) => number switch
        {
            0 => (400, """{"error":400,"message":"over quota"}"""),
            1 => (200, """{"remain":1,"success":2}"""),
            2 => (200, """{"remain":0,"success":0,"not_valid":["https://news.example/2026/11/24/s2"]}"""),
            3 => (401, $$"""{"error":401,"message":"token is not valid: {{Token}}"}"""),
            4 => (200, """{"remain":4,"success":0,"not_same_site":["https://news.example/2026/11/24/s3"]}"""),
            5 => (200, "<html>welcome</html>"),
            _ => (200, """{"remain":3,"success":1}"""),
        };
        var sender = await house.SenderAsync(new BaiduReceiver(new BaiduOptions(Token, baidu.Address), PushHouse.BaseUrl));
        for (var i = 0; i < 5; i++)
        {
            await house.PublishAsync($"s{i}");
        }

        await house.ReviseAsync("s0");
        await sender.WorkAsync();
        Assert.Equal([5, 2, 1], baidu.Calls.Select(c => c.Body.Split('\n').Length));
        Assert.All(baidu.Calls, c =>
        {
            Assert.StartsWith("text/plain", c.Headers["CONTENT-TYPE"], StringComparison.Ordinal);
            Assert.EndsWith($"?site=https%3A%2F%2Fnews.example&token={Token}", c.Path, StringComparison.Ordinal);
        });

        // The day's quota is used up: it is two in the afternoon in Beijing at six, and nothing is sent before midnight there.
        house.Clock.Pass(TimeSpan.FromHours(13.9));
        Assert.Equal(0, await sender.WorkAsync());
        house.Clock.Pass(TimeSpan.FromHours(0.2));
        await sender.WorkAsync();
        Assert.Equal(4, baidu.Calls.Count);
        Assert.DoesNotContain(Token, (await house.DeliveriesAsync())[3].Answer, StringComparison.Ordinal);
        await house.WorkOffAsync(sender);
        Assert.Equal(
            [PushState.Taken, PushState.Taken, PushState.Refused, PushState.Refused, PushState.Taken], (await house.DeliveriesAsync()).Select(d => d.State));
        Assert.Equal(0, (await house.DeliveriesAsync())[4].Attempts - 2);
    }

    [Fact]
    public async Task S11_F4_a_hub_is_pinged_for_every_feed_that_has_something_new_and_each_waits_once()
    {
        using var house = await PushHouse.OpenAsync(StoreKindsAttribute.Sqlite, server);
        await using var hub = await Receiver.StartAsync();
        var sender = await house.SenderAsync(new WebSubReceiver(hub.Address));
        await house.PublishAsync("one");
        await house.PublishAsync("two");
        await sender.WorkAsync();
        string[] feeds = ["/feed.xml", "/atom.xml", "/feed.json", "/sections/cheng-shi/feed.xml", "/sections/cheng-shi/atom.xml", "/sections/cheng-shi/feed.json"];
        Assert.Equal(feeds.Select(f => "hub.mode=publish&hub.url=" + Uri.EscapeDataString(PushHouse.BaseUrl + f)), hub.Calls.Select(c => c.Body));
    }

    [Fact]
    public void O3_a_signature_is_that_of_the_standard()
    {
        // The example of the specification (standard-webhooks, libraries' test vector).
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookReceiver.SignatureOf(Secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330.ToString(CultureInfo.InvariantCulture), """{"test": 2432232314}"""));
    }

    private static async Task<PushSender> LeaderAsync(PushHouse house, PushSender[] nodes)
    {
        await using var db = house.Stored.Store.CreateContext();
        var leader = (await db.PushProgress.AsNoTracking().SingleAsync()).Sender;
        return nodes.Single(n => n.Sender == leader);
    }
}
