using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Serving;
using NewsPortal.Web.Serving.Kept;

namespace NewsPortal.Tests.Serving.Kept;

/// <summary>Pages kept ready: the same as those that are made for each asking, and never older than the site.</summary>
public sealed class KeptPageTests
{
    private static readonly string[] Pages =
    [
        "/", "/latest", "/2026/11/20/first", "/2026/11/21/second", "/sections/cheng-shi", "/tags/qiao", "/2026/11/20", "/2026/11", "/about", "/search?q=%E6%A1%A5", "/feed.xml", "/feed.json",
        "/news-sitemap.xml", "/sitemaps/pages.xml", "/robots.txt",
    ];

    [Theory]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task A_kept_page_has_the_headers_and_bytes_of_one_made_for_its_asking(string accepted)
    {
        await using var keeping = await StartAsync();
        await using var making = await StartAsync("--NewsPortal:Limits:PageCacheBytes=0");
        foreach (var path in Pages)
        {
            var made = await AskAsync(making, path, accepted);
            for (var i = 0; i < 4; i++)
            {
                var kept = await AskAsync(keeping, path, accepted);
                Assert.Equal($"{path}\n{made.Headers}", $"{path}\n{kept.Headers}");
                Assert.Equal(made.Bytes, kept.Bytes);
            }
        }

        Assert.True(Counters(keeping).FromMemory >= Pages.Length);
        Assert.Equal((0, 0), (Counters(making).FromMemory, Counters(making).FromStore));
    }

