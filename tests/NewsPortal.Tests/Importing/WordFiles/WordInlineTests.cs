namespace NewsPortal.Tests.Importing.WordFiles;

public sealed class WordInlineTests
{
    private const string Prose = "海桥市图书馆二十日起试行夜间开放，每天延长三个小时，读者可以一直读到晚上十点。";

    private static AWordFile Below => new AWordFile().BigLine("灯火里的阅读时光").Paragraph(Prose);

    private static string Body(AWordFile file) => file.Article().Body.Value[$"<p>{Prose}</p>".Length..];

    [Fact]
    public void Settings_become_elements()
    {
        var runs = AWordFile.Run("粗", "<w:b/>") + AWordFile.Run("斜", "<w:i/>") + AWordFile.Run("删", "<w:strike/>")
            + AWordFile.Run("2", "<w:vertAlign w:val=\"subscript\"/>") + AWordFile.Run("3", "<w:vertAlign w:val=\"superscript\"/>") + AWordFile.Run("平", "<w:b w:val=\"0\"/>");
        Assert.Equal("<p>字<strong>粗</strong><em>斜</em><del>删</del><sub>2</sub><sup>3</sup>平</p>", Body(Below.Xml($"<w:p>{AWordFile.Run("字")}{runs}</w:p>")));
    }

    [Fact]
    public void Line_breaks_stay()
    {
        Assert.Equal("<p>第一行<br>第二行</p>", Body(Below.Xml($"<w:p>{AWordFile.Run("第一行")}<w:r><w:br/></w:r>{AWordFile.Run("第二行")}</w:p>")));
    }

    [Fact]
    public void Links_of_both_kinds_lead_on()
    {
        var field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org/b\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + AWordFile.Run("乙") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var file = Below.Link("r9", "https://example.org/a").Xml($"<w:p><w:hyperlink r:id=\"r9\">{AWordFile.Run("甲")}</w:hyperlink>{AWordFile.Run("和")}{field}</w:p>");
        Assert.Equal("<p><a href=\"https://example.org/a\" rel=\"nofollow noopener ugc\">甲</a>和<a href=\"https://example.org/b\" rel=\"nofollow noopener ugc\">乙</a></p>", Body(file));
    }

    [Fact]
    public void A_link_that_runs_a_script_loses_its_address()
    {
        var field = $"<w:fldSimple w:instr=\"HYPERLINK &quot;javascript:alert(1)&quot;\">{AWordFile.Run("点这里")}</w:fldSimple>";
        Assert.Equal("<p>点这里</p>", Body(Below.Xml($"<w:p>{field}</w:p>")));
    }

    [Fact]
    public void Small_print_above_a_word_is_ruby()
    {
        var old = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(hǎi),海)</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var ruby = $"<w:r><w:ruby><w:rubyPr/><w:rt>{AWordFile.Run("qiáo")}</w:rt><w:rubyBase>{AWordFile.Run("桥")}</w:rubyBase></w:ruby></w:r>";
        Assert.Equal("<p><ruby>海<rt>hǎi</rt>桥<rt>qiáo</rt></ruby></p>", Body(Below.Xml($"<w:p>{old}{ruby}</w:p>")));
    }

    [Fact]
    public void An_equation_is_its_text()
    {
        var math = "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:r><m:t>=</m:t></m:r>"
            + "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>";
        Assert.Equal("<p>式：x<sup>2</sup>=(a+b)/2</p>", Body(Below.Xml($"<w:p>{AWordFile.Run("式：")}{math}</w:p>")));
    }

    [Fact]
    public void A_symbol_is_the_character_it_shows()
    {
        Assert.Equal("<p>✓ α</p>", Body(Below.Xml($"<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>{AWordFile.Run(" ")}<w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/></w:r></w:p>")));
    }

    [Fact]
    public void Quotations_are_quoted()
    {
        var file = Below.Style("q", "Quote").Paragraph("读书是一座随身携带的避难所，灯火是它的门。", "q").Paragraph("夜里的阅览室比白天还要安静一些。", "q");
        Assert.Equal("<blockquote><p>读书是一座随身携带的避难所，灯火是它的门。</p><p>夜里的阅览室比白天还要安静一些。</p></blockquote>", Body(file));
    }

    [Fact]
    public void Notes_stand_below_the_text_under_their_numbers()
    {
        var article = Below.Footnote(2, "据图书馆统计。").Footnote(7, "见城市年鉴。", end: true)
            .Xml($"<w:p>{AWordFile.Run("读者比去年多一成")}<w:r><w:footnoteReference w:id=\"2\"/></w:r>{AWordFile.Run("，藏书多两成")}<w:r><w:endnoteReference w:id=\"7\"/></w:r></w:p>").Article();
        Assert.EndsWith("<p>读者比去年多一成<sup>[1]</sup>，藏书多两成<sup>[2]</sup></p><hr><p>[1] 据图书馆统计。</p><p>[2] 见城市年鉴。</p>", article.Body.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("----", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_a_text_box_are_not_lost_and_not_said_twice()
    {
        var box = $"<w:txbxContent><w:p>{AWordFile.Run("小资料：图书馆建于1986年，藏书一百二十万册。")}</w:p></w:txbxContent>";
        var shape = $"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:docPr id=\"1\" name=\"x\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        Assert.Equal("<p>正文里有一个文本框。</p><p>小资料：图书馆建于1986年，藏书一百二十万册。</p>", Body(Below.Xml($"<w:p>{AWordFile.Run("正文里有一个文本框。")}{shape}</w:p>")));
    }
}
