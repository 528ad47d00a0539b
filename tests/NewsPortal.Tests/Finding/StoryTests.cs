using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Finding;

/// <summary>Reports of one event over time, through the site.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class StoryTests(PrivatePostgres server)
{
    private static readonly FixedClock Clock = new(new DateTimeOffset(2027, 11, 24, 2, 0, 0, TimeSpan.Zero));

    private static readonly string[] Ferry =
    [
        "清河轮渡停航检修，三号渡船进坞。轮渡公司说，三号渡船的舵机要换，清河轮渡停航一个月，乘客改走大桥。",
        "清河轮渡试航，三号渡船出坞。轮渡公司请了二十名老乘客登船，三号渡船在清河上绕行两圈，舵机运转正常。",
        "清河轮渡今天复航，三号渡船首日坐满。轮渡公司加开两班，清河两岸的乘客带着花来看三号渡船。",
        "清河轮渡加开夜班，三号渡船挂上彩灯。轮渡公司说夜班只在周末开，清河上的三号渡船到十点才收班。",
    ];

    private static readonly string[] Library =
    [
        "旧船厂图书馆奠基，书架搬进滑道。图书馆馆长说，旧船厂的滑道不拆，书架沿着滑道摆放。",
        "旧船厂图书馆封顶，书架装了一半。图书馆的屋顶用了船厂的旧钢梁，书架还差八百个。",
        "旧船厂图书馆开馆，书架前排起长队。图书馆第一天来了八千人，旧船厂的老工人排在最前面。",
    ];

    [Fact]
    public async Task Reports_of_one_event_become_a_story_with_a_page_a_feed_and_neighbours_on_each_article()
    {
        await using var site = await TestSite.StartAsync();
        await ImportAsync(site);
        var story = Assert.Single(await StoriesAsync(site), s => s.Name.Contains("渡船", StringComparison.Ordinal) || s.Name.Contains("轮渡", StringComparison.Ordinal));

        var page = await site.PageAsync(story.Path);
        Assert.Equal(4, page.QuerySelectorAll(".list-main article").Length);
        Assert.Contains("自动归并", page.QuerySelector(".list-head")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(200, await site.StatusAsync(story.Path + "/feed.xml"));
        var second = await site.PageAsync(await PathAsync(site, "清河轮渡试航"));
        Assert.Equal(["清河轮渡停航检修，三号渡船进坞", "清河轮渡今天复航，三号渡船首日坐满"], second.QuerySelectorAll(".story-place li a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task A_new_report_joins_its_story_in_the_same_publish()
    {
        await using var site = await TestSite.StartAsync();
        await ImportAsync(site);
        var before = Assert.Single(await StoriesAsync(site), s => s.Reports == 4);
        await site.ImportAsync(AnArticle.Called("清河轮渡满月，三号渡船载客十万").At("2026-06-01 10:00").Saying("清河轮渡复航满一个月，三号渡船载客十万人。轮渡公司请乘客给三号渡船写一句话，清河两岸收到上千张纸条。"));

        Assert.Equal(5, (await StoriesAsync(site)).Single(s => s.Id == before.Id).Reports);
        Assert.Contains("满月", (await site.PageAsync(await PathAsync(site, "清河轮渡加开夜班"))).QuerySelector(".story-place")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_months_later_is_another_story()
    {
        await using var site = await TestSite.StartAsync();
        await ImportAsync(site);
        await site.ImportAsync(AnArticle.Called("清河轮渡三号渡船退役").At("2026-10-01 10:00").Saying("清河轮渡的三号渡船今天退役，轮渡公司把三号渡船的舵机送给了学校，清河两岸的乘客来送行。"));

        Assert.Equal(4, (await StoriesAsync(site)).Max(s => s.Reports));
    }

    [Theory]
    [StoreKinds]
    public async Task An_editors_name_merge_split_and_pin_outlive_later_publishes(string kind)
    {
        using var test = await TestStore.OpenAsync(kind, server);
        await test.ImportAsync(Clock, null, [.. Files()]);
        var desk = new StoryDesk(test.Store, Clock, "editor");
        var (ferry, library) = (await LargestAsync(test, 4), await LargestAsync(test, 3));
        await desk.NameAsync(ferry, "清河轮渡的一年");
        await desk.MergeAsync(library, ferry);
        Assert.Equal(7, await CountAsync(test, ferry));
        var night = await IdAsync(test, "清河轮渡加开夜班");
        var part = await desk.SplitAsync(ferry, [night], "夜班");
        var trial = await IdAsync(test, "清河轮渡试航");
        await desk.PinAsync(trial, part);

        await test.ImportAsync(Clock, null, AnArticle.Called("清河轮渡满月，三号渡船载客十万").At("2026-06-01 10:00").Saying("清河轮渡复航满一个月，三号渡船载客十万人。轮渡公司请乘客给三号渡船写一句话，清河轮渡夜班照开，图书馆的书架也送来了书。"));

        await using var db = test.Store.CreateContext();
        Assert.Equal("清河轮渡的一年", (await db.Stories.SingleAsync(s => s.Id == ferry)).Name);
        Assert.Equal(ferry, (await db.Stories.SingleAsync(s => s.Id == library)).MergedIntoId);
        Assert.Equal([trial, night], await db.Articles.Where(a => a.StoryId == part && a.StoryFixed).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync());
        Assert.Equal(5, await db.Articles.CountAsync(a => a.StoryId == ferry && a.StoryFixed));
    }

    [Fact]
    public async Task A_withdrawn_article_leaves_its_story_and_its_neighbours_pages_and_comes_back_when_it_is_restored()
    {
        await using var site = await TestSite.StartAsync();
        await ImportAsync(site);
        var story = Assert.Single(await StoriesAsync(site), s => s.Reports == 3);
        var neighbour = await PathAsync(site, "旧船厂图书馆奠基");
        Assert.Contains("封顶", await StoryPartAsync(site, neighbour), StringComparison.Ordinal);

        await ChangeAsync(site, "旧船厂图书馆封顶", (edition, article) => edition.Withdraw(article, article.Body!, "错稿"));
        Assert.DoesNotContain(await StoriesAsync(site), s => s.Id == story.Id);
        Assert.Equal(404, await site.StatusAsync(story.Path));
        Assert.Equal(string.Empty, await StoryPartAsync(site, neighbour));

        await ChangeAsync(site, "旧船厂图书馆封顶", (edition, article) => edition.Restore(article, article.Body!));
        Assert.Equal(3, (await StoriesAsync(site)).Single(s => s.Id == story.Id).Reports);
        Assert.Contains("封顶", await StoryPartAsync(site, neighbour), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_throws_away_the_runs_of_the_articles_before_and_after_it_in_the_story_and_no_further_ones()
    {
        await using var site = await TestSite.StartAsync();
        await ImportAsync(site);

        // Pinned: nothing but the story joins it to the ferry, and others stand between them in time.
        await site.ImportAsync(
            AnArticle.Called("茶园采春").At("2026-05-07 10:00").Saying("茶园里采茶的人天不亮就上山，露水还没有干，竹篓已经半满。"),
            AnArticle.Called("夜空观星").At("2026-05-09 10:00").Saying("山顶的望远镜对准木星，孩子们排着队看它的四颗卫星。"));
        var ferry = (await StoriesAsync(site)).Single(s => s.Reports == 4);
        await using var db = site.Store.CreateContext();
        await new StoryDesk(site.Store, site.Clock, "editor").PinAsync(await db.Articles.Where(a => a.Headline.StartsWith("旧船厂图书馆封顶")).Select(a => a.Id).SingleAsync(), ferry.Id);
        await site.RefreshAsync();
        string[] beside = ["清河轮渡试航", "清河轮渡今天复航"];
        foreach (var headline in beside.Append("清河轮渡加开夜班"))
        {
            await site.PageAsync(await PathAsync(site, headline));
        }

        var changed = await db.Articles.AsNoTracking().SingleAsync(a => a.Headline.StartsWith("旧船厂图书馆封顶"));
        await RunInvalidation.ApplyAsync(db, [changed], [], CancellationToken.None);
        var kept = await db.Articles.Where(a => db.Runs.Any(r => r.ArticleId == a.Id)).Select(a => a.Headline).ToListAsync();
        Assert.Equal("清河轮渡加开夜班，三号渡船挂上彩灯", Assert.Single(kept));
    }

    [Fact]
    public async Task A_merged_storys_address_redirects_and_an_unknown_one_is_not_found()
    {
        await using var site = await TestSite.StartAsync();
        await ImportAsync(site);
        var stories = await StoriesAsync(site);
        var (from, into) = (stories.Single(s => s.Reports == 3), stories.Single(s => s.Reports == 4));
        await new StoryDesk(site.Store, site.Clock, "editor").MergeAsync(from.Id, into.Id);

        using var answer = await site.Client.GetAsync(new Uri(from.Path, UriKind.Relative));
        Assert.Equal((301, into.Path), ((int)answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal(404, await site.StatusAsync("/stories/no-such-story"));
    }

    [Fact]
    public async Task What_cannot_be_done_to_a_story_is_refused_with_a_reason()
    {
        using var test = await TestStore.SqliteAsync();
        await test.ImportAsync(Clock, null, [.. Files()]);
        var desk = new StoryDesk(test.Store, Clock, "editor");
        var ferry = await LargestAsync(test, 4);
        await Assert.ThrowsAsync<StoryException>(() => desk.NameAsync(ferry, "  "));
        await Assert.ThrowsAsync<StoryException>(() => desk.MergeAsync(ferry, ferry));
        await Assert.ThrowsAsync<StoryException>(() => desk.SplitAsync(ferry, []));
        await Assert.ThrowsAsync<StoryException>(() => desk.PinAsync(1, 999));
        Assert.Equal(4, await CountAsync(test, ferry));
    }

    [Theory]
    [InlineData("海桥讯 7日，两岸的船都停了。", null, "2023-07-09", "2023-07-07")]
    [InlineData("海桥日报7月7日电 6日晚，两岸的船都停了。", "海桥日报7月7日电", "2023-07-09", "2023-07-06")]
    [InlineData("28日，两岸的船都停了。", null, "2023-07-03", "2023-06-28")]
    [InlineData("昨天，两岸的船都停了。", null, "2023-07-01", "2023-06-30")]
    [InlineData("12月31日，两岸的船都停了。", null, "2024-01-01", "2023-12-31")]
    [InlineData("8月1日起两岸的船都要停。", null, "2023-07-03", "2023-07-03")]
    [InlineData("两岸的船都停了，共停37日。", null, "2023-07-03", "2023-07-03")]
    public void A_day_named_without_month_or_year_is_the_one_before_the_dateline(string text, string? dateline, string published, string expected) =>
        Assert.Equal(Day(expected), EventDays.Of(text, dateline, Day(published)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<(string, string)> Files()
    {
        foreach (var (set, texts) in new[] { ("ferry", Ferry), ("library", Library) })
        {
            for (var i = 0; i < texts.Length; i++)
            {
                yield return AnArticle.Called(texts[i].Split('。')[0]).At($"2026-05-{(i * 5) + (set == "ferry" ? 1 : 3):00} 10:00").Under($"{set}{i}.md").Saying(texts[i]).ToFile();
            }
        }
    }

    private static async Task ImportAsync(TestSite site) => Assert.Equal(7, (await site.ImportAsync([.. Files()])).Added);

    private static async Task<List<Story>> StoriesAsync(TestSite site)
    {
        await using var db = site.Store.CreateContext();
        return await db.Stories.AsNoTracking().Shown().ToListAsync();
    }

    private static async Task<string> StoryPartAsync(TestSite site, string path) =>
        (await site.PageAsync(path)).QuerySelector(".story-place")?.TextContent ?? string.Empty;

    private static async Task ChangeAsync(TestSite site, string headline, Action<Edition, Article> change)
    {
        await using (var db = site.Store.CreateContext())
        {
            await using var edition = await Edition.BeginAsync(db, site.Clock, "editor");
            change(edition, await db.Articles.Include(a => a.Body).SingleAsync(a => a.Headline.StartsWith(headline)));
            await edition.CommitAsync();
        }

        await site.RefreshAsync();
    }

    private static async Task<string> PathAsync(TestSite site, string headline)
    {
        await using var db = site.Store.CreateContext();
        return (await db.Articles.AsNoTracking().SingleAsync(a => a.Headline.StartsWith(headline))).Path;
    }

    private static async Task<long> IdAsync(TestStore test, string headline)
    {
        await using var db = test.Store.CreateContext();
        return await db.Articles.Where(a => a.Headline.StartsWith(headline)).Select(a => a.Id).SingleAsync();
    }

    private static async Task<long> LargestAsync(TestStore test, int reports)
    {
        await using var db = test.Store.CreateContext();
        return await db.Stories.Where(s => s.Reports == reports).Select(s => s.Id).SingleAsync();
    }

    private static async Task<int> CountAsync(TestStore test, long story)
    {
        await using var db = test.Store.CreateContext();
        return await db.Articles.Visible().CountAsync(a => a.StoryId == story);
    }
}
