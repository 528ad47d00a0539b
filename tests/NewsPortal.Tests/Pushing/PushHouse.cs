using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Pushing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Pushing;

/// <summary>A store in which articles are published, and a sender that tells of them.</summary>
public sealed class PushHouse : IDisposable
{
    public const string BaseUrl = "https://news.example";

    private readonly HttpClient _client = PushPost.NewClient("NewsPortal/test", TimeSpan.FromSeconds(4));
    private readonly TestStore _store;

    private PushHouse(TestStore store) => _store = store;

    public FixedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    public TestStore Stored => _store;

    public static async Task<PushHouse> OpenAsync(string kind, PrivatePostgres server) => new(await TestStore.OpenAsync(kind, server));

    public async Task<PushSender> SenderAsync(PushReceiver receiver)
    {
        var sender = new PushSender(_store.Store, Clock, new PushPost(_client, Clock), receiver, BaseUrl);
        await sender.BeginAsync();
        return sender;
    }

    public async Task PublishAsync(string slug, bool sample = false)
    {
        await using var db = _store.Store.CreateContext();
        var section = await db.Sections.FirstOrDefaultAsync() ?? new Section { Name = "城市", Slug = "cheng-shi" };
        var now = Clock.GetUtcNow().UtcDateTime;
        await using var edition = await Edition.BeginAsync(db, Clock, "import");
        var article = new Article
        {
            Section = section,
            Slug = slug,
            Day = 20261124,
            Headline = $"{slug}的事",
            PublishedUtc = now,
            CreatedUtc = now,
            IsSample = sample,
        };
        edition.Publish(article, new ArticleBody { Html = "<p>正文。</p>", Text = "正文。" });
        await edition.CommitAsync();
    }

    public async Task ReviseAsync(string slug)
    {
        await using var db = _store.Store.CreateContext();
        var article = await db.Articles.WithEverything().FirstAsync(a => a.Slug == slug);
        await using var edition = await Edition.BeginAsync(db, Clock, "chen");
        var before = TermFrequencies.Of(article.Headline, article.Body!.Text);
        article.Headline += "改";
        edition.Revise(article, article.Body, before);
        await edition.CommitAsync();
    }

    public async Task WithdrawAsync(string slug)
    {
        await using var db = _store.Store.CreateContext();
        var article = await db.Articles.WithEverything().FirstAsync(a => a.Slug == slug);
        await using var edition = await Edition.BeginAsync(db, Clock, "chen");
        edition.Withdraw(article, article.Body!, "失实");
        await edition.CommitAsync();
    }

    public async Task<List<PushDelivery>> DeliveriesAsync()
    {
        await using var db = _store.Store.CreateContext();
        return await db.PushDeliveries.AsNoTracking().OrderBy(d => d.Id).ToListAsync();
    }

    /// <summary>Lets time pass until nothing waits any more.</summary>
    public async Task WorkOffAsync(PushSender sender)
    {
        for (var turns = 0; turns < 200; turns++)
        {
            await sender.WorkAsync();
            if ((await DeliveriesAsync()).TrueForAll(d => d.State != PushState.Waiting))
            {
                return;
            }

            Clock.Pass(TimeSpan.FromMinutes(10));
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _store.Dispose();
    }
}
