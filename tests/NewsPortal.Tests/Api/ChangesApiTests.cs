using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Api;

/// <summary>Mirrors that follow the changes, on both databases.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class ChangesApiTests(PrivatePostgres server)
{
    private const int Acts = 70;

    [Theory]
    [StoreKinds]
    public async Task A_mirror_that_follows_the_changes_has_what_the_site_has(string kind)
    {
        await using var site = await ApiStore.StartAsync(kind, server);
        var random = new Random(20261130);
        var mirror = new Mirror(site);
        for (var act = 0; act < Acts; act++)
        {
            await ActAsync(site, random, act);
            if (random.Next(6) == 0)
            {
                await mirror.FollowAsync();
                await CompareAsync(site, mirror);
            }
        }

        await mirror.FollowAsync();
        await CompareAsync(site, mirror);
        Assert.True(mirror.Dropped > 5 && mirror.Kept.Count > 10, $"{mirror.Dropped} dropped, {mirror.Kept.Count} kept");

        // One that comes late has the same in the end.
        var late = new Mirror(site);
        await late.FollowAsync();
        Assert.Equal(mirror.Kept.OrderBy(a => a.Key), late.Kept.OrderBy(a => a.Key));
    }

    [Theory]
    [StoreKinds]
    public async Task Events_that_change_no_article_are_passed_over_and_counted(string kind)
    {
        await using var site = await ApiStore.StartAsync(kind, server);
        await site.ImportAsync(AnArticle.Called("头一条").Saying("头一条的正文。"));
        var first = await site.JsonAsync("/api/v1/changes");
        await site.PassAsync(TimeSpan.FromDays(3));
        var then = await site.JsonAsync(first.Text("next")!);
        Assert.Equal("published", first.GetProperty("changes")[0].Text("kind"));
        Assert.Empty(then.GetProperty("changes").EnumerateArray());
        Assert.False(then.GetProperty("more").GetBoolean());
        Assert.True(then.GetProperty("sequence").GetInt64() > first.GetProperty("sequence").GetInt64(), "new days are events");
    }

    [Fact]
    public async Task A_number_from_another_ledger_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var since in (string[])["999999", "9223372036854775807", "9223372036854775808", "-1", "x", ""])
        {
            var (status, problem) = await site.ProblemAsync("/api/v1/changes?since=" + since);
            Assert.Equal((since, 400, "since"), (since, status, problem.Text("parameter")));
        }
    }

    [Fact]
    public async Task Samples_that_are_removed_leave_every_mirror()
    {
        await using var site = await TestSite.StartAsync();
        var mirror = new Mirror(site);
        await using (var db = site.Store.CreateContext())
        {
            await PublishAsync(db, site, "样稿一篇", sample: true);
            await PublishAsync(db, site, "真稿一篇", sample: false);
        }

        await mirror.FollowAsync();
        Assert.Equal(2, mirror.Kept.Count);
        await Samples.RemoveAsync(site.Store, site.Clock);
        await mirror.FollowAsync();
        Assert.Equal("真稿一篇", Assert.Single(mirror.Kept).Value.Headline);
        var gone = (await site.JsonAsync("/api/v1/changes")).GetProperty("changes").EnumerateArray().Last();
        Assert.Equal("removed", gone.Text("kind"));
        Assert.Null(gone.Text("id") ?? gone.Text("url"));
    }

    private static async Task CompareAsync(TestSite site, Mirror mirror)
    {
        await using var db = site.Store.CreateContext();
        var public_ = await db.Articles.Visible().Include(a => a.Body).OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(
            public_.Select(a => (a.Id, a.ContentHash, a.Headline, a.Body!.Text)),
            mirror.Kept.OrderBy(a => a.Key).Select(a => (a.Key, a.Value.Hash, a.Value.Headline, a.Value.Text)));
        var listed = await site.AllAsync("/api/v1/articles?limit=9&fields=contentHash", "articles");
        Assert.Equal(mirror.Kept.OrderBy(a => a.Key).Select(a => (a.Key, a.Value.Hash)), listed.Select(a => (a.Number(), a.Text("contentHash")!)).OrderBy(a => a.Item1));
        foreach (var kept in mirror.Kept.Values)
        {
            Assert.Equal(200, await site.StatusAsync(new Uri(kept.Url).AbsolutePath));
        }
    }

    private static async Task ActAsync(TestSite site, Random random, int act)
    {
        await using var db = site.Store.CreateContext();
        var all = await db.Articles.WithEverything().OrderBy(a => a.Id).ToListAsync();
        var status = random.Next(5) switch { 0 => ArticleStatus.Withdrawn, 1 or 2 => ArticleStatus.Published, _ => ArticleStatus.Draft };
        var some = all.Where(a => a.Status == status).ToList();
        if (some.Count == 0)
        {
            await PublishAsync(db, site, $"第{act}件事", sample: false, scheduled: random.Next(8) == 0);
        }
        else
        {
            await using var edition = await Edition.BeginAsync(db, site.Clock, "chen");
            var article = some[random.Next(some.Count)];
            if (status == ArticleStatus.Withdrawn)
            {
                edition.Restore(article, article.Body!);
            }
            else if (random.Next(2) == 0)
            {
                edition.Withdraw(article, article.Body!, "失实");
            }
            else
            {
                var before = TermFrequencies.Of(article.Headline, article.Body!.Text);
                (article.Headline, article.Body.Text) = ($"{article.Headline}改", $"第{act}次改写。");
                article.Body.Html = $"<p>{article.Body.Text}</p>";
                edition.Revise(article, article.Body, before);
            }

            await edition.CommitAsync();
        }

        site.Clock.Pass(TimeSpan.FromMinutes(1));
        await site.RefreshAsync();
    }

    private static async Task PublishAsync(NewsDbContext db, TestSite site, string headline, bool sample, bool scheduled = false)
    {
        var section = await db.Sections.FirstOrDefaultAsync() ?? new Section { Name = "城市", Slug = "cheng-shi" };
        var now = site.Clock.GetUtcNow().UtcDateTime;
        await using var edition = await Edition.BeginAsync(db, site.Clock, "import");
        var article = new Article
        {
            Section = section,
            Slug = $"s{now.Ticks}-{await db.Articles.CountAsync()}",
            Day = 20261124,
            Headline = headline,
            PublishedUtc = scheduled ? now.AddDays(300) : now,
            CreatedUtc = now,
            IsSample = sample,
        };
        edition.Publish(article, new ArticleBody { Html = $"<p>{headline}的正文。</p>", Text = $"{headline}的正文。" });
        await edition.CommitAsync();
    }

    private sealed class Mirror(TestSite site)
    {
        private string _next = "/api/v1/changes?limit=7";

        public Dictionary<long, (string Hash, string Headline, string Text, string Url)> Kept { get; } = [];

        public int Dropped { get; private set; }

        public async Task FollowAsync()
        {
            for (var more = true; more;)
            {
                var page = await site.JsonAsync(_next);
                foreach (var change in page.GetProperty("changes").EnumerateArray())
                {
                    await ApplyAsync(change);
                }

                (_next, more) = (page.Text("next")!, page.GetProperty("more").GetBoolean());
            }
        }

        private async Task ApplyAsync(JsonElement change)
        {
            using var answer = await site.Client.GetAsync($"/api/v1/articles/{change.Number()}?by=number&fields=headline,text,contentHash,url");
            if (change.Text("kind") is "withdrawn" or "removed" || answer.StatusCode is HttpStatusCode.Gone or HttpStatusCode.NotFound)
            {
                Dropped += Kept.Remove(change.Number()) ? 1 : 0;
                return;
            }

            var article = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Kept[change.Number()] = (article.Text("contentHash")!, article.Text("headline")!, article.Text("text")!, article.Text("url")!);
        }
    }
}