    [Fact]
    public async Task A_kept_page_shows_a_change_as_soon_as_the_ledger_is_read()
    {
        await using var site = await StartAsync();
        foreach (var path in Pages)
        {
            for (var i = 0; i < 3; i++)
            {
                await site.StatusAsync(path);
            }
        }

        await site.ImportAsync(AnArticle.Called("又一座桥开工").At("2026-11-23 08:00:00").In("城市").With("tags", "[桥]").With("slug", "third").Saying("第三座桥今天开工，桥上将有人行道。"));
        foreach (var path in (string[])["/", "/latest", "/2026/11/20/first", "/sections/cheng-shi", "/tags/qiao", "/search?q=%E6%A1%A5", "/feed.xml"])
        {
            Assert.True((await site.Client.GetStringAsync(path)).Contains("又一座桥开工", StringComparison.Ordinal), path);
        }

        await using (var db = site.Store.CreateContext())
        {
            var id = await db.Articles.Where(a => a.Slug == "first").Select(a => a.Id).SingleAsync();
            await new ArticleDesk(site.Store, site.Clock, site.Services.GetRequiredService<CurrentSite>().Snapshot.Zone, "wang").WithdrawAsync(id, "重写");
        }

        await site.RefreshAsync();
        Assert.Equal(410, await site.StatusAsync("/2026/11/20/first"));
        Assert.DoesNotContain("第一座桥通车", await site.Client.GetStringAsync("/latest"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/2026/11/20/first")]
    [InlineData("/tags/qiao")]
    public async Task However_many_ask_at_once_for_a_page_that_was_never_made_it_is_made_once(string path)
    {
        const int askers = 500;
        await using var site = await StartAsync();
        var runs = site.Services.GetRequiredService<ArticleRunSource>();
        var (before, rendered) = (Counters(site).Made, runs.Rendered);
        await Task.WhenAll(Enumerable.Range(0, askers).Select(async _ => (await site.Client.GetAsync(path)).EnsureSuccessStatusCode()));
        Assert.Equal(1, Counters(site).Made - before + (runs.Rendered - rendered));
    }

    [Fact]
    public async Task A_publish_has_the_pages_rendered_again_that_show_it_and_no_others()
    {
        await using var site = await StartAsync();
        await site.ImportAsync([.. Enumerable.Range(0, 40).Select(i => AnArticle.Called($"第{i}号渡口今天开航").At($"2026-10-{1 + (i / 2):00} 0{i % 2}:00:00").With("slug", $"ferry{i}").Saying(Text(i)))]);
        var paths = await PathsAsync(site);
        var before = await RunsAsync(site, paths);
        await site.ImportAsync(AnArticle.Called("第7号渡口改了航线").At("2026-10-05 12:00:00").With("slug", "changed").Saying(Text(7)));
        var runs = site.Services.GetRequiredService<ArticleRunSource>();
        var rendered = runs.Rendered;
        var after = await RunsAsync(site, paths);
        var changed = paths.Where(p => before[p] != after[p]).ToList();
        Assert.NotEmpty(changed);
        Assert.Equal(changed.Count, runs.Rendered - rendered);
    }

    [Fact]
    public async Task Behind_a_proxy_that_says_so_each_reader_is_told_apart_on_a_kept_page()
    {
        await using var site = await StartAsync("--ForwardedHeaders_Enabled=true");
        for (var reader = 1; reader <= 5; reader++)
        {
            for (var i = 0; i < 2; i++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/2026/11/20/first");
                request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
                request.Headers.Add("X-Forwarded-For", $"203.0.113.{reader}");
                (await site.Client.SendAsync(request)).EnsureSuccessStatusCode();
            }
        }

        Assert.True(Counters(site).FromMemory > 5);
        Assert.Equal(5, await site.ReadsOfAsync("first"));
    }

    private static KeptPages Counters(TestSite site) => site.Services.GetRequiredService<KeptPages>();

    private static string Text(int i) => $"第{i}号渡口今天开航，船票{i + 3}元，航线经过{(char)('甲' + i)}岛和{(char)('东' + i)}湾。首班船在清晨六点，末班船在傍晚。";

    private static async Task<TestSite> StartAsync(params string[] options)
    {
        var site = await TestSite.StartAsync(["--Site:BaseUrl=https://news.example", .. options]);

        // One after the other, so that two sites number them alike.
        await site.ImportAsync(AnArticle.Called("第一座桥通车").At("2026-11-20 08:00:00").In("城市").With("slug", "first").With("tags", "[桥]").Saying("第一座桥今天通车，桥长三百米。"));
        await site.ImportAsync(AnArticle.Called("第二座桥合龙").At("2026-11-21 08:00:00").In("城市").With("slug", "second").With("tags", "[桥]").Saying("第二座桥昨夜合龙，桥面还要铺一个月。"));
        return site;
    }

    private static async Task<List<string>> PathsAsync(TestSite site)
    {
        await using var db = site.Store.CreateContext();
        return (await db.Articles.Where(a => a.Status == ArticleStatus.Published).Select(a => new { a.Day, a.Slug }).ToListAsync()).ConvertAll(a => ArticleAddress.Of(a.Day, a.Slug));
    }

    // Asks for every page, so that each is kept, and tells what each is made of.
    private static async Task<Dictionary<string, string>> RunsAsync(TestSite site, List<string> paths)
    {
        foreach (var path in paths)
        {
            Assert.Equal(200, await site.StatusAsync(path));
        }

        await using var db = site.Store.CreateContext();
        var kept = await db.Articles.Join(db.Runs, a => a.Id, r => r.ArticleId, (a, r) => new { a.Day, a.Slug, r.Hash }).ToListAsync();
        return kept.ToDictionary(r => ArticleAddress.Of(r.Day, r.Slug), r => r.Hash, StringComparer.Ordinal);
    }

    private static async Task<(string Headers, byte[] Bytes)> AskAsync(TestSite site, string path, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        using var body = await answer.Content.ReadAsStreamAsync();
        using var plain = new MemoryStream();
        await (accepted == "gzip" ? new GZipStream(body, CompressionMode.Decompress) : body).CopyToAsync(plain);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal);
        return (string.Join('\n', headers.Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")), plain.ToArray());
    }
}
