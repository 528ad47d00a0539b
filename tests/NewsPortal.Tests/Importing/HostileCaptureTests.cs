using System.Diagnostics;
using System.Text;
using NewsPortal.Core.Importing;

namespace NewsPortal.Tests.Importing;

/// <summary>Inputs built to make a rule count for minutes. The limit is far above what a slow machine needs.</summary>
public sealed class HostileCaptureTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Lines() =>
    [
        "渡口今天重新开航，第一班船坐了四十个人。\n版权所有\n",
        "相关新闻\n",
        "2024-03-18 来源：清河晚报 作者：许知航 编辑：林渡\n",
        "((((((((((((((((((((\n",
        "首页 > 新闻 > 正文\n渡口\n",
        "渡口\n",
        "记者 记者 记者 记者 记者 记者 记者 记者 记者\n",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Many_equal_lines_are_read_in_time(string line)
    {
        var text = new StringBuilder().Insert(0, line, 400_000 / line.Length).ToString();
        Assert.True(Time(() => CaptureSampleTests.FromText(text)) < Limit);
        Assert.True(Time(() => CaptureSampleTests.FromPage("<body>" + text.Replace("\n", "<p>", StringComparison.Ordinal))) < Limit);
    }

    [Theory]
    [InlineData("渡")]
    [InlineData("（")]
    [InlineData("20")]
    [InlineData("a_")]
    [InlineData("来源：")]
    public void One_endless_line_is_read_in_time(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 400_000 / piece.Length).ToString();
        Assert.True(Time(() => CaptureSampleTests.FromText(text + "\n渡口今天重新开航，第一班船坐了四十个人。")) < Limit);
        Assert.True(Time(() => CaptureSampleTests.FromPage($"<title>{text}</title><h1>{text}</h1><p>{text}<p>渡口今天重新开航，第一班船坐了四十个人。")) < Limit);
    }

    [Theory]
    [InlineData("<iframe src='https://film.example/7'></iframe>")]
    [InlineData("<script></script>")]
    [InlineData("<img src=a.png>")]
    [InlineData("<span class=author>x</span>")]
    public void Many_elements_in_one_parent_are_read_in_time(string element)
    {
        var many = new StringBuilder().Insert(0, element, 30_000).ToString();
        Assert.True(Time(() => CaptureSampleTests.FromPage($"<h1>渡口重新开航</h1><div><p>渡口今天重新开航，第一班船坐了四十个人，码头上站满了人。</p>{many}</div>")) < Limit);
    }

    private static TimeSpan Time(Action read)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            read();
        }
        catch (RejectedInputException)
        {
            // Rejecting is an answer as well.
        }

        return clock.Elapsed;
    }
}
