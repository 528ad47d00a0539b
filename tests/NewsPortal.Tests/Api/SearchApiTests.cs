using System.Text.Json;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Api;

/// <summary>Search for programs, beside the search page; on both databases.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class SearchApiTests(PrivatePostgres server)
{
    private static readonly string[] Odd =
    [
        "\"", "''", "-", "--", "* OR 1", "a AND", "NEAR(a b)", "Headline : 桥", "^桥", "桥*", "{桥}", "\\", "%", "_", "' & | ! <-> :*", "\0桥", "\uFFFF", "\uE001gui",
        "<script>", "😀", "ﷺ", "🧑‍🧑‍🧒", "\u202E桥", "-桥", "“", "(((((", "1;DROP TABLE Articles", "", " ",
    ];

    [Theory]
    [StoreKinds]
    public async Task It_finds_what_the_page_finds_in_the_same_order_with_the_same_counts(string kind)
    {
        await using var site = await StartAsync(kind);
        foreach (var query in (string[])["q=新桥", "q=桥&section=cai-jing", "q=桥&from=2025-01-01&to=2025-12-31", "q=贵洋", "q=guiyang", "q=贵阳新桥是哪一年开通的", "q=没有的词", "q=新桥&source=nothing"])
        {
            var page = await site.PageAsync("/search?" + query);
            var json = await site.JsonAsync("/api/v1/search?" + query);
            Assert.Equal(
                (query, string.Join(' ', page.QuerySelectorAll(".hits h2 a").Select(a => a.GetAttribute("href")))),
                (query, string.Join(' ', json.GetProperty("hits").EnumerateArray().Select(h => new Uri(h.GetProperty("article").Text("url")!).AbsolutePath))));
            Assert.Equal(page.QuerySelectorAll(".hits h2 mark").Select(m => m.TextContent), json.GetProperty("hits").EnumerateArray().SelectMany(h => Marked(h.GetProperty("headline"))));
            Assert.Equal(page.QuerySelectorAll(".hits .summary mark").Select(m => m.TextContent), json.GetProperty("hits").EnumerateArray().SelectMany(h => Marked(h.GetProperty("snippet"))));
            Assert.Equal(page.QuerySelectorAll(".hits .summary").Select(m => m.TextContent), json.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("snippet").Text("text")!));
        }

        var counts = await site.JsonAsync("/api/v1/search?q=新桥");
        Assert.Equal(2, counts.GetProperty("total").GetInt32());
        Assert.Equal([("本地", 1), ("财经", 1)], counts.GetProperty("sections").EnumerateArray().Select(s => (s.Text("name")!, s.GetProperty("count").GetInt32())).OrderBy(s => s.Item1, StringComparer.Ordinal));
        Assert.Equal([2025, 2024], counts.GetProperty("years").EnumerateArray().Select(y => y.GetProperty("year").GetInt32()));
        Assert.Equal("贵阳", (await site.JsonAsync("/api/v1/search?q=贵洋")).GetProperty("suggestions")[0].GetString());
    }

    [Theory]
    [StoreKinds]
    public async Task Any_text_is_answered(string kind)
    {
        await using var site = await StartAsync(kind);
        string[] inputs = [.. Odd, new string('桥', 800), string.Concat(Enumerable.Repeat("x ", 400)), new string('"', 300)];
        foreach (var query in inputs.Select(i => "q=" + Uri.EscapeDataString(i)).Concat(["", "q=%FF%FE", "q=%ED%A0%80", "q=a&q=b", "q=桥&section=%00", "q=桥&source='", "q=桥&section=", "q=%F0%9F", "q=桥&from=0001-01-01&to=9999-12-31", "q=桥&page=50"]))
        {
            Assert.Equal(JsonValueKind.Array, (await site.JsonAsync("/api/v1/search?" + query)).GetProperty("hits").ValueKind);
        }
    }

    [Fact]
    public async Task What_is_no_text_is_refused_by_name()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var (query, parameter) in new[] { ("q=a&page=0", "page"), ("q=a&page=51", "page"), ("q=a&page=x", "page"), ("q=a&from=x", "from"), ("q=a&to=2026-13-01", "to"), ("q=a&limit=5", "limit") })
        {
            var (status, problem) = await site.ProblemAsync("/api/v1/search?" + query);
            Assert.Equal((query, 400, parameter), (query, status, problem.Text("parameter")));
        }
    }

    [Fact]
    public async Task Marks_are_counted_in_code_points()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("😀𠮷野新桥开通").Saying("😀😀新桥上有人。"));
        var hit = (await site.JsonAsync("/api/v1/search?q=新桥")).GetProperty("hits")[0];
        Assert.Equal(3, hit.GetProperty("headline").GetProperty("marks")[0].GetProperty("start").GetInt32());
        Assert.Equal(["新桥"], Marked(hit.GetProperty("headline")));
        Assert.Equal(["新桥"], Marked(hit.GetProperty("snippet")));
    }

    [BenchFact]
    public async Task Every_naughty_string_is_answered()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("新桥开通"));
        foreach (var line in File.ReadLines(Environs.InBench("badinput", "naughty-strings.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            await site.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(row.RootElement.GetProperty("in").GetString()!));
        }
    }

    private static IEnumerable<string> Marked(JsonElement text)
    {
        var runes = text.Text("text")!.EnumerateRunes().ToList();
        return text.GetProperty("marks").EnumerateArray().Select(m =>
            string.Concat(runes.Skip(m.GetProperty("start").GetInt32()).Take(m.GetProperty("length").GetInt32()).Select(r => r.ToString())));
    }

    private async Task<TestSite> StartAsync(string kind)
    {
        var site = await ApiStore.StartAsync(kind, server);
        await site.ImportAsync(
            AnArticle.Called("贵阳新桥开通").In("本地").With("source", "日报").At("2024-05-01"),
            AnArticle.Called("新桥收费").In("财经").With("source", "晚报").At("2025-05-01"),
            AnArticle.Called("老桥检修").In("财经").With("source", "晚报").At("2025-06-01").Saying("老桥要修三个月，车辆绕行。"));
        return site;
    }
}
