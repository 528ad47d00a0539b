using System.Globalization;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Pages;

/// <summary>The stories on the front page.</summary>
public sealed class FrontStoryTests
{
    private static readonly string[] Ferry =
    [
        "清河轮渡停航检修，三号渡船进坞。轮渡公司说，三号渡船的舵机要换，清河轮渡停航一个月，乘客改走大桥。",
        "清河轮渡试航，三号渡船出坞。轮渡公司请了二十名老乘客登船，三号渡船在清河上绕行两圈，舵机运转正常。",
        "清河轮渡今天复航，三号渡船首日坐满。轮渡公司加开两班，清河两岸的乘客带着花来看三号渡船。",
        "清河轮渡加开夜班，三号渡船挂上彩灯。轮渡公司说夜班只在周末开，清河上的三号渡船到十点才收班。",
    ];

    // Nothing in one of these is said in another.
    private const string Words = "茶园防霜风扇 彗星尾巴拖长 龙舟冬训下水 秋糕蒸熟开锅 盘点机器人夜班 雾凇挂满松枝 古籍补纸浆糊 门球老人对阵 稻田灌水养鱼 望远镜镜片擦净 手工纸帘抄纸 元宵灯谜猜中 豆浆早餐摊位 桥下篮球场地 马拉松补给站点 高铁钢轨焊接 书店猫咪打盹 灯塔值守员工 海带晾晒竹竿 梨树嫁接剪枝 石板巷子修路 气象气球升空";

    [Fact]
    public async Task A_story_that_goes_on_stands_on_the_front_page_with_its_latest_steps_and_no_article_stands_there_twice()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(
            [.. Ferry.Select((text, i) => AnArticle.Called(text.Split('。')[0]).At($"2026-11-0{i + 1} 08:00:00").With("slug", $"ferry-{i}").Saying(text)),
            .. Words.Split(' ').Select((words, i) => AnArticle.Called(words).At($"2026-11-{(i % 12) + 10} {i.ToString("00", CultureInfo.InvariantCulture)}:00:00").With("slug", $"other-{i}").Saying(words + "。"))]);

        var page = await site.PageAsync("/");
        var lines = page.QuerySelectorAll("#stories .lines > section");
        var ferry = Assert.Single(lines, l => l.QuerySelector("h3")!.TextContent.Contains('渡'));
        Assert.StartsWith("/stories/", ferry.QuerySelector("h3 a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("自动归并", ferry.QuerySelector("h3 .auto")!.TextContent);
        Assert.Equal(["11-04", "11-03", "11-02"], ferry.QuerySelectorAll("time").Select(t => t.TextContent));

        var links = page.QuerySelectorAll("main a[href^='/2026/']").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(links.Distinct().Count(), links.Count);
    }

    [Fact]
    public async Task A_site_without_a_story_has_no_empty_band()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("渡口的灯").At("2026-11-01 08:00:00"));
        Assert.Null((await site.PageAsync("/")).QuerySelector("#stories"));
    }
}
