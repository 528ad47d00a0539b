using NewsPortal.Core.Importing;

namespace NewsPortal.Tests.Importing;

public sealed class AutomaticSummaryTests
{
    private const string Sentence = "渡口的钟今年春天又响了，修钟的人叫老周。";

    [Theory]
    [InlineData("文｜林渡")]
    [InlineData("文|林渡（云栖镇）")]
    [InlineData("作者：林渡")]
    [InlineData("本文 1280 字 阅读 4 分钟")]
    [InlineData("本文**980**字，预计阅读 **3** 分钟")]
    [InlineData("图片来源：云栖镇档案馆，一九六二年拍摄。")]
    [InlineData("项目官网：<https://clock.example/home>")]
    [InlineData("<https://clock.example/home>")]
    [InlineData("清河钟表厂高级工程师")]
    [InlineData("负责渡口的钟和渡船的汽笛，也修收音机。")]
    [InlineData("欢迎大家来信提问，我们会选几个问题在下一期回答。")]
    [InlineData("本文作者：林渡，住在江边。他养了一只猫。")]
    [InlineData("```\nring --loud # 敲钟的命令，一次敲三下。\n```")]
    [InlineData("1、第一章讲钟从哪里来，讲了很久。")]
    [InlineData("渡口周刊 | 每周一期，讲江边的人和江边的事，欢迎来信来稿，也欢迎来坐船")]
    [InlineData("作者简介：林渡，写字的人，住在江边，养一只猫。")]
    [InlineData("## 一座钟的来历，要从头说起才说得清楚。")]
    [InlineData("![江边的钟](a.png \"钟楼在渡口的东边，背后是旧船厂。\")")]
    [InlineData("The bell that nobody wanted to repair for nine long years.")]
    public void What_surrounds_the_text_is_not_its_summary(string line) =>
        Assert.Equal(Sentence, Summary($"{line}\n\n{Sentence}\n\n后来的事，下次再说。"));

    [Fact]
    public void Who_wrote_it_stands_above_the_count_of_its_characters() =>
        Assert.Equal(Sentence, Summary($"林渡\n\n写过三本讲渡口的书，其中一本得过奖。\n\n本文 1280 字 阅读 4 分钟\n\n{Sentence}"));

    [Fact]
    public void Text_goes_on_behind_the_count() =>
        Assert.Equal(Sentence, Summary("**本文 1280 字，预计阅读 4 分钟** " + Sentence));

    [Fact]
    public void A_sentence_that_fits_is_taken_before_one_that_must_be_cut()
    {
        var longSentence = string.Concat(Enumerable.Repeat("云栖镇渡口管理所是管理渡口、渡船和渡口的钟的单位，", 12)) + "成立于一九六二年。";
        Assert.Equal(Sentence, Summary($"{longSentence}\n\n{Sentence}"));
        Assert.EndsWith("…", Summary(longSentence), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_leads_to_a_list_is_a_sentence() =>
        Assert.Equal("修钟的人说，一口停了九年的钟要重新走动，先要做完下面三件事：", Summary("修钟的人说，一口停了九年的钟要重新走动，先要做完下面三件事：\n\n- 擦去齿轮上的锈。\n- 换掉断了的发条，再上满油。"));

    [Fact]
    public void A_dateline_stays() =>
        Assert.Equal("清河晚报云栖3月18日电 渡口的钟今天重新走动。", Summary("清河晚报云栖3月18日电 渡口的钟今天重新走动。"));

    [Fact]
    public void A_long_paragraph_is_cut_behind_a_sentence()
    {
        var summary = Summary(string.Concat(Enumerable.Repeat("这口钟重三百二十斤，敲一下江对岸都听得见。", 20)))!;
        Assert.EndsWith("听得见。", summary, StringComparison.Ordinal);
        Assert.InRange(summary.Length, 60, AutomaticSummary.Longest);
    }

    [Theory]
    [InlineData("这口钟")]
    [InlineData("clockwork ")]
    [InlineData("𠮷𠮷𠮷")]
    public void A_sentence_without_end_is_cut_with_an_ellipsis_and_not_inside_a_character(string part)
    {
        var summary = Of("Bell", string.Concat(Enumerable.Repeat(part, 200)))!;
        Assert.EndsWith("…", summary, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(summary[^2]));
        Assert.InRange(summary.Length, 50, AutomaticSummary.Longest * 2);
    }

    [Fact]
    public void English_is_cut_behind_a_sentence_too() =>
        Assert.EndsWith("is heard.", Of("The bell", string.Concat(Enumerable.Repeat("Across the river version 1.2 of the bell is heard. ", 12))), StringComparison.Ordinal);

    [Fact]
    public void Pictures_alone_have_no_summary() => Assert.Null(Summary("**作者|林渡**\n\n![](a.png)"));

    [Theory]
    [InlineData("渡口的钟", null)]
    [InlineData("渡口 的钟！", null)]
    [InlineData("一口钟的修理记", "一口钟的修理记")]
    [InlineData("钟*（1962 年造）*还在走", "钟（1962 年造）还在走")]
    public void A_stated_summary_counts_unless_it_says_the_headline_again(string stated, string? expected) =>
        Assert.Equal(expected, AutomaticSummary.Stated(Extracted.From($"---\ntitle: 渡口的钟修好了\ndescription: \"{stated}\"\n---\n{Sentence}")));

    private static string? Summary(string markdown) => Of("渡口的钟", markdown);

    private static string? Of(string headline, string markdown) =>
        AutomaticSummary.Of(Extracted.From($"---\ntitle: {headline}\n---\n{markdown}"));
}
