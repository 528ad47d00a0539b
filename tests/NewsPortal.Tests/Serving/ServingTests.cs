using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Tests.Serving;

/// <summary>How addresses answer, by the rules of HTTP and of the house.</summary>
public sealed class ServingTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        await _site.ImportAsync(
            AnArticle.Called("第一天的新闻").At("2026-11-20 08:00:00").With("slug", "first").With("aliases", "[/old/first.html, /2019/05/01/an-old-slug]"),
            AnArticle.Called("第二天的新闻").At("2026-11-21 08:00:00").With("slug", "second").Saying("第二天，河边的灯也亮了，散步的人比昨天更多。"),
            AnArticle.Called("第三天的新闻").At("2026-11-22 08:00:00").With("slug", "third").Saying("第三天下起小雨，步道上仍有撑伞的人。"),
            AnArticle.Called("还没写完").At("2026-11-22 09:00:00").With("slug", "unfinished").With("draft", "true"),
            AnArticle.Called("中午才发").At("2026-11-24 12:00:00").With("slug", "noon"));
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_joined_gzip_stream_unpacks_to_the_plain_page()
    {
        var plain = await _site.Client.GetByteArrayAsync("/2026/11/20/first");
        using var zipped = await GetAsync("/2026/11/20/first", r => r.Headers.AcceptEncoding.ParseAdd("gzip"));
        Assert.Equal("gzip", zipped.Content.Headers.ContentEncoding.Single());
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(await zipped.Content.ReadAsStreamAsync(), CompressionMode.Decompress))
        {
            await gzip.CopyToAsync(unpacked);
        }

        Assert.Equal(plain, unpacked.ToArray());
        Assert.EndsWith("</html>", System.Text.Encoding.UTF8.GetString(plain).TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/2026/11/20/first")]
    [InlineData("/")]
    [InlineData("/latest")]
    [InlineData("/feed.xml")]
    public async Task S12_H1_a_second_visit_costs_no_bytes(string path)
    {
        using var first = await GetAsync(path);
        using var second = await GetAsync(path, r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        using var other = await GetAsync(path, r => r.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"something-else\"")));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("/2026/11/20/first")]
    [InlineData("/")]
    public async Task H1_head_sends_the_headers_of_get_and_no_body(string path)
    {
        using var get = await GetAsync(path);
        using var head = await GetAsync(path, r => r.Method = HttpMethod.Head);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task H1_a_publish_changes_the_validator_of_every_article_page()
    {
        using var before = await GetAsync("/2026/11/20/first");
        await _site.ImportAsync(AnArticle.Called("又一篇新闻").At("2026-11-23 08:00:00").Saying("新的一篇，讲的是渡口边的早市。"));
        using var after = await GetAsync("/2026/11/20/first", r => r.Headers.IfNoneMatch.Add(before.Headers.ETag!));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("又一篇新闻", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_rendered_once_until_something_it_shows_changes()
    {
        var runs = _site.Services.GetRequiredService<ArticleRunSource>();
        await _site.Client.GetAsync("/2026/11/20/first");
        var rendered = runs.Rendered;
        await _site.Client.GetAsync("/2026/11/20/first");
        Assert.Equal(rendered, runs.Rendered);
        await _site.ImportAsync(AnArticle.Called("更早的新闻").At("2026-11-19 08:00:00").Saying("更早的一篇，成了它的上一篇。"));
        var page = await _site.PageAsync("/2026/11/20/first");
        Assert.True(runs.Rendered > rendered);
        Assert.Contains("更早的新闻", page.QuerySelector("a[rel=prev]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/2026/11/22/unfinished", 404)]
    [InlineData("/2026/11/24/noon", 404)]
    [InlineData("/2026/11/20/nothing", 404)]
    [InlineData("/2026/13/45/first", 404)]
    [InlineData("/nowhere/at/all", 404)]
    [InlineData("/a/999999", 404)]
    public async Task S14_H3_what_the_public_may_not_see_is_not_found(string path, int status) => Assert.Equal(status, await _site.StatusAsync(path));

    [Fact]
    public async Task A_scheduled_article_appears_at_its_moment()
    {
        await _site.PassAsync(TimeSpan.FromHours(2.1));
        Assert.Equal(200, await _site.StatusAsync("/2026/11/24/noon"));
        Assert.Contains("中午才发", (await _site.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/old/first.html")]
    [InlineData("/2019/05/01/an-old-slug")]
    [InlineData("/2026/11/20/first/")]
    public async Task S13_H2_old_addresses_lead_to_the_article_in_one_hop(string path)
    {
        using var old = await GetAsync(path);
        Assert.Equal(HttpStatusCode.MovedPermanently, old.StatusCode);
        Assert.Equal("/2026/11/20/first", old.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/latest")]
    [InlineData("/")]
    [InlineData("/search")]
    [InlineData("/feed.xml")]
    public async Task Pages_are_not_written_to(string path)
    {
        using var answer = await GetAsync(path, r => r.Method = HttpMethod.Post);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task A_name_that_only_a_draft_bears_is_not_given_away()
    {
        await _site.ImportAsync(AnArticle.Called("还在写").At("2026-11-22 09:00:00").With("draft", "true").With("tags", "[机密的事]"));
        Assert.Equal(404, await _site.StatusAsync("/tags/" + Uri.EscapeDataString("机密的事")));
        Assert.Equal(404, await _site.StatusAsync("/tags/ji-mi-de-shi"));
    }

    [Fact]
    public async Task Numbers_lead_to_the_article_in_one_hop()
    {
        await using var db = _site.Store.CreateContext();
        var id = await db.Articles.Where(a => a.Slug == "second").Select(a => a.Id).SingleAsync();
        using var number = await GetAsync($"/a/{id}");
        Assert.Equal("/2026/11/21/second", number.Headers.Location!.ToString());
    }

    [Fact]
    public async Task S14_H3_a_withdrawn_article_is_gone_from_its_address_and_every_list()
    {
        await using (var db = _site.Store.CreateContext())
        {
            var article = await db.Articles.WithEverything().SingleAsync(a => a.Slug == "second");
            await using var edition = await Edition.BeginAsync(db, _site.Clock, "operator");
            edition.Withdraw(article, article.Body!, "事实有误");
            await edition.CommitAsync();
        }

        await _site.RefreshAsync();
        Assert.Equal(410, await _site.StatusAsync("/2026/11/21/second"));
        foreach (var path in (string[])["/", "/latest", "/feed.xml", "/atom.xml", "/feed.json", "/2026/11/20/first", "/2026/11/22/third", "/search?q=%E6%95%A3%E6%AD%A5", "/news-sitemap.xml"])
        {
            Assert.DoesNotContain("第二天的新闻", await _site.Client.GetStringAsync(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_import_by_another_process_shows_within_a_second()
    {
        using var folder = new TemporaryFolder();
        (string path, string text) = AnArticle.Called("别处导入的新闻").At("2026-11-23 20:00:00").ToFile();
        folder.Write(path, text);
        using var output = new StringWriter();
        Assert.Equal(0, await Web.Commands.CommandLine.RunAsync(["import", folder.Path, "--data", _site.DataDirectory], output, TextWriter.Null));
        var deadline = DateTime.UtcNow.AddSeconds(1);
        var seen = false;
        while (!seen && DateTime.UtcNow < deadline)
        {
            seen = (await _site.Client.GetStringAsync("/latest")).Contains("别处导入的新闻", StringComparison.Ordinal);
            await Task.Delay(20);
        }

        Assert.True(seen);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/latest")]
    public async Task What_is_made_once_for_all_readers_is_made_anew_when_something_is_published(string path)
    {
        var before = await _site.Client.GetStringAsync(path);
        Assert.Equal(before, await _site.Client.GetStringAsync(path));
        await _site.ImportAsync(AnArticle.Called("刚刚发生的新闻").At("2026-11-23 21:00:00").ToFile());
        Assert.Contains("刚刚发生的新闻", await _site.Client.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_pages_set_no_cookie_and_forbid_script()
    {
        foreach (var path in (string[])["/", "/2026/11/20/first", "/latest", "/nowhere", "/feed.xml"])
        {
            using var answer = await GetAsync(path);
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
            Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        change?.Invoke(request);
        return await _site.Client.SendAsync(request);
    }
}
