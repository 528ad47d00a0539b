using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Publishing.Life;

/// <summary>Who has an article open, and for how long.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class ArticleLockTests(PrivatePostgres server)
{
    [Theory]
    [StoreKinds]
    public async Task A_lock_is_renewed_ends_by_itself_and_can_be_taken_over(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var id = (await room.DraftAsync()).Id;
        var (chen, wang) = (room.LocksOf("chen"), room.LocksOf("wang"));
        var began = room.Now;
        Assert.Equal(("chen", began, began.AddMinutes(5)), (await chen.TakeAsync(id) is { } l ? (l.Holder, l.SinceUtc, l.UntilUtc) : default));
        room.Clock.Pass(TimeSpan.FromMinutes(4));
        Assert.Equal(("chen", began), (await wang.TakeAsync(id) is { } m ? (m.Holder, m.SinceUtc) : default));
        await chen.TakeAsync(id);
        room.Clock.Pass(TimeSpan.FromMinutes(4));
        Assert.Equal("chen", (await wang.HeldAsync([id]))[id].Holder);
        room.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Empty(await chen.HeldAsync([id]));
        Assert.Equal(("wang", room.Now), (await wang.TakeAsync(id) is { } n ? (n.Holder, n.SinceUtc) : default));
        Assert.Equal("chen", (await chen.TakeOverAsync(id))!.Holder);
        Assert.Equal(("article.takeOver", """{"lock":"wang"}"""), (await room.RecordAsync(id))[0] is var e ? (e.Act, e.Before!) : default);
        await chen.ReleaseAsync(id);
        Assert.Equal("wang", (await wang.TakeOverAsync(id))!.Holder);
        Assert.Null(await chen.TakeAsync(99));
    }

    [Theory]
    [StoreKinds]
    public async Task Of_editors_who_open_it_at_once_one_has_the_lock_and_publication_ends_it(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var id = (await room.DraftAsync()).Id;
        var held = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => room.LocksOf($"editor{i}").TakeAsync(id))));
        Assert.Single(held.Select(l => l!.Holder).Distinct());
        await room.Desk.PublishAsync(id);
        Assert.Empty(await room.LocksOf("chen").HeldAsync([id]));
    }
}
