using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Publishing.Life;

/// <summary>A store with people at desks, and a clock that only moves when it is told.</summary>
internal sealed class Newsroom(TestStore test) : IDisposable
{
    public static readonly TimeZoneInfo Zone = SiteZone.Find("Asia/Shanghai");

    public FixedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    public DateTime Now => Clock.NowUtc();

    public TestStore Test => test;

    /// <summary>The desk of the one who writes in most tests.</summary>
    public ArticleDesk Desk => DeskOf("chen");

    public static async Task<Newsroom> OpenAsync(string kind, PrivatePostgres server) => new(await TestStore.OpenAsync(kind, server));

    public static ArticleEdit AnEdit(string headline = "河边步道开放", string body = "<p>河边的新步道今天开放，清晨就有许多人来散步。</p><p>步道全长三公里，沿途种了四百棵柳树。</p>") =>
        new() { Headline = headline, Body = body, Section = "城市", Source = "海桥晚报", Byline = "记者 林一", Tags = ["步道", "河流"] };

    public ArticleDesk DeskOf(string actor) => new(test.Store, Clock, Zone, actor);

    public ArticleLocks LocksOf(string actor) => new(test.Store, Clock, actor);

    public Task<SavedArticle> DraftAsync(ArticleEdit? edit = null) => Desk.CreateAsync(edit ?? AnEdit());

    public async Task<SavedArticle> PublishedAsync(ArticleEdit? edit = null) => await Desk.PublishAsync((await DraftAsync(edit)).Id);

    public Task<ImportReport> ImportAsync(params (string, string)[] files) => test.ImportAsync(Clock, null, files);

    public async Task<Article> ReadAsync(long id)
    {
        await using var db = test.Store.CreateContext();
        return await db.Articles.AsNoTracking().WithEverything().SingleAsync(a => a.Id == id);
    }

    public async Task<ArticleEdit> EditOfAsync(long id)
    {
        var article = await ReadAsync(id);
        return ArticleEdit.Of(article, article.Body!);
    }

    public async Task<List<Change>> LedgerAsync(long id)
    {
        await using var db = test.Store.CreateContext();
        return await db.Changes.AsNoTracking().Where(c => c.ArticleId == id).OrderBy(c => c.Sequence).ToListAsync();
    }

    public async Task<List<AuditEntry>> RecordAsync(long id)
    {
        await using var db = test.Store.CreateContext();
        return await AuditTrail.ReadAsync(db, new AuditQuery(id), 100);
    }

    public async Task<List<RevisionLine>> RevisionsAsync(long id)
    {
        await using var db = test.Store.CreateContext();
        return await Revisions.ListAsync(db, id);
    }

    public void Dispose() => test.Dispose();
}
