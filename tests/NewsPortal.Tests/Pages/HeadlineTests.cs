using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using CsCheck;
using NewsPortal.Core.Articles;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Tests.Pages;

public sealed class HeadlineTests
{
    [Theory]
    [InlineData("会议在贵阳举行 毛伟明率团参加", 2)]
    [InlineData("The quick brown fox", 1)]
    [InlineData("发布 AI 芯片新规范", 1)]
    [InlineData("一条新闻", 1)]
    [InlineData("简讯 今天发布了新的规范", 1)]
    public void Clauses_are_parted_at_blanks_between_chinese_characters(string headline, int clauses) =>
        Assert.Equal(clauses, Headline.ClausesOf(headline).Count);

    [Fact]
    public void Clauses_joined_are_the_headline() => Gen.String[Gen.Char[" 一二三四五六a<&"], 0, 40].Sample(headline =>
        string.Join(' ', Headline.ClausesOf(headline)) == headline);

    [Fact]
    public void What_is_written_reads_as_the_headline() => Gen.String[Gen.Char[" 一二三四五六a<&>\""], 1, 40].Sample(headline =>
    {
        using var writer = new StringWriter();
        new Headline(headline).WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument($"<h1>{writer}</h1>").QuerySelector("h1")!.TextContent == headline;
    });

    [Theory]
    [InlineData("全媒体记者 孙一 通讯员 孙一凡", "全媒体记者 |孙一*| 通讯员 |孙一凡*")]
    [InlineData("本报综合", "本报综合")]
    [InlineData(null, "孙一*| |孙一凡*")]
    public void Writers_in_a_byline_become_links(string? byline, string expected)
    {
        var article = new Article { Byline = byline };
        article.Authors.Add(new ArticleAuthor { Author = new Author { Name = "孙一", Slug = "a" } });
        article.Authors.Add(new ArticleAuthor { Author = new Author { Name = "孙一凡", Slug = "b" } });
        Assert.Equal(expected, string.Join('|', BylineParts.Of(article).Select(p => p.Text + (p.Author is null ? string.Empty : "*"))));
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("0044aa")]
    [InlineData("ffffff")]
    public void An_accent_gets_a_lighter_twin_for_dark_paper(string colour) =>
        Assert.Matches($"--accent: #{colour}.*dark.*--accent: #[0-9a-f]{{6}};", Accent.Of(colour).ReplaceLineEndings(" "));
}
