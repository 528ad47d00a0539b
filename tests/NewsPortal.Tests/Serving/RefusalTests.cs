using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Crawlers.Walking;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Serving;

/// <summary>What is refused, and that it says so in its status.</summary>
public sealed class RefusalTests
{
    private static readonly string[] Nowhere =
    [
        "/nothing", "/nothing/at/all.html", "/2026/11/20/nothing", "/2025/01/01", "/2025/01",
        "/sections/nothing", "/sections/nothing/feed.xml", "/tags/nothing", "/tags/nothing/atom.xml", "/sources/nothing",
        "/authors/nothing", "/stories/nothing", "/stories/nothing/feed.json", "/sitemaps/nothing.xml", "/media/00/000000000000000000000000000000.jpg",
        "/css/site.nothing.css", "/api/v1/articles/nothing", "/latest?page=2", "/%E4%B8%8D%E5%AD%98%E5%9C%A8",
    ];

    [Fact]
    public async Task S14_H3_what_was_withdrawn_answers_410_everywhere_and_nothing_leads_to_it()
    {
        await using var site = await StartAsync();
        long id;
        await using (var db = site.Store.CreateContext())
        {
            var article = await db.Articles.WithEverything().SingleAsync(a => a.ExternalId == "gone");
            id = article.Id;
            await using var edition = await Edition.BeginAsync(db, site.Clock, "chen");
            edition.Withdraw(article, article.Body!, "失实");
            await edition.CommitAsync();
        }

        await site.RefreshAsync();
        foreach (var path in (string[])["/2026/11/20/gone", $"/a/{id}", "/old/gone.html", "/api/v1/articles/gone", $"/api/v1/articles/{id}?by=number"])
        {
            Assert.Equal((path, 410), (path, await site.StatusAsync(path)));
        }

        Assert.Equal(404, await site.StatusAsync("/2026/11/20/draft"));
        Assert.Equal(404, await site.StatusAsync("/api/v1/articles/draft"));
        var report = await new SiteCrawler(site.Client, site.Address).CrawlAsync((address, text) =>
        {
            Assert.DoesNotContain("/2026/11/20/gone", text, StringComparison.Ordinal);
            Assert.DoesNotContain("只此一篇的标签", text, StringComparison.Ordinal);
            Assert.DoesNotContain("/2026/11/20/draft", text, StringComparison.Ordinal);
        });
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task S14_H4_what_does_not_exist_answers_404_whatever_it_looks_like()
    {
        await using var site = await StartAsync();
        foreach (var path in Nowhere)
        {
            using var answer = await site.Client.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
            if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                Assert.Contains("<meta name=\"robots\" content=\"noindex\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task S14_H4_while_the_store_cannot_be_read_crawlers_are_told_to_come_back()
    {
        await using var site = await StartAsync();
        await using (var connection = new SqliteConnection($"Data Source={site.Store.Location.SqliteFile}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'Articles'; PRAGMA schema_version = 999999";
            await command.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearAllPools();
        foreach (var path in (string[])["/2026/11/20/one", "/latest", "/tags/qiao", "/feed.xml", "/sitemap.xml", "/sitemaps/articles-2026-11-1.xml", "/search?q=%E6%A1%A5", "/a/1"])
        {
            using var answer = await site.Client.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, answer.StatusCode));
            Assert.Equal("30", answer.Headers.GetValues("Retry-After").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore, path);
        }
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.ImportAsync(
            AnArticle.Called("留下的一篇").At("2026-11-20 08:00").In("城市").With("id", "one").With("slug", "one").With("tags", "[桥]").With("source", "甲报"),
            AnArticle.Called("撤下的一篇").At("2026-11-20 09:00").In("城市").With("id", "gone").With("slug", "gone").With("tags", "[只此一篇的标签]").With("aliases", "[/old/gone.html]").Saying("这一篇后来撤下了，它说的是桥头的早市。"),
            AnArticle.Called("没写完的一篇").At("2026-11-20 10:00").In("城市").With("id", "draft").With("slug", "draft").With("draft", "true").Saying("这一篇还没有写完，谁也不该看见。"));
        return site;
    }
}
