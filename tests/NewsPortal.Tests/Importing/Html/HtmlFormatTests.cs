using NewsPortal.Core.Importing;

namespace NewsPortal.Tests.Importing.Html;

public sealed class HtmlFormatTests
{
    private const string Body = "<p>渡口停航一个月以后今天重新开航，第一班船坐了四十个人，都是赶早市的。</p><p>船长说，往后每天多开两班，周末再加一班夜航，票价还是两元。</p>";

    [Fact]
    public void A_page_without_prose_is_rejected() =>
        Assert.Throws<RejectedInputException>(() => CaptureSampleTests.FromPage("<html><body><a href=/>首页</a></body></html>"));

    [Fact]
    public void A_comments_time_is_never_the_articles()
    {
        var (article, _) = CaptureSampleTests.FromPage($"<h1>渡口今日开航</h1><div>{Body}</div><div class=comments><p>2019-01-01 10:00 路人</p><p>终于等到这一天了，我妈天天念叨着要去对岸买菜。</p></div>");

        Assert.Null(article.Published);
        Assert.DoesNotContain("念叨", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shown_time_of_a_chinese_page_outranks_its_metadata()
    {
        var (article, _) = CaptureSampleTests.FromPage($"<head><meta property='article:published_time' content='2020-01-01T00:00:00Z'></head><h1>渡口今日开航</h1><p>2024-03-18 09:15 来源：清河晚报</p><div>{Body}</div>");

        Assert.Equal(new DateTimeOffset(2024, 3, 18, 9, 15, 0, TimeSpan.FromHours(8)), article.Published!.At);
    }

    [Theory]
    [InlineData("作者：韩松年 顾青 <span class=hide>阅读 0</span>", "韩松年 顾青")]
    [InlineData("作者：韩松年 阅读：1280 评论 3", "韩松年")]
    [InlineData("作者：评论员 顾青", "评论员 顾青")]
    public void The_bar_of_counters_behind_a_byline_is_no_part_of_it(string line, string byline)
    {
        var (article, _) = CaptureSampleTests.FromPage($"<h1>渡口今日开航</h1><p>2024-03-18 09:15 来源：清河晚报 {line}</p><div>{Body}</div>");

        Assert.Equal(byline, article.Byline);
    }

    [Theory]
    [InlineData("渡口今日开航_社会_清河新闻网", "渡口今日开航")]
    [InlineData("渡口今日开航-清河日报", "渡口今日开航")]
    [InlineData("夜航灯|渡口来了新船长", "夜航灯|渡口来了新船长")]
    public void The_sites_name_is_taken_off_a_title(string title, string headline)
    {
        var (article, _) = CaptureSampleTests.FromPage($"<head><title>{title}</title></head><div>{Body}</div>");

        Assert.Equal(headline, article.Headline);
    }

    [Fact]
    public void A_staff_number_is_no_author()
    {
        var (article, _) = CaptureSampleTests.FromPage($"<head><meta name=author content=L_104485></head><h1>渡口今日开航</h1><div>{Body}</div>");

        Assert.Empty(article.Authors);
    }

    [Fact]
    public void The_ledger_covers_the_visible_text()
    {
        var (article, visible) = CaptureSampleTests.FromPage($"<script>var a = 1;</script><nav><a href=/>首页</a></nav><h1>渡口今日开航</h1><div>{Body}</div><footer>版权所有</footer>");

        Assert.Equal("首页\n渡口今日开航\n", visible[..10]);
        Assert.DoesNotContain("var a", visible, StringComparison.Ordinal);
        Assert.Equal(visible.EnumerateRunes().Count(), article.Ledger.Sum(e => e.Length));
    }

    [Theory]
    [InlineData("<p>2024</p><p>03/18</p><p>09:15</p>", "2024-03-18 09:15")]
    [InlineData("<p>18</p><p>2024-03</p>", "2024-03-18 00:00")]
    [InlineData("<p>发布时间：24-03-18</p>", "2024-03-18 00:00")]
    public void A_date_is_read_however_it_is_set(string lines, string expected)
    {
        var (article, _) = CaptureSampleTests.FromPage($"<h1>渡口今日开航</h1>{lines}<div>{Body}</div>");

        Assert.Equal(expected, article.Published!.At.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_number_without_a_label_is_no_date()
    {
        var (article, _) = CaptureSampleTests.FromPage($"<h1>渡口今日开航</h1><p>24-03-18</p><div>{Body}</div>");

        Assert.Null(article.Published);
    }
}
