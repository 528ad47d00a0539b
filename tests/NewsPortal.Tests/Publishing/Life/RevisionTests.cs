using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Publishing.Life;

/// <summary>What an article said before is kept, and comes back exactly.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class RevisionTests(PrivatePostgres server)
{
    [Theory]
    [StoreKinds]
    public async Task A_revision_holds_what_a_change_ended_and_comes_back_as_a_new_save(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var article = await room.PublishedAsync();
        var first = await room.ReadAsync(article.Id);
        var edit = await room.EditOfAsync(article.Id);
        var second = await room.Desk.SaveAsync(article.Id, 2, edit with { Headline = "新标题", Body = "<p>全部重写。</p>", Tags = ["河流", "城建"], Authors = ["王五"], Summary = "自己写的摘要" });
        var third = await room.Desk.CorrectAsync(article.Id, second.Version, edit, "标题有误");
        Assert.Equal(
            [(2, 3, ArticleAct.Correct, "标题有误"), (1, 2, ArticleAct.Save, null)],
            (await room.RevisionsAsync(article.Id)).Select(r => (r.Number, r.Version, r.Act, r.Reason)));
        await using var db = room.Test.Store.CreateContext();
        Assert.Equal(first.ContentHash, (await room.ReadAsync(article.Id)).ContentHash);
        Assert.Equal("全部重写。", (await Revisions.ReadAsync(db, article.Id, 2))!.Text);
        await room.Desk.RestoreRevisionAsync(article.Id, third.Version, 2);
        var back = await room.ReadAsync(article.Id);
        Assert.Equal(("新标题", "自己写的摘要", "王五"), (back.Headline, back.Summary, back.Authors.Single().Author.Name));
        Assert.Equal((ArticleAct.RestoreRevision, "revision 2"), (await room.RevisionsAsync(article.Id)).Select(r => (r.Act, r.Reason!)).First());
        Assert.True((await Revisions.ReadAsync(db, article.Id, 2))!.SaysTheSameAs(ArticleState.Of(back, back.Body!)));
    }

    [Theory]
    [StoreKinds]
    public async Task An_imported_article_has_a_revision_only_after_it_changed(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        await room.ImportAsync(AnArticle.Called("桥通车").Under("a.md"));
        await room.ImportAsync(AnArticle.Called("桥通车").Under("a.md"));
        Assert.Empty(await room.RevisionsAsync(1));
        await room.ImportAsync(AnArticle.Called("桥通车").Under("a.md").Saying("大桥今天通车。"));
        Assert.Equal([(ArticleAct.Import, "import")], (await room.RevisionsAsync(1)).Select(r => (r.Act, r.Actor)));
        await using var db = room.Test.Store.CreateContext();
        Assert.StartsWith("河边的新步道", (await Revisions.ReadAsync(db, 1, 1))!.Text, StringComparison.Ordinal);

        // As if an older importer had read another headline.
        await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.Headline, "桥"));
        await new ArticleReimporter(room.Test.Store, room.Clock, Newsroom.Zone).RunAsync(0, dryRun: false, new ReimportListener());
        Assert.Equal((ArticleAct.Import, "reimport"), (await room.RevisionsAsync(1)).Select(r => (r.Act, r.Actor)).First());
        Assert.Equal("桥", (await Revisions.ReadAsync(db, 1, 2))!.Headline);
    }

    [Theory]
    [StoreKinds]
    public async Task Revisions_go_with_their_article_and_the_record_stays(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var draft = await room.DraftAsync();
        await room.Desk.SaveAsync(draft.Id, 1, Newsroom.AnEdit("别的标题"));
        await room.LocksOf("chen").TakeAsync(draft.Id);
        await using var db = room.Test.Store.CreateContext();
        await db.Articles.Where(a => a.Id == draft.Id).ExecuteDeleteAsync();
        Assert.False(await db.Revisions.AnyAsync() || await db.ArticleLocks.AnyAsync());
        Assert.Equal(2, (await room.RecordAsync(draft.Id)).Count);
    }
}
