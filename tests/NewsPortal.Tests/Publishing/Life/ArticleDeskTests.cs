using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Publishing.Life;

/// <summary>Each act of the desk, on both databases.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class ArticleDeskTests(PrivatePostgres server)
{
    [Theory]
    [StoreKinds]
    public async Task A_draft_goes_through_review_to_its_readers_and_only_then_is_in_the_ledger(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var draft = await room.DraftAsync();
        Assert.Equal((ArticleStatus.Draft, 1, "/2026/11/24/he-bian-bu-dao-kai-fang"), (draft.Status, draft.Version, draft.Path));
        await room.Desk.SubmitAsync(draft.Id, draft.Version);
        await room.DeskOf("wang").RejectAsync(draft.Id, "缺少时间");
        await room.Desk.SubmitAsync(draft.Id);
        Assert.Empty(await room.LedgerAsync(draft.Id));
        room.Clock.Pass(TimeSpan.FromDays(1));
        var published = await room.DeskOf("wang").PublishAsync(draft.Id);
        Assert.Equal((ArticleStatus.Published, "/2026/11/25/he-bian-bu-dao-kai-fang"), (published.Status, published.Path));
        var article = await room.ReadAsync(draft.Id);
        Assert.Equal((room.Now, false, null), (article.PublishedUtc, article.PublishedAutomatic, article.RevisedUtc));
        Assert.Equal(("城市", "海桥晚报", "林一"), (article.Section.Name, article.Source!.Name, article.Authors.Single().Author.Name));
        Assert.Equal(["步道", "河流"], article.Tags.OrderBy(t => t.Position).Select(t => t.Tag.Name));
        Assert.Equal(["wang"], (await room.LedgerAsync(draft.Id)).Select(c => c.Actor));
        Assert.Equal(
            ["article.publish", "article.submit", "article.reject", "article.submit", "article.create"], (await room.RecordAsync(draft.Id)).Select(e => e.Act));
        Assert.Equal("缺少时间", (await room.RecordAsync(draft.Id))[2].Reason);
        await using var db = room.Test.Store.CreateContext();
        Assert.Equal([draft.Id], await ArticleSearch.RankAsync(db, "柳树", 5));
        Assert.Empty(await room.RevisionsAsync(draft.Id));
    }

    [Theory]
    [StoreKinds]
    public async Task A_save_marks_what_changed_and_a_later_import_leaves_it_alone(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        (string, string) file = AnArticle.Called("桥通车").Under("a.md").With("source", "海桥晚报").With("kicker", "城建");
        await room.ImportAsync(file);
        var edit = await room.EditOfAsync(1);
        await room.Desk.SaveAsync(1, 1, edit with { Headline = "大桥通车", Source = "新华社" });
        var article = await room.ReadAsync(1);
        Assert.Equal(["headline", "revised", "source"], article.Body!.Origins.Fields.Where(article.Body.Origins.IsEdited));
        await room.ImportAsync(AnArticle.Called("桥通车了").Under("a.md").With("source", "别处").With("kicker", "快讯"));
        article = await room.ReadAsync(1);
        Assert.Equal(("大桥通车", "新华社", "快讯"), (article.Headline, article.Source!.Name, article.Kicker));
    }

    [Theory]
    [StoreKinds]
    public async Task A_form_sent_back_as_it_was_writes_nothing(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        await room.ImportAsync(
            AnArticle.Called("桥通车").Under("a.md").With("tags", "[桥, 河]").With("author", "记者 林一").With("date", "2026-11-20"),
            AnArticle.Called("没有日期").Under("b.md").Saying("## 小标题\n\n第一段有**重点**。\n\n- 一\n- 二\n\n![江边](lost.png \"图说\")\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"));
        foreach (var id in (long[])[1, 2])
        {
            var edit = await room.EditOfAsync(id);
            foreach (var sent in (ArticleEdit[])[edit, edit.AsMarkdown(), edit with { Body = edit.Body.ReplaceLineEndings("\r\n"), Kicker = " ", Authors = null }])
            {
                Assert.Equal((false, 1), (await room.Desk.SaveAsync(id, 1, sent) is var saved ? saved.Changed : true, saved.Version));
            }
        }

        Assert.Empty(await room.RecordAsync(1));
    }

    [Theory]
    [StoreKinds]
    public async Task Readers_are_told_of_a_change_only_where_they_see_one(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var article = await room.PublishedAsync();
        room.Clock.Pass(TimeSpan.FromHours(1));
        var edit = await room.EditOfAsync(article.Id);
        var same = await room.Desk.SaveAsync(article.Id, article.Version, edit with { OriginalSiteName = "海桥网" });
        Assert.Null((await room.ReadAsync(article.Id)).RevisedUtc);
        Assert.Single(await room.LedgerAsync(article.Id));
        await room.Desk.SaveAsync(article.Id, same.Version, edit with { OriginalSiteName = "海桥网", Subheadline = "四百棵柳树" });
        Assert.Equal(room.Now, (await room.ReadAsync(article.Id)).RevisedUtc);
        Assert.Equal([ChangeKind.Published, ChangeKind.Revised], (await room.LedgerAsync(article.Id)).Select(c => c.Kind));
    }

    [Theory]
    [StoreKinds]
    public async Task A_correction_is_seen_with_its_notice(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var article = await room.PublishedAsync();
        room.Clock.Pass(TimeSpan.FromHours(1));
        var edit = await room.EditOfAsync(article.Id);
        await room.Desk.CorrectAsync(article.Id, article.Version, edit with { Body = edit.Body.Replace("三公里", "四公里", StringComparison.Ordinal) }, "步道全长四公里，原文误为三公里。");
        await using var db = room.Test.Store.CreateContext();
        Assert.Equal([new Correction(room.Now, "步道全长四公里，原文误为三公里。")], await Correction.All(db).Select(c => new Correction(c.AtUtc, c.Detail!)).ToListAsync());
        Assert.Equal(room.Now, (await room.ReadAsync(article.Id)).RevisedUtc);
        Assert.Equal((ArticleAct.Correct, "步道全长四公里，原文误为三公里。"), (await room.RevisionsAsync(article.Id)).Select(r => (r.Act, r.Reason!)).Single());
        Assert.Null(await ChangeLedger.FirstFaultAsync(db));
    }

    [Theory]
    [StoreKinds]
    public async Task A_scheduled_article_waits_is_moved_held_back_and_published_once(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var draft = await room.DraftAsync();
        var waiting = await room.Desk.ScheduleAsync(draft.Id, room.Now.AddDays(2));
        Assert.Equal((ArticleStatus.Scheduled, "/2026/11/26/he-bian-bu-dao-kai-fang"), (waiting.Status, waiting.Path));
        await room.Desk.ScheduleAsync(draft.Id, room.Now.AddHours(1));
        await room.Desk.EmbargoAsync(draft.Id, room.Now.AddHours(2));
        room.Clock.Pass(TimeSpan.FromHours(1.5));
        await using var db = room.Test.Store.CreateContext();
        Assert.Equal(0, await DueArticles.PublishAsync(db, room.Clock));
        Assert.Equal(ArticleStatus.Draft, (await room.Desk.HoldBackAsync(draft.Id)).Status);
        await room.Desk.ScheduleAsync(draft.Id, room.Now.AddMinutes(1));
        room.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(1, await DueArticles.PublishAsync(db, room.Clock));
        Assert.Equal(0, await DueArticles.PublishAsync(db, room.Clock));
        Assert.Equal([ChangeKind.Published], (await room.LedgerAsync(draft.Id)).Select(c => c.Kind));
    }

    [Theory]
    [StoreKinds]
    public async Task A_withdrawn_article_is_in_no_list_and_comes_back_as_it_was(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var article = await room.PublishedAsync();
        var before = await room.ReadAsync(article.Id);
        await room.Desk.WithdrawAsync(article.Id, "未经核实");
        await using (var db = room.Test.Store.CreateContext())
        {
            Assert.Empty(await ArticleSearch.RankAsync(db, "柳树", 5));
            Assert.False(await db.Articles.Visible().AnyAsync());
        }

        Assert.Equal("未经核实", (await room.ReadAsync(article.Id)).WithdrawnReason);
        await room.Desk.RestoreAsync(article.Id);
        var after = await room.ReadAsync(article.Id);
        Assert.Equal((before.ContentHash, before.Path, before.PublishedUtc), (after.ContentHash, after.Path, after.PublishedUtc));
        Assert.Equal([ChangeKind.Published, ChangeKind.Withdrawn, ChangeKind.Restored], (await room.LedgerAsync(article.Id)).Select(c => c.Kind));
    }

    [Theory]
    [StoreKinds]
    public async Task A_moved_article_keeps_its_old_addresses_and_nobody_else_may_have_them(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var article = await room.PublishedAsync();
        var moved = await room.Desk.MoveAsync(article.Id, "Riverside Walk");
        Assert.Equal("/2026/11/24/riverside-walk", moved.Path);
        await using var db = room.Test.Store.CreateContext();
        Assert.Equal([(article.Path, article.Id)], (await db.OldAddresses.ToListAsync()).Select(o => (o.Path, o.ArticleId)));
        Assert.Equal((ChangeKind.Moved, article.Path), (await room.LedgerAsync(article.Id)).Select(c => (c.Kind, c.Detail!)).Last());
        Assert.Equal("/2026/11/24/he-bian-bu-dao-kai-fang-2", (await room.DraftAsync()).Path);
        var taken = await Assert.ThrowsAsync<ArticleEditException>(() => room.Desk.MoveAsync(2, "he-bian-bu-dao-kai-fang"));
        Assert.Equal(("slug", EditProblem.Taken), (taken.Field, taken.Problem));
        await room.Desk.MoveAsync(article.Id, "he-bian-bu-dao-kai-fang");
        db.ChangeTracker.Clear();
        Assert.Equal(["/2026/11/24/riverside-walk"], await db.OldAddresses.Select(o => o.Path).ToListAsync());
        Assert.Null((await room.ReadAsync(article.Id)).RevisedUtc);
    }

    [Theory]
    [StoreKinds]
    public async Task An_address_follows_the_headline_until_an_editor_or_a_reader_knows_it(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var draft = await room.DraftAsync();
        Assert.Equal("/2026/11/24/bu-dao", (await room.Desk.SaveAsync(draft.Id, 1, Newsroom.AnEdit("步道"))).Path);
        await room.Desk.MoveAsync(draft.Id, "walk");
        Assert.Equal("/2026/11/24/walk", (await room.Desk.SaveAsync(draft.Id, 3, Newsroom.AnEdit("新步道"))).Path);
        Assert.Empty(await room.LedgerAsync(draft.Id));
    }

    [Theory]
    [StoreKinds]
    public async Task Pictures_keep_their_bytes_and_credits_through_an_edit(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        await using (var db = room.Test.Store.CreateContext())
        {
            db.Pictures.AddRange(new[] { 'a', 'b', 'c' }.Select(c => new Picture { Hash = new string(c, 64), Extension = ".jpg", CreatedUtc = room.Now }));
            await db.SaveChangesAsync();
        }

        static string Named(char c) => $"/media/{c}{c}/{new string(c, 30)}.jpg";
        var made = await room.DraftAsync(Newsroom.AnEdit(body: $"<p>一</p><img src='{Named('a')}' alt='甲'><figure><img src='{Named('b')}'><figcaption>乙图</figcaption></figure><img src='https://x.example/no.jpg'>") with { Credits = ["林摄", null] });
        Assert.Equal(["https://x.example/no.jpg"], made.MissingPictures);
        var article = await room.ReadAsync(made.Id);
        Assert.Equal(
            [("a", "甲", null, "林摄"), ("b", null, "乙图", null), (null, null, null, null)],
            article.Pictures.OrderBy(p => p.Position).Select(p => (p.Picture?.Hash[..1], p.AltText, p.Caption, p.Credit)));
        Assert.Equal("a", article.LeadPicture!.Hash[..1]);
        var edit = await room.EditOfAsync(made.Id);
        Assert.Null(edit.Cover);
        Assert.Contains($"<img src=\"{Named('b')}\"", edit.Body, StringComparison.Ordinal);
        Assert.False((await room.Desk.SaveAsync(made.Id, 1, edit)).Changed);
        await room.Desk.SaveAsync(made.Id, 1, edit with { Body = $"<p>一</p><figure><img src='picture:1'><figcaption>乙图改</figcaption></figure><img src='{Named('c')}'><img src='picture:0' alt='甲'>", Cover = Named('c') });
        article = await room.ReadAsync(made.Id);
        Assert.Equal(
            [("b", null, "乙图改", null), ("c", null, null, null), ("a", "甲", null, "林摄")],
            article.Pictures.OrderBy(p => p.Position).Select(p => (p.Picture?.Hash[..1], p.AltText, p.Caption, p.Credit)));
        Assert.Equal("c", article.LeadPicture!.Hash[..1]);
        Assert.Contains("<img src=\"picture:2\" alt=\"甲\">", article.Body!.Html, StringComparison.Ordinal);
        await room.Desk.RestoreRevisionAsync(made.Id, 2, 1);
        article = await room.ReadAsync(made.Id);
        Assert.Equal(["a", "b", null], article.Pictures.OrderBy(p => p.Position).Select(p => p.Picture?.Hash[..1]));
        Assert.Equal(("a", "林摄"), (article.LeadPicture!.Hash[..1], article.Pictures.Single(p => p.Position == 0).Credit));
    }
}
