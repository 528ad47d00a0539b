using CsCheck;
using NewsPortal.Core.Importing;

namespace NewsPortal.Tests.Importing.Text;

public sealed class TextFormatTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\t")]
    [InlineData("只有一个标题")]
    public void A_file_without_a_body_is_rejected(string text) =>
        Assert.Throws<RejectedInputException>(() => CaptureSampleTests.FromText(text));

    [Fact]
    public void A_title_with_a_date_in_brackets_is_not_the_line_of_metadata()
    {
        var article = CaptureSampleTests.FromText("渡口今日开航\n\n2024-03-18 09:15 | 来源:清河晚报\n\n渡口停航一个月以后今天重新开航，第一班船坐了四十个人。\n\n相关新闻\n\n报价动态(2019-01-01)");

        Assert.Equal(2024, article.Published!.At.Year);
        Assert.Equal(["报价动态(2019-01-01)"], article.Listed);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">这里</a>")]
    public void A_line_about_markup_is_shown_and_the_text_goes_on_below_it(string line)
    {
        const string below = "下一班船要等到明天早上，船员们把缆绳收好才回家。";
        var article = CaptureSampleTests.FromText($"渡口的网站\n\n渡口的网站今天重新开放，编辑部说有人在留言里写了这样一行：\n\n{line}\n\n{below}");

        Assert.EndsWith($"{line}\n{below}", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_in_an_interview_names_no_author()
    {
        var article = CaptureSampleTests.FromText("访渡口老船长\n\n记者：您开了三十八年船，最难忘的是哪一天？\n\n老周：是发大水的那一天，我一共跑了二十六趟。\n\n记者：害怕吗？\n\n老周：来不及害怕，岸上还有人在等我。");

        Assert.Empty(article.Authors);
        Assert.Contains("害怕吗", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_line_below_the_share_bar_opens_the_text_and_one_with_the_headline_is_the_kicker()
    {
        const string prose = "渡口停航一个月以后今天重新开航，第一班船坐了四十个人。\n\n船长说，往后每天早晚各多开一班，周末还有夜船。";
        var below = CaptureSampleTests.FromText($"渡口今日重新开航\n\n2024-03-18 09:15 | 来源:清河晚报\n\n分享到:\n\n第一班船坐了四十人\n\n{prose}");
        var above = CaptureSampleTests.FromText($"渡口今日重新开航\n\n第一班船坐了四十人\n\n2024-03-18 09:15 | 来源:清河晚报\n\n分享到:\n\n{prose}");

        Assert.StartsWith("第一班船坐了四十人\n渡口停航", below.Text, StringComparison.Ordinal);
        Assert.Null(below.Kicker);
        Assert.StartsWith("渡口停航", above.Text, StringComparison.Ordinal);
        Assert.Equal("第一班船坐了四十人", above.Kicker);
    }

    [Fact]
    public void A_line_that_leads_into_the_first_paragraph_is_kept()
    {
        var article = CaptureSampleTests.FromText("渡口今日重新开航\n\n2024-03-18 09:15 | 来源:清河晚报\n\n划重点：\n\n渡口停航一个月以后今天重新开航，第一班船坐了四十个人。\n\n船长说，往后每天早晚各多开一班，周末还有夜船。");

        Assert.StartsWith("划重点：\n渡口停航", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_of_the_original_title_is_no_caption() =>
        Assert.Empty(CaptureSampleTests.FromText("渡口今日重新开航\n\n渡口停航一个月以后今天重新开航，第一班船坐了四十个人。\n\n船长说，往后每天早晚各多开一班，周末还有夜船。\n\n（原题为《渡口怎么了？》）").Captions);

    [Fact]
    public void No_text_makes_it_fail_in_any_other_way_than_by_rejecting() =>
        Gen.String[Gen.Char["渡口 \n\n：:，。！（）()【】|2024-03-18:来源记者作者编辑相关新闻上一篇▲>_\t"], 0, 300].Sample(text =>
        {
            try
            {
                var article = CaptureSampleTests.FromText(text);
                return article.Ledger.Sum(e => e.Length) == text.EnumerateRunes().Count();
            }
            catch (RejectedInputException)
            {
                return true;
            }
        }, iter: 400);

    [Fact]
    public void A_newsrooms_section_name_is_a_heading_and_any_other_short_line_is_only_bold()
    {
        const string prose = "渡口停航一个月以后今天重新开航，第一班船坐了四十个人，船长说往后每天多开两班，票价还是两元。";
        var article = CaptureSampleTests.FromText($"渡口今日开航\n\n2024-03-18 09:15 | 来源:清河晚报\n\n{prose}\n\n下一步工作\n\n{prose}\n\n老船长的心愿\n\n{prose}");

        Assert.Equal(["下一步工作"], article.Headings);
        Assert.Contains("<p><strong>老船长的心愿</strong></p>", article.Body.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024\n\n03/18\n\n09:15", "2024-03-18 09:15")]
    [InlineData("发布时间:24-03-1809:15", "2024-03-18 09:15")]
    public void A_date_in_pieces_is_put_together(string lines, string expected)
    {
        var article = CaptureSampleTests.FromText($"渡口今日开航\n\n{lines}\n\n渡口停航一个月以后今天重新开航，第一班船坐了四十个人，都是赶早市的。\n\n船长说，往后每天多开两班，周末再加一班夜航，票价还是两元。");

        Assert.Equal(expected, article.Published!.At.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }
}
