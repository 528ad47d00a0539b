using System.Text.Json;
using AngleSharp.Dom;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Crawlers;

/// <summary>What Baidu and Toutiao ask of a page.</summary>
public sealed class ChineseEnginesTests
{
    [Fact]
    public async Task S7_B1_the_time_factor_has_site_time_to_the_second_and_the_publication_as_update_while_there_is_none()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("新桥通车").At("2026-11-20 08:09:10").In("城市").With("slug", "bridge").Under("a.md"));
        Assert.Equal(
            (site.Address + "/2026/11/20/bridge", "新桥通车", "2026-11-20T08:09:10", "2026-11-20T08:09:10"), Factor(await site.PageAsync("/2026/11/20/bridge")));
        Assert.Equal("2026年11月20日 08:09", (await site.PageAsync("/2026/11/20/bridge")).QuerySelector("h1")!.Closest("article")!.QuerySelector(".meta time")!.TextContent);

        site.Clock.Pass(TimeSpan.FromMinutes(90));
        await site.ImportAsync(AnArticle.Called("新桥通车").At("2026-11-20 08:09:10").In("城市").With("slug", "bridge").Under("a.md").Saying("河边的新桥今天通车，清晨就有许多人来看。桥长三百米，两岸种了四百棵柳树。"));
        Assert.Equal(("2026-11-20T08:09:10", "2026-11-24T11:30:00"), Times(await site.PageAsync("/2026/11/20/bridge")));

        // Home and lists state the newest change of what they show.
        foreach (var path in (string[])["/", "/latest", "/sections/cheng-shi"])
        {
            Assert.Equal("2026-11-24T11:30:00", Times(await site.PageAsync(path)).Updated);
        }
    }

    [Fact]
    public async Task S7_B2_toutiao_is_told_times_kind_and_writers_and_of_a_reprint_where_it_first_stood()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(
            AnArticle.Called("自家采写").At("2026-11-20 08:00").With("slug", "own").With("author", "孙一").Saying("自家记者今天到桥头采访，船长说水位正好。"),
            ("reprint.html", """
                <html><head><title>转来的稿件</title><link rel="canonical" href="https://elsewhere.example/2026/a.html"><meta property="og:site_name" content="彼岸报"></head>
                <body><article><h1>转来的稿件</h1><p>2026-11-21 08:00 来源：彼岸报</p><p>彼岸的渡口今天开航，头班船坐了三十个人，老人和孩子先上船，自行车可以推上甲板。</p><p>船长说，末班船晚上九点收，过了点就得等第二天早上六点。</p></article></body></html>
                """));
        var own = await site.PageAsync("/2026/11/20/own");
        Assert.Equal("article", Meta(own, "og:type"));
        Assert.Equal("2026-11-20T08:00:00+08:00", Meta(own, "article:published_time"));
        Assert.Equal("孙一", Meta(own, "article:author"));
        Assert.Null(Meta(own, "article:published_first"));
        foreach (var name in (string[])["bytedance:published_time", "bytedance:updated_time", "bytedance:lrDate_time"])
        {
            Assert.Equal("2026-11-20T08:00:00+08:00", Meta(own, name));
        }

        var reprint = await site.PageAsync("/2026/11/21/zhuan-lai-de-gao-jian");
        Assert.Equal("彼岸报, https://elsewhere.example/2026/a.html", Meta(reprint, "article:published_first"));
        Assert.Null(Meta(reprint, "article:author"));
        Assert.Equal("website", Meta(await site.PageAsync("/"), "og:type"));
        Assert.Null(Meta(await site.PageAsync("/latest"), "bytedance:published_time"));
    }

    [Theory]
    [InlineData("云川大桥今天合龙两岸居民上桥散步老人和孩子第一次走着过江渡船照常往返首班早上六点开末班晚上九点收")]
    [InlineData("Announcing-the-very-long-headline-of-an-article-that-nobody-would-shorten-by-hand-because-it-says-all")]
    [InlineData("！？……")]
    public async Task S17_B3_the_address_of_a_long_headline_is_plain_letters_and_fits_baidus_256_bytes(string headline)
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Site:BaseUrl=https://news.of-a-publisher-with-a-long-name.example");
        await site.ImportAsync(AnArticle.Called(headline).At("2026-11-20 08:00"));
        var map = System.Xml.Linq.XDocument.Parse(await site.Client.GetStringAsync("/sitemaps/articles-2026-11-1.xml"));
        var address = map.Descendants("{http://www.sitemaps.org/schemas/sitemap/0.9}loc").Single().Value;
        Assert.InRange(address.Length, 1, 256);
        Assert.Matches("/2026/11/20/[a-z0-9]+(-[a-z0-9]+)*$", address);
        Assert.InRange(address.Split('/')[^1].Length, 1, 60);
    }

    [Fact]
    public async Task S17_headlines_that_sound_alike_have_addresses_of_their_own_and_an_editor_may_spell_a_reading()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(
            AnArticle.Called("你好").At("2026-11-20 08:00").Under("0.md").Saying("第一篇说的是桥头的早市，卖菜的人天不亮就来了。"),
            AnArticle.Called("拟好").At("2026-11-20 08:00").Under("1.md").Saying("第二篇说的是新的章程，一共十二条，昨天夜里写完。"),
            AnArticle.Called("？！").At("2026-11-20 08:00").Under("2.md").Saying("第三篇没有一个能读出来的标题，只有两个标点。"),
            AnArticle.Called("……").At("2026-11-20 08:00").Under("3.md").Saying("第四篇也没有能读的标题，渡口的钟敲了九下。"),
            AnArticle.Called("长乐").At("2026-11-20 08:00").Under("4.md").With("slug", "chang-le").Saying("地名的读法由编辑写明，车站的牌子也这样写。"));
        foreach (var (slug, headline) in ((string, string)[])[("ni-hao", "你好"), ("ni-hao-2", "拟好"), ("article", "？！"), ("article-2", "……"), ("chang-le", "长乐")])
        {
            Assert.Equal(headline, (await site.PageAsync($"/2026/11/20/{slug}")).QuerySelector("h1")!.TextContent);
        }
    }

    private static string? Meta(IDocument page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    private static JsonElement FactorOf(IDocument page) => Assert.Single(
        page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement),
        d => d.GetProperty("@context").GetString() == "https://ziyuan.baidu.com/contexts/cambrian.jsonld");

    private static (string Id, string Title, string Published, string Updated) Factor(IDocument page)
    {
        var factor = FactorOf(page);
        Assert.Equal(JsonValueKind.Array, factor.GetProperty("images").ValueKind);
        return (factor.GetProperty("@id").GetString()!, factor.GetProperty("title").GetString()!, factor.GetProperty("pubDate").GetString()!, factor.GetProperty("upDate").GetString()!);
    }

    private static (string Published, string Updated) Times(IDocument page) => (FactorOf(page).GetProperty("pubDate").GetString()!, FactorOf(page).GetProperty("upDate").GetString()!);
}
