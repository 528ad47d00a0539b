using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Documents;
using NewsPortal.Core.Integrity;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Documents;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Publishing;

/// <summary>Documents come in, are offered by articles, and go; every act is on record, and in the ledger where readers see it.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class AttachmentDeskTests(PrivatePostgres server)
{
    private const long Most = 1024 * 1024;

    private readonly FixedClock _clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    [Theory]
    [StoreKinds]
    public async Task Every_act_is_on_record_and_what_readers_see_is_in_the_ledger(string kind)
    {
        using var stored = await TestStore.OpenAsync(kind, server);
        await stored.ImportAsync(_clock, null, AnArticle.Called("桥今天通车").At("2026-11-20 08:00"));
        var desk = new AttachmentDesk(stored.Store, _clock, "chen");
        await using var db = stored.Store.CreateContext();
        var before = await db.Articles.AsNoTracking().SingleAsync();
        var first = await desk.TakeInAsync("水位.pdf", new MemoryStream(ADocument.Pdf("1")), Most);
        var second = await desk.TakeInAsync("表.xlsx", new MemoryStream(ADocument.Xlsx()), Most);
        Assert.Equal(first.Id, (await desk.TakeInAsync("别名.pdf", new MemoryStream(ADocument.Pdf("1")), Most)).Id);
        var changes = await db.Changes.CountAsync();
        _clock.Pass(TimeSpan.FromMinutes(1));
        await desk.AttachAsync(before.Id, first.Id, "今年的水位");
        await desk.AttachAsync(before.Id, first.Id);
        await desk.AttachAsync(before.Id, second.Id);
        await desk.ShiftAsync(before.Id, second.Id, up: true);
        await desk.ShiftAsync(before.Id, second.Id, up: true);
        await desk.EntitleAsync(before.Id, first.Id, " 水位公报 ");
        Assert.Equal([(second.Id, string.Empty), (first.Id, "水位公报")], (await db.ArticleAttachments.AsNoTracking().OrderBy(p => p.Place).ToListAsync()).Select(p => (p.AttachmentId, p.Title)));
        Assert.Equal(AttachmentProblem.InUse, (await Assert.ThrowsAsync<AttachmentException>(() => desk.RemoveAsync(first.Id))).Problem);
        Assert.Equal(AttachmentProblem.Title, (await Assert.ThrowsAsync<AttachmentException>(() => desk.EntitleAsync(before.Id, first.Id, new string('长', 201)))).Problem);
        Assert.Equal(AttachmentProblem.Gone, (await Assert.ThrowsAsync<AttachmentException>(() => desk.AttachAsync(before.Id, 99))).Problem);
        await desk.DetachAsync(before.Id, first.Id);
        await desk.RemoveAsync(first.Id);
        Assert.False(File.Exists(DocumentFolder.FileOf(stored.Store.Location, first.Hash)));

        var told = await db.Changes.AsNoTracking().OrderBy(c => c.Sequence).Skip(changes).ToListAsync();
        Assert.Equal(5, told.Count);
        Assert.All(told, c => Assert.Equal((ChangeKind.Revised, (long?)before.Id, "chen", before.ContentHash), (c.Kind, c.ArticleId, c.Actor, c.ContentHash)));
        var after = await db.Articles.AsNoTracking().SingleAsync();
        Assert.Equal((before.Version, before.ContentHash), (after.Version, after.ContentHash));
        Assert.True(after.RevisedUtc > before.PublishedUtc);
        Assert.Equal(
            ["attachment.add", "attachment.add", "attachment.attach", "attachment.attach", "attachment.order", "attachment.title", "attachment.detach", "attachment.remove"],
            await db.AuditEntries.AsNoTracking().Where(e => e.Act.StartsWith("attachment.")).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync());
        Assert.Empty(await FaultsAsync(stored.Store));
    }

    [Fact]
    public async Task A_draft_is_changed_in_silence_and_too_large_a_file_leaves_nothing_behind()
    {
        using var stored = await TestStore.SqliteAsync();
        var desk = new AttachmentDesk(stored.Store, _clock, "chen");
        var draft = await new ArticleDesk(stored.Store, _clock, TimeZoneInfo.Utc, "chen").CreateAsync(new ArticleEdit { Headline = "还没写完", Body = "<p>正在写。</p>" });
        await using var db = stored.Store.CreateContext();
        var changes = await db.Changes.CountAsync();
        await desk.AttachAsync(draft.Id, (await desk.TakeInAsync("a.pdf", new MemoryStream(ADocument.Pdf()), Most)).Id);
        Assert.Equal(changes, await db.Changes.CountAsync());
        var refused = await Assert.ThrowsAsync<RefusedDocumentException>(() => desk.TakeInAsync("b.pdf", new MemoryStream(ADocument.Pdf(padding: 2000)), 1000));
        Assert.Equal(DocumentProblem.TooLarge, refused.Problem);
        await Assert.ThrowsAsync<RefusedDocumentException>(() => desk.TakeInAsync("c.pdf", new MemoryStream("no"u8.ToArray()), Most));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(stored.Store.Location.MediaDirectory, DocumentFolder.Name), "*", SearchOption.AllDirectories));
        Assert.Equal(1, await db.Attachments.CountAsync());
    }

    [Fact]
    public async Task An_examination_finds_a_flipped_byte_and_a_file_that_is_gone()
    {
        using var stored = await TestStore.SqliteAsync();
        var desk = new AttachmentDesk(stored.Store, _clock, "chen");
        var one = await desk.TakeInAsync("一.pdf", new MemoryStream(ADocument.Pdf("1")), Most);
        var two = await desk.TakeInAsync("二.pdf", new MemoryStream(ADocument.Pdf("2")), Most);
        Assert.Empty(await FaultsAsync(stored.Store));
        var file = DocumentFolder.FileOf(stored.Store.Location, one.Hash);
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[12] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        File.Delete(DocumentFolder.FileOf(stored.Store.Location, two.Hash));
        var faults = await FaultsAsync(stored.Store);
        Assert.Equal(2, faults.Count);
        Assert.StartsWith($"attachment {one.Id} (一.pdf): its file is damaged", faults[0], StringComparison.Ordinal);
        Assert.StartsWith($"attachment {two.Id} (二.pdf): its file is missing", faults[1], StringComparison.Ordinal);
    }

    private static async Task<List<string>> FaultsAsync(NewsStore store)
    {
        var faults = new List<string>();
        await new StoreExamination(store).RunAsync(null, fault => faults.Add(fault.ToString()));
        return faults;
    }
}
