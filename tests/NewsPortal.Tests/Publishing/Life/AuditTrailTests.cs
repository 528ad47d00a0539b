using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Publishing.Life;

/// <summary>Every act is on record, with what it changed.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class AuditTrailTests(PrivatePostgres server)
{
    [Theory]
    [StoreKinds]
    public async Task An_act_is_recorded_with_short_values_before_and_after(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var article = await room.PublishedAsync();
        var edit = await room.EditOfAsync(article.Id);
        await room.Desk.SaveAsync(article.Id, article.Version, edit with { Kicker = "城建", Source = null, Body = edit.Body.Replace("三公里", "四公里", StringComparison.Ordinal) });
        var saved = (await room.RecordAsync(article.Id))[0];
        Assert.Equal(("article.save", "chen", "河边步道开放", room.Now), (saved.Act, saved.Actor, saved.Subject, saved.AtUtc));
        Assert.Equal("""{"source":"海桥晚报","body":"河边的新步道今天开放，清晨就有许多人来散步。 步道全长三公里，沿途种了四百棵柳树。"}""", saved.Before);
        Assert.Equal("""{"kicker":"城建","body":"河边的新步道今天开放，清晨就有许多人来散步。 步道全长四公里，沿途种了四百棵柳树。"}""", saved.After);
        await room.Desk.WithdrawAsync(article.Id, "错稿");
        Assert.Equal(("""{"status":"Published"}""", """{"status":"Withdrawn"}""", "错稿"), (await room.RecordAsync(article.Id))[0] is var gone ? (gone.Before, gone.After, gone.Reason) : default);
    }

    [Theory]
    [StoreKinds]
    public async Task The_record_is_read_by_article_person_act_and_time_page_by_page(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        for (var i = 0; i < 5; i++)
        {
            await room.DeskOf(i % 2 == 0 ? "chen" : "wang").CreateAsync(Newsroom.AnEdit($"第{i}篇"));
            room.Clock.Pass(TimeSpan.FromHours(1));
        }

        await using var db = room.Test.Store.CreateContext();
        var first = await AuditTrail.ReadAsync(db, new AuditQuery(Actor: "chen"), 2);
        Assert.Equal(["第4篇", "第2篇"], first.Select(e => e.Subject));
        Assert.Equal(["第0篇"], (await AuditTrail.ReadAsync(db, new AuditQuery(Actor: "chen", BeforeId: first[^1].Id), 2)).Select(e => e.Subject));
        Assert.Equal(["第2篇", "第1篇"], (await AuditTrail.ReadAsync(db, new AuditQuery(FromUtc: room.Now.AddHours(-4), UntilUtc: room.Now.AddHours(-2)), 9)).Select(e => e.Subject));
        Assert.Equal(["第3篇"], (await AuditTrail.ReadAsync(db, new AuditQuery(ArticleId: 4, Act: "article.create"), 9)).Select(e => e.Subject));
    }

    [Theory]
    [StoreKinds]
    public async Task An_entry_cannot_be_changed_afterwards(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        await room.DraftAsync();
        await using var db = room.Test.Store.CreateContext();
        (await db.AuditEntries.SingleAsync()).Actor = "someone";
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }
}
