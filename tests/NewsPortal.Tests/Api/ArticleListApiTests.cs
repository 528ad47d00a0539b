using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Api;

/// <summary>Lists of articles, on both databases.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class ArticleListApiTests(PrivatePostgres server)
{
    private const int Count = 60;

    [Theory]
    [StoreKinds]
    public async Task O1_pages_tell_every_article_once_while_others_are_published(string kind)
    {
        await using var site = await StartAsync(kind);
        var before = (await OrderAsync(site)).ToList();
        var late = 0;
        var seen = await site.AllAsync("/api/v1/articles?limit=7", "articles", async () =>
        {
            late++;
            await site.ImportAsync(AnArticle.Called($"后来的第{late}条").At(late % 2 == 0 ? "2026-11-23 23:00" : "2026-11-19 08:00").With("id", $"late-{late}").Saying($"这一条是翻页时才发布的，第{late}次。"));
        });
        var numbers = seen.Select(a => a.Number()).ToList();
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.Equal(before, numbers.Where(before.Contains));
        Assert.True(late > 8, "many were published meanwhile");
    }

    [Theory]
    [StoreKinds]
    public async Task Filters_alone_and_together_tell_what_the_store_holds(string kind)
    {
        await using var site = await StartAsync(kind);
        await using var db = site.Store.CreateContext();
        var all = await db.Articles.Visible().Include(a => a.Section).Include(a => a.Source).Include(a => a.Tags).ThenInclude(t => t.Tag)
            .Include(a => a.Authors).ThenInclude(w => w.Author).NewestFirst().ToListAsync();
        var section = all[0].Section;
        (string Query, Func<Core.Articles.Article, bool> Holds)[] cases =
        [
            ($"section={section.Slug}", a => a.SectionId == section.Id),
            ($"section={Uri.EscapeDataString(section.Name)}", a => a.SectionId == section.Id),
            ("source=bao-1", a => a.Source!.Slug == "bao-1"),
            ("tag=qiao", a => a.Tags.Any(t => t.Tag.Slug == "qiao")),
            ("tag=%E6%A1%A5", a => a.Tags.Any(t => t.Tag.Slug == "qiao")),
            ("author=wang-yi", a => a.Authors.Any(w => w.Author.Slug == "wang-yi")),
            ("from=2026-11-21&to=2026-11-21", a => a.Day == 20261121),
            ("from=2026-11-22", a => a.Day >= 20261122),
            ("to=2026-11-20", a => a.Day <= 20261120),
            ($"section={section.Slug}&source=bao-1", a => a.SectionId == section.Id && a.Source!.Slug == "bao-1"),
            ($"tag=qiao&author=wang-yi&to=2026-11-22&section={section.Slug}", a => a.SectionId == section.Id && a.Day <= 20261122 && a.Tags.Any(t => t.Tag.Slug == "qiao") && a.Authors.Any(w => w.Author.Slug == "wang-yi")),
        ];
        foreach (var (query, holds) in cases)
        {
            var expected = all.Where(holds).Select(a => a.Id).ToList();
            Assert.NotEmpty(expected);
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', (await site.AllAsync($"/api/v1/articles?limit=4&{query}", "articles")).Select(a => a.Number()))));
        }
    }

    [Theory]
    [StoreKinds]
    public async Task O1_a_list_tells_the_fields_that_were_chosen_and_no_others(string kind)
    {
        await using var site = await StartAsync(kind);
        var chosen = (await site.JsonAsync("/api/v1/articles?limit=1&fields=headline,text,html,tags,authors,pictures")).GetProperty("articles")[0];
        Assert.Equal(["authors", "headline", "html", "id", "number", "pictures", "tags", "text"], chosen.EnumerateObject().Select(p => p.Name).Order());
        Assert.Contains("<p>", chosen.Text("html")!, StringComparison.Ordinal);
        Assert.DoesNotContain("<", chosen.Text("text")!, StringComparison.Ordinal);
        var standard = (await site.JsonAsync("/api/v1/articles?limit=1")).GetProperty("articles")[0];
        Assert.Null(standard.Text("html") ?? standard.Text("text"));
        Assert.StartsWith("n00", standard.Text("id"), StringComparison.Ordinal);
    }

    [Theory]
    [StoreKinds]
    public async Task O1_what_is_not_allowed_is_refused_by_name(string kind)
    {
        await using var site = await StartAsync(kind);
        (string Query, string Parameter)[] cases =
        [
            ("limit=0", "limit"), ("limit=101", "limit"), ("limit=abc", "limit"), ("limit=-1", "limit"), ("limit=", "limit"), ("limit=1&limit=2", "limit"),
            ("from=2026-02-30", "from"), ("to=heute", "to"), ("from=2026-11-22&to=2026-11-21", "from"),
            ("cursor=x", "cursor"), ("cursor=", "cursor"), ("cursor=dDpx", "cursor"), ("cursor=YToxLi0x", "cursor"),
            ("section=nothing", "section"), ("section=", "section"), ("tag=%00", "tag"), ("source='", "source"), ("author=%EF%BF%BF", "author"), ("story=x", "story"),
            ("fields=body", "fields"), ("fields=related", "fields"), ("fields=", "fields"), ("Limit=5", "Limit"), ("page=2", "page"), ("%00=1", "\0"),
        ];
        foreach (var (query, parameter) in cases)
        {
            var (status, problem) = await site.ProblemAsync("/api/v1/articles?" + query);
            Assert.Equal((query, 400, parameter), (query, status, problem.Text("parameter")));
            Assert.True(problem.Text("detail")!.Length > 15, "what to do is said");
        }
    }

    private async Task<TestSite> StartAsync(string kind)
    {
        var site = await ApiStore.StartAsync(kind, server);
        await site.ImportAsync([.. Enumerable.Range(0, Count).Select(i => AnArticle.Called($"第{i}号新闻").In(i % 3 == 0 ? "城市" : "财经").At($"2026-11-{20 + (i / 15)} 08:00")
            .With("id", $"n{i:0000}").With("source", $"报{i % 2}").With("tags", i % 5 == 0 ? "[桥, 河]" : "[河]").With("author", i % 2 == 0 ? "王一" : "李二")
            .Saying($"第{i}号新闻的正文，各有各的写法，编号{i * 7919}。").ToFile())]);
        return site;
    }

    private static async Task<List<long>> OrderAsync(TestSite site)
    {
        await using var db = site.Store.CreateContext();
        return await db.Articles.Visible().NewestFirst().Select(a => a.Id).ToListAsync();
    }
}
