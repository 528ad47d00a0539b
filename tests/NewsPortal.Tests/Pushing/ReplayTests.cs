using System.Diagnostics;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Pushing.Receivers;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Commands;

namespace NewsPortal.Tests.Pushing;

/// <summary>Telling again, and not being held up by who is told.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class ReplayTests(PrivatePostgres server)
{
    [Theory]
    [StoreKinds]
    public async Task O3_a_receiver_that_lost_events_is_told_again_under_the_ids_they_had(string kind)
    {
        using var house = await PushHouse.OpenAsync(kind, server);
        await using var hook = await Receiver.StartAsync();
        var receiver = new WebhookReceiver(new WebhookOptions(hook.Address, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        var sender = await house.SenderAsync(receiver);
        await house.PublishAsync("one");
        await house.ReviseAsync("one");
        await house.PublishAsync("two");
        await house.WorkOffAsync(sender);
        var told = hook.Calls.Select(c => c.Headers["WEBHOOK-ID"]).ToList();
        Assert.Equal(3, told.Count);
        await using (var db = house.Stored.Store.CreateContext())
        {
            Assert.False(await PushIntake.RewindAsync(db, "nobody", 0));
            Assert.False(await PushIntake.RewindAsync(db, receiver.Name, 1_000_000));
            Assert.True(await PushIntake.RewindAsync(db, receiver.Name, 1));
        }

        await house.WorkOffAsync(sender);
        Assert.Equal(told[1..], hook.Calls.Skip(3).Select(c => c.Headers["WEBHOOK-ID"]));
    }

    [Fact]
    public async Task S8_a_receiver_that_stalls_holds_up_no_publish_and_replay_has_a_command()
    {
        await using var hook = await Receiver.StartAsync();
        hook.Before = http => Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted);
        await using var site = await TestSite.StartAsync(
            "--NewsPortal:Site:BaseUrl=https://news.example", $"--NewsPortal:Push:Webhooks:0:Url={hook.Address}", "--NewsPortal:Push:Webhooks:0:Secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        await site.ImportAsync(AnArticle.Called("桥今天通车").At("2026-11-24 09:00").With("slug", "bridge"));
        for (var tries = 0; tries < 100 && hook.Calls.Count == 0; tries++)
        {
            await Task.Delay(50);
        }

        Assert.NotEmpty(hook.Calls);
        var began = Stopwatch.GetTimestamp();
        await site.ImportAsync(AnArticle.Called("灯今晚亮了").At("2026-11-24 09:30").With("slug", "lamp").Saying("河边的灯今晚全部亮了，散步的人比昨天多。"));
        Assert.Equal(200, await site.StatusAsync("/2026/11/24/lamp"));
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));

        var error = new StringWriter();
        Assert.Equal(CommandLine.SomeFailed, await CommandLine.RunAsync(["push", "replay", "nobody", "--since", "0", "--data", site.DataDirectory], TextWriter.Null, error));
        Assert.Contains("'nobody'", error.ToString(), StringComparison.Ordinal);
        var name = new WebhookReceiver(new WebhookOptions(hook.Address, "x")).Name;
        Assert.Equal(CommandLine.Ok, await CommandLine.RunAsync(["push", "replay", name, "--since", "0", "--data", site.DataDirectory], TextWriter.Null, error));
    }

    [Fact]
    public void B4_B6_a_call_names_no_more_addresses_than_the_engine_takes()
    {
        Assert.Equal(2_000, new BaiduReceiver(new BaiduOptions("token", BaiduOptions.Default), PushHouse.BaseUrl).MostAtOnce);
        Assert.Equal(10_000, new IndexNowReceiver(new IndexNowOptions("0123456789abcdef", IndexNowOptions.Shared), PushHouse.BaseUrl).MostAtOnce);
    }
}
