namespace NewsPortal.Tests.Importing.Text;

/// <summary>Captures whose lines were cut at a width.</summary>
public sealed class WrappedCaptureTests
{
    [Fact]
    public void A_first_line_with_many_digits_belongs_to_its_paragraph()
    {
        var article = CaptureSampleTests.FromText(
            """
            渡口边的老树又开花了

            青石晚报  2026-03-27 08:20  来源：青石晚报

            青石晚报渡口3月27日消息（记者 林一舟） 26日傍晚，风
            转南了。渡口边那棵两百岁的老槐树在夜里开了花，清早摆渡的
            人闻到香气，把船停在树下，等第一批过河的学生来看。学生们
            仰着头数花串，数到一百就乱了。

            摆渡人说，这棵树去年没有开花。镇上的人修了树根边的石堰，
            又请园林站的人剪去枯枝，今年的花比往年晚了六天，也比往年
            密。树下新添了一张长椅，是木匠店送来的。

            本文由青石晚报供稿
            """);
        Assert.Null(article.Kicker);
        Assert.StartsWith("青石晚报渡口3月27日消息（记者 林一舟） 26日傍晚，风转南了。", article.Text, StringComparison.Ordinal);
        Assert.EndsWith("是木匠店送来的。", article.Text, StringComparison.Ordinal);
        Assert.Equal(["林一舟"], article.Authors);
    }
}
