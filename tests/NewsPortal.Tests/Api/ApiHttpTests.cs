using System.Net;
using Microsoft.Data.Sqlite;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Api;

/// <summary>How the API answers, whatever it answers.</summary>
public sealed class ApiHttpTests
{
    private static readonly string[] Addresses =
    [
        "/api/v1/articles", "/api/v1/articles/one", "/api/v1/sections", "/api/v1/tags", "/api/v1/stories", "/api/v1/search?q=%E6%A1%A5", "/api/v1/changes", "/openapi/v1.json",
    ];

    [Fact]
    public async Task Every_address_has_a_strong_validator_and_answers_304_until_something_changes()
    {
        await using var site = await StartAsync();
        foreach (var address in Addresses)
        {
            using var answer = await site.Client.GetAsync(address);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.Equal((address, 200), (address, (int)answer.StatusCode));
            Assert.False(answer.Headers.ETag!.IsWeak);
            Assert.Equal("Accept-Encoding", string.Join(',', answer.Headers.Vary));
            Assert.Equal("public, must-revalidate, max-age=0", answer.Headers.CacheControl!.ToString());
            Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
            Assert.Equal((address, 304), (address, await StatusAsync(site, address, r => r.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag.Tag))));

            // The same in another coding is the same.
            using var zipped = await SendAsync(site, HttpMethod.Get, address, r => r.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip"));
            Assert.Equal("gzip", zipped.Content.Headers.ContentEncoding.Single());
            Assert.Equal(304, await StatusAsync(site, address, r => r.Headers.TryAddWithoutValidation("If-None-Match", zipped.Headers.ETag!.Tag)));

            using var head = await SendAsync(site, HttpMethod.Head, address);
            Assert.Equal(answer.Headers.ETag, head.Headers.ETag);
            Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(body), head.Content.Headers.ContentLength);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }

        using var before = await site.Client.GetAsync("/api/v1/articles");
        await site.ImportAsync(AnArticle.Called("又一条").Saying("又一条的正文。"));
        Assert.Equal(200, await StatusAsync(site, "/api/v1/articles", r => r.Headers.TryAddWithoutValidation("If-None-Match", before.Headers.ETag!.Tag)));
    }

    [Fact]
    public async Task An_article_was_last_modified_when_its_page_was()
    {
        await using var site = await StartAsync();
        var json = await site.JsonAsync("/api/v1/articles/one");
        using var answer = await site.Client.GetAsync("/api/v1/articles/one");
        using var page = await site.Client.GetAsync(new Uri(json.Text("url")!).AbsolutePath);
        Assert.Equal(page.Content.Headers.LastModified, answer.Content.Headers.LastModified);
        Assert.Equal(304, await StatusAsync(site, "/api/v1/articles/one", r => r.Headers.IfModifiedSince = answer.Content.Headers.LastModified));
    }

    [Fact]
    public async Task A_script_of_any_origin_may_read_and_only_read()
    {
        await using var site = await StartAsync();
        string[] odd = [.. Addresses, "/api/v1/articles?x=1", "/api/v1/nothing", "/api"];
        foreach (var address in odd)
        {
            using var answer = await SendAsync(site, HttpMethod.Get, address, r => r.Headers.TryAddWithoutValidation("Origin", "https://elsewhere.example"));
            Assert.Equal((address, "*"), (address, answer.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        }

        foreach (var address in Addresses)
        {
            using var asked = await SendAsync(site, HttpMethod.Options, address, r =>
            {
                r.Headers.TryAddWithoutValidation("Origin", "https://elsewhere.example");
                r.Headers.TryAddWithoutValidation("Access-Control-Request-Method", "GET");
            });
            Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
            Assert.Equal("GET, HEAD, OPTIONS", asked.Headers.GetValues("Access-Control-Allow-Methods").Single());
            foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
            {
                // Articles can be sent and taken down, by programs that show a token.
                var isOne = address.StartsWith("/api/v1/articles/", StringComparison.Ordinal);
                var isList = address == "/api/v1/articles";
                using var refused = await SendAsync(site, method, address);
                var writes = (isList && method == HttpMethod.Post) || (isOne && method == HttpMethod.Delete);
                Assert.Equal((address, writes ? 401 : 405), (address, (int)refused.StatusCode));
                if (!writes)
                {
                    string[] allowed = isList ? ["GET", "HEAD", "OPTIONS", "POST"] : isOne ? ["DELETE", "GET", "HEAD", "OPTIONS"] : ["GET", "HEAD", "OPTIONS"];
                    Assert.Equal(allowed, refused.Content.Headers.Allow.Order());
                }

                Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.ToString());
            }
        }

        using var front = await site.Client.GetAsync("/");
        Assert.False(front.Headers.Contains("Access-Control-Allow-Origin"), "pages are not opened");
    }

    [Fact]
    public async Task What_does_not_exist_is_a_problem_in_json_below_the_api_and_a_page_elsewhere()
    {
        await using var site = await StartAsync();
        foreach (var address in (string[])["/api", "/api/v1", "/api/v2/articles", "/api/v1/nothing", "/openapi/v2.json"])
        {
            Assert.Equal((address, 404), (address, (await site.ProblemAsync(address)).Status));
        }

        using var elsewhere = await site.Client.GetAsync("/apis");
        Assert.Equal("text/html", elsewhere.Content.Headers.ContentType!.MediaType);
        Assert.Equal(301, await site.StatusAsync("/api/v1/articles/"));
    }

    [Fact]
    public async Task While_the_store_cannot_be_read_a_program_is_told_when_to_ask_again()
    {
        await using var site = await StartAsync();
        await using (var connection = new SqliteConnection($"Data Source={site.Store.Location.SqliteFile}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'Tags'";
            await command.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearAllPools();
        using var answer = await site.Client.GetAsync("/api/v1/tags");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("30", answer.Headers.GetValues("Retry-After").Single());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("新桥开通").With("id", "one").With("tags", "[桥]").At("2026-11-20 08:00").Saying("新桥今天开通。"));
        return site;
    }

    private static async Task<int> StatusAsync(TestSite site, string address, Action<HttpRequestMessage> change)
    {
        using var answer = await SendAsync(site, HttpMethod.Get, address, change);
        return (int)answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(TestSite site, HttpMethod method, string address, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, address);
        change?.Invoke(request);
        return await site.Client.SendAsync(request);
    }
}
