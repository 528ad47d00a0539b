using System.Text.Json;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Pages;

public sealed class SearchPageTests
{
    private static readonly string[] Odd =
    [
        "\"", "''", "-", "--", "* OR 1", "a AND", "NEAR(a b)", "Headline : 桥", "^桥", "桥*", "{桥}", "\\", "%", "_", "' & | ! <-> :*", "\0桥", "\uFFFF", "\uE001gui",
        "<script>", "😀", "ﷺ", "🧑‍🧑‍🧒", "مرحبا", "\u202E桥", "-桥", "-\"桥\"", "“", "桥 “", "(((((", "1;DROP TABLE Articles",
    ];

    [Fact]
    public async Task Any_input_answers_with_a_page()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("新桥开通").Saying("桥上有人。"));
        string[] inputs = [.. Odd, new string('桥', 800), string.Concat(Enumerable.Repeat("x ", 400)), new string('"', 300)];
        foreach (var input in inputs)
        {
            Assert.Equal((input, 200), (input, await site.StatusAsync("/search?q=" + Uri.EscapeDataString(input))));
        }

        foreach (var query in (string[])["q=%FF%FE", "q=%ED%A0%80", "q=a&q=b", "q=桥&section=%00", "q=桥&source='", "q=桥&from=0001-01-01&to=9999-12-31", "q=桥&from=9999-12-31", "q=桥&to=0001-01-01", "q=桥&from=x", "q=%F0%9F"])
        {
            Assert.Equal((query, 200), (query, await site.StatusAsync("/search?" + query)));
        }
    }

    [BenchFact]
    public async Task Every_naughty_string_answers_with_a_page()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("新桥开通"));
        foreach (var line in File.ReadLines(Environs.InBench("badinput", "naughty-strings.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("in").GetString()!;
            Assert.Equal((text, 200), (text, await site.StatusAsync("/search?q=" + Uri.EscapeDataString(text))));
        }
    }

    [Fact]
    public async Task The_page_says_what_it_did_and_links_what_else_there_is()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(
            AnArticle.Called("贵阳新桥开通").In("本地").With("source", "日报").At("2024-05-01"),
            AnArticle.Called("新桥收费").In("财经").With("source", "晚报").At("2025-05-01"));
        var page = await site.PageAsync("/search?q=新桥");
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content")!.Split(',')[0]);
        Assert.Equal(["新桥", "新桥"], page.QuerySelectorAll(".hits h2 mark").Select(m => m.TextContent));
        Assert.Equal(3, page.QuerySelectorAll(".facets nav").Length);
        foreach (var link in page.QuerySelectorAll(".facets a").Select(a => a.GetAttribute("href")!))
        {
            var narrowed = await site.PageAsync(link);
            Assert.Single(narrowed.QuerySelectorAll(".hits > li"));
            Assert.NotNull(narrowed.QuerySelector(".facets b[aria-current]"));
        }

        var slip = await site.PageAsync("/search?q=贵洋");
        Assert.Equal("贵阳", slip.QuerySelector(".search-said a")!.TextContent);
        Assert.Single((await site.PageAsync(slip.QuerySelector(".search-said a")!.GetAttribute("href")!)).QuerySelectorAll(".hits > li"));

        var widened = await site.PageAsync("/search?q=贵阳新桥是哪一年开通的");
        Assert.Contains("放宽", widened.QuerySelector(".search-said")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await site.PageAsync("/search?q=guiyang")).QuerySelectorAll(".hits > li"));
    }
}
