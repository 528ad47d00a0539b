using NewsPortal.Core.Finding;

namespace NewsPortal.Tests.Finding;

/// <summary>Reprints of one report, and two reports of one event.</summary>
public sealed class SameReportTests
{
    private const string Report =
        "云川市新图书馆今天上午开馆，首日接待读者八千余人。新馆建在旧船厂的滑道上，阅览大厅可以看见江面，共有座位一千二百个。"
        + "馆长说，开放时间从早上八点到晚上十点，周六周日不休息。儿童区设在二楼，铺着软木地板，孩子们可以坐着看，也可以躺着看。";

    [Fact]
    public void A_copy_with_folded_punctuation_is_the_same_report() =>
        Assert.True(SameReport.Are(Report, Report.Replace('，', ',').Replace("。", "。 ", StringComparison.Ordinal)));

    [Fact]
    public void A_copy_cut_to_its_first_part_is_the_same_report() => Assert.True(SameReport.Are(Report, Report[..(Report.Length * 6 / 10)]));

    [Fact]
    public void Another_report_of_the_same_event_is_not_the_same_report() => Assert.False(SameReport.Are(
        Report,
        "等了三年，海边的人们终于走进了新图书馆。今天一早，队伍从滑道一直排到码头，第一位进门的是退休的船工老郑。他说自己在这里修过船，如今来看书。"
        + "记者在现场看到，靠窗的座位最先坐满，管理员忙着给孩子们办证，午后还有一场讲座，讲的是船厂从前的故事。"));

    [Fact]
    public void Two_lines_too_short_to_tell_are_not_grouped() => Assert.False(SameReport.Are("今天天晴。", "今天天晴。"));
}
