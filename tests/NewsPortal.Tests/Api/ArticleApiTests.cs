using System.Net;
using System.Text.Json;
using NewsPortal.Tests.Pages;

namespace NewsPortal.Tests.Api;

/// <summary>What the API says of single articles, beside what their pages say.</summary>
/// <param name="site">A site with articles in every state.</param>
public sealed class ArticleApiTests(ReaderSite site) : IClassFixture<ReaderSite>
{
    private const int Last = 200;

    private static readonly string[] Addresses =
    [
        "/api/v1/articles?limit=100&fields=headline,url,text,html,summary,tags,authors,section,source", "/api/v1/articles?limit=100&tag=qiao-liang", "/api/v1/articles?source=bao-0",
        "/api/v1/articles?author=sun-yi", "/api/v1/sections", "/api/v1/tags", "/api/v1/stories", "/api/v1/changes?limit=1000", "/api/v1/search?q=%E7%A7%98%E8%80%8C%E4%B8%8D%E5%AE%A3", "/api/v1/search?q=%E8%8D%89%E7%A8%BF",
    ];

    [Fact]
    public async Task An_article_says_what_its_page_says()
    {
        var json = await OneAsync("full");
        var page = await site.PageAsync("/2026/11/24/full");
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), json.Text("url"));
        Assert.Equal(page.QuerySelector("h1")!.TextContent, json.Text("headline"));
        Assert.Equal(page.QuerySelector(".kicker")!.TextContent, json.Text("kicker"));
        Assert.Equal(page.QuerySelector(".subheadline")!.TextContent, json.Text("subheadline"));
        Assert.Equal(page.QuerySelector(".byline")!.TextContent, json.Text("byline"));
        Assert.Equal(page.QuerySelector(".source")!.TextContent, json.GetProperty("source").Text("name"));
        Assert.Equal(page.QuerySelector("time.published")!.GetAttribute("datetime"), json.Text("published"));
        Assert.Equal(page.QuerySelector("time.revised")!.GetAttribute("datetime"), json.Text("revised"));
        Assert.Equal("初稿误写桥长。", json.GetProperty("corrections")[0].Text("text"));
        Assert.Equal(site.BaseUrl + page.QuerySelector("a[rel=prev]")!.GetAttribute("href"), json.GetProperty("previous").Text("url"));
        Assert.Contains($"<a href=\"{site.BaseUrl}/2026/11/24/dated\"", json.Text("html")!, StringComparison.Ordinal);
        Assert.Equal("2026-11-24", (await OneAsync("dated")).Text("published"));
        Assert.Equal(ReaderSite.NastyHeadline, (await OneAsync("nasty")).Text("headline"));
    }

    [Fact]
    public async Task A_report_of_three_sources_names_them()
    {
        var json = await OneAsync("copy-1");
        Assert.Equal(["丙报", "乙报", "甲报"], json.GetProperty("sameReport").EnumerateArray().Select(r => r.Text("source")!).Order(StringComparer.Ordinal));
        Assert.Equal((await OneAsync("copy-0")).GetProperty("report").GetInt64(), json.GetProperty("report").GetInt64());
    }

    [Fact]
    public async Task O1_H3_nothing_but_public_articles_is_told_anywhere()
    {
        var shown = 0;
        var refused = new List<HttpStatusCode>();
        for (var number = 1; number <= Last; number++)
        {
            var answer = await site.Client.GetAsync(new Uri($"/api/v1/articles/{number}?by=number", UriKind.Relative));
            Assert.DoesNotContain(ReaderSite.Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            shown += answer.IsSuccessStatusCode ? 1 : 0;
            if (!answer.IsSuccessStatusCode) refused.Add(answer.StatusCode);
        }

        Assert.Equal(ReaderSite.Many + 7, shown);
        Assert.Single(refused, HttpStatusCode.Gone);
        Assert.All(refused.Where(r => r != HttpStatusCode.Gone), r => Assert.Equal(HttpStatusCode.NotFound, r));
        foreach (var address in Addresses)
        {
            for (string? next = address; next is not null;)
            {
                var text = await site.Client.GetStringAsync(new Uri(next, UriKind.RelativeOrAbsolute));
                var page = JsonDocument.Parse(text).RootElement;
                page.TryGetProperty("query", out var asked);
                var told = text.Replace($"\"query\":\"{(asked.ValueKind == JsonValueKind.String ? asked.GetString() : "-")}\"", string.Empty, StringComparison.Ordinal);
                foreach (var secret in new[] { ReaderSite.Secret, "草稿", "定时", "禁发", "失实", "撤稿", "/draft", "/scheduled", "/embargoed" })
                {
                    Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
                }

                next = address.Contains("changes", StringComparison.Ordinal) ? null : page.Text("next");
            }
        }

        Assert.Equal("full", Slug(Assert.Single(await ListAsync("tag=qiao-liang"))));
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_without_a_word_about_why()
    {
        var changes = JsonDocument.Parse(await site.TextAsync("/api/v1/changes?limit=1000")).RootElement.GetProperty("changes");
        var withdrawn = Assert.Single(changes.EnumerateArray(), c => c.Text("kind") == "withdrawn");
        Assert.EndsWith("/2026/11/24/withdrawn", withdrawn.Text("url"), StringComparison.Ordinal);
        var answer = await site.Client.GetAsync(new Uri($"/api/v1/articles/{withdrawn.Text("id")}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.ToString());
        Assert.DoesNotContain("失实", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Slug(JsonElement article) => article.Text("url")!.Split('/')[^1];

    private async Task<List<JsonElement>> ListAsync(string query) =>
        [.. JsonDocument.Parse(await site.TextAsync($"/api/v1/articles?limit=100&{query}")).RootElement.GetProperty("articles").EnumerateArray()];

    private async Task<JsonElement> OneAsync(string slug)
    {
        var article = (await ListAsync("section=ke-ji")).Single(a => Slug(a) == slug);
        return JsonDocument.Parse(await site.TextAsync($"/api/v1/articles/{article.Text("id")}")).RootElement;
    }
}
