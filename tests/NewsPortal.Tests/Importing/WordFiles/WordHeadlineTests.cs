namespace NewsPortal.Tests.Importing.WordFiles;

public sealed class WordHeadlineTests
{
    private const string Prose = "海桥市图书馆二十日起试行夜间开放，每天延长三个小时，读者可以一直读到晚上十点。";
    private const string More = "图书馆负责人说，夜间开放期间借还、自习和亲子阅览照常，末班公交也推迟了半个小时。";

    [Theory]
    [InlineData("Title")]
    [InlineData("标题")]
    [InlineData("新闻标题")]
    public void A_title_style_in_any_language_is_the_headline(string name)
    {
        var article = new AWordFile().Style("a3", name).Paragraph("灯火里的阅读时光", "a3").Paragraph(Prose).Paragraph(More).Article();
        Assert.Equal("灯火里的阅读时光", article.Headline);
        Assert.DoesNotContain("灯火里的阅读时光", article.Text, StringComparison.Ordinal);
        Assert.Equal("style of a title", article.Origins["headline"].Rule);
    }

    [Fact]
    public void A_style_that_is_based_on_a_title_style_is_one()
    {
        var article = new AWordFile().Style("t", "Title").Style("x", "要闻版大字", "t").Paragraph("灯火里的阅读时光", "x").Paragraph(Prose).Article();
        Assert.Equal("灯火里的阅读时光", article.Headline);
    }

    [Fact]
    public void Styles_that_are_based_on_each_other_end()
    {
        var article = new AWordFile().Style("a", "甲", "b").Style("b", "乙", "a").Paragraph("灯火里的阅读时光", "a").Paragraph(Prose).Article();
        Assert.Equal("灯火里的阅读时光", article.Headline);
    }

    [Fact]
    public void Kicker_and_subheadline_come_by_their_styles()
    {
        var article = new AWordFile().Style("k", "引题").Style("t", "标题").Style("s", "副标题")
            .Paragraph("一座城市的夜读选择", "k").Paragraph("灯火里的阅读时光", "t").Paragraph("——海桥市图书馆试行夜间开放", "s").Paragraph(Prose).Article();
        Assert.Equal(("一座城市的夜读选择", "灯火里的阅读时光", "海桥市图书馆试行夜间开放"), (article.Kicker, article.Headline, article.Subheadline));
    }

    [Fact]
    public void Without_any_style_the_big_bold_line_in_the_middle_is_the_headline()
    {
        var article = new AWordFile().BigLine("灯火里的阅读时光").Paragraph("2026-11-20 18:30 来源：海桥晚报", paragraph: "<w:jc w:val=\"center\"/>").Paragraph(Prose).Paragraph(More).Article();
        Assert.Equal("灯火里的阅读时光", article.Headline);
        Assert.Equal("海桥晚报", article.Source);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 18, 30, 0, TimeSpan.FromHours(8)), article.Published!.At);
        Assert.Equal($"{Prose}\n{More}", article.Text);
    }

    [Fact]
    public void The_largest_line_is_the_headline_and_the_smaller_ones_round_it_are_kicker_and_subheadline()
    {
        var article = new AWordFile().BigLine("一座城市的夜读选择", 28).BigLine("灯火里的阅读时光").BigLine("——海桥市图书馆试行夜间开放", 30).Paragraph(Prose).Article();
        Assert.Equal(("一座城市的夜读选择", "灯火里的阅读时光", "海桥市图书馆试行夜间开放"), (article.Kicker, article.Headline, article.Subheadline));
    }

    [Fact]
    public void A_headline_broken_over_two_lines_is_one()
    {
        var article = new AWordFile().BigLine("海桥市图书馆延长开放时间").BigLine("读者可以读到晚上十点钟").Paragraph(Prose).Article();
        Assert.Equal("海桥市图书馆延长开放时间 读者可以读到晚上十点钟", article.Headline);
    }

    [Fact]
    public void The_first_short_line_is_the_headline_where_nothing_is_set_apart()
    {
        var article = AWordFile.Of("灯火里的阅读时光", "2026年11月20日", Prose, More).Article();
        Assert.Equal("灯火里的阅读时光", article.Headline);
        Assert.True(article.Published!.DateOnly);
    }

    [Fact]
    public void Lines_parted_by_line_breaks_are_read_like_paragraphs()
    {
        var article = new AWordFile().Xml($"<w:p>{AWordFile.Run("灯火里的阅读时光")}<w:r><w:br/></w:r>{AWordFile.Run("2026-11-20 来源：海桥晚报")}<w:r><w:br/></w:r>{AWordFile.Run(Prose)}<w:r><w:br/></w:r>{AWordFile.Run(More)}</w:p>").Article();
        Assert.Equal(("灯火里的阅读时光", "海桥晚报"), (article.Headline, article.Source));
        Assert.Equal($"<p>{Prose}</p><p>{More}</p>", article.Body.Value);
    }

    [Fact]
    public void Headings_below_a_first_heading_stay_in_the_text()
    {
        var article = new AWordFile().Style("1", "heading 1").Style("2", "heading 2").Style("3", "标题 3")
            .Paragraph("灯火里的阅读时光", "1").Paragraph(Prose).Paragraph("末班车也晚了", "2").Paragraph(More).Paragraph("周末另有安排", "3").Paragraph(More).Article();
        Assert.Equal("灯火里的阅读时光", article.Headline);
        Assert.Equal(["末班车也晚了", "周末另有安排"], article.Headings);
        Assert.Contains("<h2>末班车也晚了</h2>", article.Body.Value, StringComparison.Ordinal);
        Assert.Contains("<h3>周末另有安排</h3>", article.Body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outline_level_makes_a_heading()
    {
        var article = new AWordFile().BigLine("灯火里的阅读时光").Paragraph(Prose).Paragraph("末班车也晚了", paragraph: "<w:outlineLvl w:val=\"1\"/>").Paragraph(More).Article();
        Assert.Equal(["末班车也晚了"], article.Headings);
    }

    [Fact]
    public void A_bold_line_between_paragraphs_is_a_heading()
    {
        var article = new AWordFile().BigLine("灯火里的阅读时光").Paragraph(Prose).Paragraph("末班车也晚了", run: "<w:b/>").Paragraph(More).Paragraph("【新闻多一点】").Paragraph(More).Article();
        Assert.Equal(["末班车也晚了", "新闻多一点"], article.Headings);
    }

    [Fact]
    public void The_title_property_is_the_last_resort()
    {
        Assert.Equal("灯火里的阅读时光", AWordFile.Of(Prose, More).Properties("灯火里的阅读时光").Article().Headline);
        Assert.Equal("行人桥今日开放", AWordFile.Of("行人桥今日开放", Prose).Properties("灯火里的阅读时光").Article().Headline);
        Assert.True(AWordFile.Of(Prose, More).Properties("Microsoft Word - 文档1").Article().HeadlineAutomatic);
    }
}
