using NewsPortal.Core.Importing;

namespace NewsPortal.Tests.Importing.WordFiles;

public sealed class WordLeftOutTests
{
    private const string Prose = "海桥市图书馆二十日起试行夜间开放，每天延长三个小时，读者可以一直读到晚上十点。";

    private static AWordFile Below => new AWordFile().BigLine("灯火里的阅读时光").Paragraph(Prose);

    private static void AssertLeftOut(AWordFile file, string words, string taken)
    {
        var extraction = file.Try();
        Assert.DoesNotContain(words, extraction.Article!.Text, StringComparison.Ordinal);
        Assert.Contains(words, extraction.Decoded, StringComparison.Ordinal);
        Assert.Contains(extraction.Article.Ledger, entry => entry.Fate == Fate.Dropped && entry.As == taken
            && extraction.Decoded!.Substring(entry.Start, entry.Length).Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Deleted_words_are_left_out_and_inserted_ones_stay()
    {
        var file = () => Below.Xml($"<w:p>{AWordFile.Run("开放到")}<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>九点</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"x\">{AWordFile.Run("十点")}</w:ins>{AWordFile.Run("为止")}</w:p>");
        AssertLeftOut(file(), "九点", "deleted");
        Assert.EndsWith("开放到十点为止", file().Article().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Moved_words_stand_once_where_they_went()
    {
        var file = Below.Xml($"<w:p><w:moveFrom w:id=\"1\" w:author=\"x\">{AWordFile.Run("搬走的话。")}</w:moveFrom>{AWordFile.Run("留下的话。")}<w:moveTo w:id=\"2\" w:author=\"x\">{AWordFile.Run("搬来的话。")}</w:moveTo></w:p>");
        Assert.EndsWith("\n留下的话。搬来的话。", file.Article().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_whose_end_was_deleted_goes_on_in_the_next_one()
    {
        var file = Below.Xml($"<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"x\"/></w:rPr></w:pPr>{AWordFile.Run("前半句，")}</w:p><w:p>{AWordFile.Run("后半句。")}</w:p>");
        Assert.EndsWith("\n前半句，后半句。", file.Article().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_headers_and_footers_are_left_out()
    {
        AssertLeftOut(Below.Comment("这里要再核实"), "这里要再核实", "comment");
        AssertLeftOut(Below.Header("海桥晚报内部稿"), "海桥晚报内部稿", "header");
        AssertLeftOut(Below.Footer("第 1 页"), "第 1 页", "footer");
    }

    [Fact]
    public void Hidden_words_are_left_out()
    {
        AssertLeftOut(Below.Xml($"<w:p>{AWordFile.Run("看得见")}{AWordFile.Run("看不见", "<w:vanish/>")}</w:p>"), "看不见", "hidden");
    }

    [Fact]
    public void A_table_of_contents_is_left_out_by_style_by_field_and_by_control()
    {
        AssertLeftOut(Below.Style("t", "toc 1").Paragraph("末班车也晚了 3", "t"), "末班车也晚了 3", "contents");
        var field = $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{AWordFile.Run("目录项一")}</w:p><w:p>{AWordFile.Run("目录项二")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        AssertLeftOut(Below.Xml(field), "目录项二", "contents");
        AssertLeftOut(Below.Xml($"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p>{AWordFile.Run("目录项三")}</w:p></w:sdtContent></w:sdt>"), "目录项三", "contents");
    }

    [Fact]
    public void Words_of_the_template_are_left_out_and_filled_in_ones_stay()
    {
        AssertLeftOut(Below.Xml($"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>{AWordFile.Run("单击此处输入文字")}</w:p></w:sdtContent></w:sdt>"), "单击此处输入文字", "placeholder");
        Assert.EndsWith("填好的话。", Below.Xml($"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{AWordFile.Run("填好的话。")}</w:p></w:sdtContent></w:sdt>").Article().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_a_fields_code_are_no_text()
    {
        var file = Below.Xml("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE \\@ yyyy </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + AWordFile.Run("2026") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
        Assert.DoesNotContain("DATE", file.Try().Decoded, StringComparison.Ordinal);
    }
}
