using CsCheck;
using NewsPortal.Core.Importing;

namespace NewsPortal.Tests.Importing.MarkdownFiles;

public sealed class MarkdownFormatTests
{
    [Theory]
    [InlineData("# 大桥通车\n\n正文。")]
    [InlineData("大桥\n通车\n=====\n\n正文。")]
    [InlineData("## 大桥通车\n\n正文。")]
    [InlineData("---\ntitle: 大桥通车\n---\n# 大桥 通车\n\n正文。")]
    public void The_first_heading_is_the_headline_and_not_part_of_the_body(string text)
    {
        var article = Extracted.From(text);
        Assert.Equal(("大桥通车", "正文。"), (article.Headline, article.Text));
    }

    [Fact]
    public void A_heading_that_is_not_the_headline_stays()
    {
        var article = Extracted.From("---\ntitle: 大桥通车\n---\n# 背景\n\n正文。");
        Assert.Equal(["背景"], article.Headings);
    }

    [Fact]
    public void Without_a_heading_the_first_sentence_is_the_headline()
    {
        var article = Extracted.From("今天大桥通车。很多人来了。");
        Assert.Equal("今天大桥通车", article.Headline);
        Assert.True(article.HeadlineAutomatic);
        Assert.InRange(Extracted.From(new string('长', 500)).Headline.Length, 30, 40);
    }

    [Theory]
    [InlineData("20210305 Bridge", "2021-03-05")]
    [InlineData("posts/2021-03-05-bridge", "2021-03-05")]
    [InlineData("202103/bridge", "2021-03-01")]
    [InlineData("2021/03/05/bridge", "2021-03-05")]
    [InlineData("20211305 bridge", null)]
    public void A_name_states_the_day_where_nothing_better_does(string path, string? day)
    {
        var article = Extracted.From("# 桥\n\n正文。", path: path);

        Assert.Equal(day, article.Published?.At.ToString("yyyy-MM-dd"));
        Assert.True(article.Published?.DateOnly ?? true);
        Assert.Equal(day is not null, article.Warnings.Exists(warning => warning.Message.Contains("name", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("via")]
    [InlineData("来自")]
    public void The_address_of_the_original_is_not_part_of_the_translation(string word)
    {
        var article = Extracted.From($"# 桥\n\n正文。\n\n----\n\n{word}: https://bridges.example/one\n\n译者：小荷 校对：老周\n");
        Assert.Equal(("https://bridges.example/one", "正文。", "译者：小荷 校对：老周"), (article.CanonicalUrl, article.Text, article.Byline));
        Assert.Equal("<p>正文。</p>", article.Body.Value);
    }

    [Fact]
    public void The_writer_above_the_text_is_the_byline_and_the_count_of_characters_is_nothing()
    {
        var article = Extracted.From("# 桥\n\n文｜**林渡**\n\n**本文 1280 字，预计阅读 4 分钟**\n\n正文。\n\n文｜林渡是一种写法。");
        Assert.Equal(("林渡", "正文。\n文｜林渡是一种写法。"), (article.Byline, article.Text));
        Assert.Equal(["林渡"], article.Authors);
        Assert.Contains(article.Ledger, entry => entry is { Fate: Fate.Dropped, Reason: "count of characters" });
    }

    [Fact]
    public void The_writer_that_the_front_matter_states_outranks_the_one_above_the_text()
    {
        var article = Extracted.From("---\ntitle: 桥\nauthor: 许知航\n---\n文｜林渡\n\n正文。");
        Assert.Equal(("许知航", "文｜林渡\n正文。"), (article.Byline, article.Text));
    }

    [Fact]
    public void A_picture_story_keeps_the_one_line_it_has() =>
        Assert.Equal("文｜林渡", Extracted.From("---\ntitle: 桥\n---\n文｜林渡\n\n![](a.png)").Text);

    [Fact]
    public void A_file_that_brings_nothing_is_refused()
    {
        Assert.Contains("body is empty", Extracted.Try("---\ntitle: x\n---\n").Error, StringComparison.Ordinal);
        Assert.Contains("at most 400", Extracted.Try("# " + new string('x', 5000)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_character_of_a_file_has_one_fate() => Gen.OneOf(
            Gen.Const("# 题\n"), Gen.Const("正文，一段。\n"), Gen.Const("\n"), Gen.Const("[a]: http://x.example\n"), Gen.Const("> 引\n"), Gen.Const("- 项\r\n"),
            Gen.Const("```\n码\n```\n"), Gen.Const("via: http://x.example\n"), Gen.Const("作者：甲 译者：乙\n"), Gen.Const("😀𠮷\n"), Gen.Const("---\n"), Gen.Const("![图](a.png)\n"))
        .Array[0, 20].Select(string.Concat).Sample(text =>
        {
            var extraction = Extracted.Try(text);
            if (extraction.Article is null) return;
            var at = 0;
            foreach (var entry in extraction.Article.Ledger)
            {
                Assert.Equal(at, entry.Start);
                Assert.True(entry.Length > 0);
                at += entry.Length;
            }

            Assert.Equal(extraction.Decoded!.EnumerateRunes().Count(), at);
        });
}
