namespace NewsPortal.Tests.Importing.WordFiles;

public sealed class WordFieldTests
{
    private const string Prose = "海桥市图书馆二十日起试行夜间开放，每天延长三个小时，读者可以一直读到晚上十点。";
    private const string More = "图书馆负责人说，夜间开放期间借还、自习和亲子阅览照常，末班公交也推迟了半个小时。";

    [Fact]
    public void Writer_and_editor_come_from_the_lines_round_the_text()
    {
        var article = AWordFile.Of("灯火里的阅读时光", "2026-11-20 18:30:05  来源：海桥晚报  作者：林小舟", Prose, More, "责任编辑：周远", "关键词：图书馆，夜读").Article();
        Assert.Equal(["林小舟"], article.Authors);
        Assert.Equal("周远", article.Editor);
        Assert.Equal(["图书馆", "夜读"], article.Tags);
        Assert.Equal($"{Prose}\n{More}", article.Text);
    }

    [Fact]
    public void A_reporter_on_a_line_of_its_own_is_the_byline()
    {
        var article = AWordFile.Of("灯火里的阅读时光", "本报记者 林小舟", Prose, More).Article();
        Assert.Equal(["林小舟"], article.Authors);
        Assert.DoesNotContain("林小舟", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bare_names_below_the_headline_are_the_byline()
    {
        var article = new AWordFile().BigLine("灯火里的阅读时光").Paragraph("林小舟 周远", paragraph: "<w:jc w:val=\"center\"/>").Paragraph(Prose).Article();
        Assert.Equal(["林小舟", "周远"], article.Authors);
    }

    [Fact]
    public void A_dateline_and_its_bracket_are_read_and_stay_in_the_text()
    {
        var article = AWordFile.Of("灯火里的阅读时光", $"海桥晚报海桥11月20日电（记者 林小舟）{Prose}", More).Article();
        Assert.Equal("海桥晚报海桥11月20日电", article.Dateline);
        Assert.Equal(["林小舟"], article.Authors);
        Assert.StartsWith("海桥晚报海桥11月20日电（记者 林小舟）", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_close_the_text_are_the_byline()
    {
        var article = AWordFile.Of("灯火里的阅读时光", Prose, $"{More}（记者 林小舟）").Article();
        Assert.Equal(["林小舟"], article.Authors);
    }

    [Fact]
    public void The_creator_of_the_file_is_never_the_writer()
    {
        var article = AWordFile.Of("灯火里的阅读时光", Prose).Properties(creator: "林小舟").Article();
        Assert.Empty(article.Authors);
        Assert.Null(article.Byline);
    }

    [Fact]
    public void The_day_the_file_was_made_is_the_last_resort_and_said()
    {
        var made = new DateTime(2026, 11, 19, 2, 0, 0, DateTimeKind.Utc);
        var article = AWordFile.Of("灯火里的阅读时光", Prose).Properties(created: made, keywords: "图书馆；夜读").Article();
        Assert.Equal(new DateTimeOffset(2026, 11, 19, 10, 0, 0, TimeSpan.FromHours(8)), article.Published!.At);
        Assert.Contains(article.Warnings, warning => warning.Message.Contains("when the document was made", StringComparison.Ordinal));
        Assert.Equal(["图书馆", "夜读"], article.Tags);
    }

    [Fact]
    public void The_day_that_a_file_name_states_comes_before_that()
    {
        var bytes = AWordFile.Of("灯火里的阅读时光", Prose).Properties(created: new DateTime(2026, 11, 19, 2, 0, 0, DateTimeKind.Utc)).Bytes();
        Assert.Equal(18, AWordFile.Try(bytes, path: "2026-11-18-夜读").Article!.Published!.At.Day);
    }

    [Fact]
    public void A_labelled_time_in_the_midst_of_the_text_is_no_field()
    {
        var article = AWordFile.Of("灯火里的阅读时光", "2026-11-20 来源：海桥晚报", Prose, "时间：2026年12月1日", More).Article();
        Assert.Equal(20, article.Published!.At.Day);
        Assert.Contains("时间：2026年12月1日", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_in_words_below_the_headline_stays_for_readers()
    {
        var article = AWordFile.Of("夜读会周六举行", "时间：本周六晚上七点", Prose).Article();
        Assert.Contains("时间：本周六晚上七点", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_credit_is_a_field_of_the_article()
    {
        var article = AWordFile.Of("灯火里的阅读时光", Prose, More, "图片/海桥晚报记者 林小舟 摄").Article();
        Assert.Equal("图片/海桥晚报记者 林小舟 摄", article.PictureCredit);
        Assert.DoesNotContain("图片/", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_format_and_the_encoding_are_named()
    {
        var extraction = AWordFile.Of("灯火里的阅读时光", Prose).Try();
        Assert.Equal(("docx", "utf-8", "declared"), (extraction.Format, extraction.Encoding!.Name, extraction.Encoding.How));
    }
}
